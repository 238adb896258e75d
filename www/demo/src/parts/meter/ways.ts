/** The other ways of finding names, as the benchmark has them; each is loaded when it is measured. */

export interface Way {
  build(names: readonly string[]): (text: string) => unknown;
  spans(found: unknown): readonly unknown[];
}

export const WAYS = import.meta.glob<Way>([
  '../../../../bench/ways/ahocorasick.js',
  '../../../../bench/ways/expression.js',
  '../../../../bench/ways/fastscan.js',
  '../../../../bench/ways/filtered-trie.js',
  '../../../../bench/ways/flashtext.js',
  '../../../../bench/ways/monyone.js',
  '../../../../bench/ways/word-trie.js',
]);

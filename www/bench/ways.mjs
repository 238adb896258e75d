/** What is compared, by the names of the files in `ways/`: us, the floor, and the peers. */
export const WAYS = [
  { name: 'namelight', label: 'namelight', pages: { light: 'page', lightAll: 'all' } },
  { name: 'candidates', label: 'namelight, fold and search only', pages: {} },
  { name: 'floor', label: 'floor: the same walk and ranges, no search', searches: false },
  { name: 'expression', label: 'tuned regular expression', peer: true },
  { name: 'flashtext', label: 'flashtext.js', package: 'flashtext.js', peer: true },
  { name: 'monyone', label: '@monyone/aho-corasick', package: '@monyone/aho-corasick', peer: true },
  { name: 'fastscan', label: 'fastscan', package: 'fastscan', peer: true },
  { name: 'ahocorasick', label: 'ahocorasick', package: 'ahocorasick', peer: true },
  { name: 'filtered-trie', label: 'trie of words, all tuning (ours)', peer: true },
  { name: 'word-trie', label: 'trie of words (ours)', peer: true },
  { name: 'mark', label: 'mark.js (`markRegExp`)', package: 'mark.js', searches: false, peer: true },
  {
    ...{ name: 'find-and-replace', label: 'find-and-replace-dom-text', package: 'findandreplacedomtext' },
    ...{ searches: false, peer: true },
  },
].map((way) => ({ searches: true, peer: false, pages: { light: 'page' }, ...way }));

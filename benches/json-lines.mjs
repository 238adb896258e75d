// Writes JSON lines for measuring the command line: documents of 2 to 6 KB, made of the paragraphs of the project's
// own texts in changing order, the same each time.
//
//   node benches/json-lines.mjs MEGABYTES > lines.jsonl
import { readFileSync, writeSync } from "node:fs";

const [shortest, longest] = [2_000, 6_000];
const block = 1_000_000;

const read = (file) => readFileSync(new URL(`../${file}`, import.meta.url), "utf8");
const paragraphs = ["seeds/000_815b1df0a53870d3.txt", "benches/prose.txt"].flatMap((file) =>
  read(file)
    .split("\n")
    .filter((line) => line.trim() !== ""),
);

// A linear congruential generator modulo 2^32; its high bits are random enough for an order of paragraphs.
let state = 1;
const below = (bound) => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * bound);
};

const documentOf = (id) => {
  const length = shortest + below(longest - shortest);
  let text = paragraphs[below(paragraphs.length)];
  while (text.length < length) text += `\n\n${paragraphs[below(paragraphs.length)]}`;
  const date = new Date(Date.UTC(2024, 0, 1 + below(700))).toISOString().slice(0, 10);
  return JSON.stringify({ id, text: text.slice(0, longest), date });
};

const wanted = Number(process.argv[2]) * 1_000_000;
if (!(wanted > 0)) {
  console.error("usage: node benches/json-lines.mjs MEGABYTES");
  process.exit(2);
}
let written = 0;
let lines = "";
for (let id = 1; written < wanted; id += 1) {
  lines += `${documentOf(id)}\n`;
  if (lines.length < block) continue;
  const bytes = Buffer.from(lines);
  for (let at = 0; at < bytes.length; ) at += writeSync(1, bytes, at);
  written += bytes.length;
  lines = "";
}

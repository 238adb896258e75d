/** A page of an article: paragraphs cut into text nodes of about the same length, every other in an element. */

/** Of a text node, so that 100 KB have 1,500 of them. */
const LENGTH = 100_000 / 1500;

const INLINE = ['a', 'em', 'span'];

/** Text is cut before words in lower case, so that names stay whole. */
export function articleRoot(text) {
  const root = document.createElement('article');
  for (const paragraph of text.split('\n\n').filter((part) => part !== '')) {
    const p = document.createElement('p');
    pieces(paragraph).forEach((piece, number) => {
      p.append(number % 2 === 0 ? piece : wrapped(piece, INLINE[(number >> 1) % INLINE.length]));
    });
    root.append(p);
  }
  return root;
}

/** Puts a root into the page, alone, and waits until it has been rendered. */
export async function show(root) {
  document.body.replaceChildren(root);
  for (let frame = 0; frame < 2; frame += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

export function textNodes(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes;
}

function pieces(paragraph) {
  const count = Math.max(1, Math.round(paragraph.length / LENGTH));
  const cuts = [0];
  for (let number = 1; number < count; number += 1) {
    const from = Math.max(cuts.at(-1) + 1, Math.round((number * paragraph.length) / count));
    const word = paragraph.slice(from).search(/(?<= )\p{Ll}/u);
    if (word >= 0) cuts.push(from + word);
  }
  return cuts.map((cut, number) => paragraph.slice(cut, cuts[number + 1]));
}

function wrapped(text, name) {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

/** Prints an article as HTML with its names marked, and whom and what it mentions as JSON-LD. */
import { createHighlighter } from 'namelight';
import { documentOfText, jsonLdText, toHtml, toJsonLd } from 'namelight/server';

const text = `In late 2024 Bashar al-Assad was still received in Moscow, where Vladimir Putin spoke of support.

The Syrian government controlled Damascus; fighting went on around Aleppo.`;

const highlighter = createHighlighter();
const article = await documentOfText(highlighter, text, {
  url: 'https://news.example/talks',
  title: 'Talks in Geneva',
  date: '2024-12-01',
});
highlighter.dispose();

console.log(`<article>\n${toHtml(article)}\n</article>`);
console.log(`<script type="application/ld+json">\n${jsonLdText(toJsonLd(article))}\n</script>`);

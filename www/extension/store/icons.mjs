/**
 * Makes the icons' PNG files from `icons/icon.svg`, and those in grey for a page that is not lit:
 * `node www/extension/store/icons.mjs`. They are drawn by the browser that the tests use.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const GREYS = { '#1d1b18': '#8a867f', '#f0937c': '#ffffff', '#79c3dd': '#ffffff' };
const drawing = readFileSync(at('../icons/icon.svg'), 'utf8');
const grey = drawing.replaceAll(/#[0-9a-f]{6}/g, (colour) => GREYS[colour] ?? colour);

const executablePath = process.env['NAMELIGHT_CHROMIUM'] ?? '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  for (const size of [16, 32, 48, 128]) await draw(drawing, size, `${size}`);
  for (const size of [16, 32]) await draw(grey, size, `off-${size}`);
} finally {
  await browser.close();
}

async function draw(svg, size, name) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  await page.setContent(`<style>body{margin:0}img{display:block}</style><img width="${size}" height="${size}">`);
  await page.evaluate(async (address) => {
    const image = document.querySelector('img');
    image.src = address;
    await image.decode();
  }, source);
  await page.screenshot({ path: at(`../icons/${name}.png`), omitBackground: true });
  await page.close();
}

/** How text is read from a page: a table of small pages and of what is painted in them. */
import { PACKAGE, expect, test } from './support.js';

interface Row {
  name: string;
  html: string;
  /** The painted texts, in order. */
  painted: string[];
}

const GAZETTEER = {
  entities: [
    { id: 'aleppo', type: 'city', name: 'Aleppo', links: { geonames: 170063 } },
    { id: 'bashar-al-assad', type: 'person', name: 'Bashar al-Assad', links: { wikidata: 'Q44329' } },
  ],
};

const ROWS: Row[] = [
  { name: 'plain text', html: '<p>In Aleppo.</p>', painted: ['Aleppo'] },
  {
    name: 'a name across inline elements',
    html: '<p>Bashar <b>al-<i>As</i></b>sad, in <a href="#a">Alep</a>po</p>',
    painted: ['Bashar al-Assad', 'Aleppo'],
  },
  {
    name: 'a comment within a name',
    html: '<p>Bashar <!-- so --> al-Assad</p>',
    painted: ['Bashar  al-Assad'],
  },
  { name: 'a break opportunity within a name', html: '<p>Alep<wbr>po</p>', painted: ['Aleppo'] },
  { name: 'no name across paragraphs', html: '<p>Bashar</p><p>al-Assad</p>', painted: [] },
  {
    name: 'no name across cells',
    html: '<table><tr><td>Bashar</td><td>al-Assad</td></tr></table>',
    painted: [],
  },
  {
    name: 'no name from a block into the text after it',
    html: '<div><div>Bashar</div>al-Assad</div>',
    painted: [],
  },
  {
    name: 'a block by style ends a name',
    html: '<span class="block">Bashar</span> al-Assad',
    painted: [],
  },
  {
    name: 'a block by style parts words that would run together',
    html: '<span class="block">Live</span>Aleppo',
    painted: ['Aleppo'],
  },
  {
    name: 'a division shown inline does not end a name',
    html: 'Bashar <div class="inline">al-Assad</div>',
    painted: ['Bashar al-Assad'],
  },
  { name: 'one line break within a name', html: '<p>Bashar<br>al-Assad</p>', painted: ['Basharal-Assad'] },
  { name: 'two line breaks end a name', html: '<p>Bashar<br><br>al-Assad</p>', painted: [] },
  {
    name: 'white space of the source is not a blank line',
    html: '<p>Bashar\n\n  al-Assad</p>',
    painted: ['Bashar\n\n  al-Assad'],
  },
  { name: 'a shown blank line ends a name', html: '<p class="lines">Bashar\n\nal-Assad</p>', painted: [] },
  { name: 'a picture within a name ends it', html: '<p>Bashar <img alt=""> al-Assad</p>', painted: [] },
  {
    name: 'text around something left out does not run together',
    html: '<p>Alep<code>x</code>po</p>',
    painted: [],
  },
  {
    name: 'what is not the text of the page is left out',
    html:
      '<input value="Aleppo"><textarea>Aleppo</textarea><select><option>Aleppo</select><code>Aleppo</code>' +
      '<pre>Aleppo</pre><style>/* Aleppo */</style><script type="text/plain">Aleppo</script>' +
      '<svg><text>Aleppo</text></svg><template>Aleppo</template><kbd>Aleppo</kbd>',
    painted: [],
  },
  { name: 'editable text is left out', html: '<div contenteditable>Aleppo</div>', painted: [] },
  { name: 'text that says it is not editable', html: '<p contenteditable="false">Aleppo</p>', painted: ['Aleppo'] },
  { name: 'an opt-out', html: '<p data-namelight="off">Aleppo <b>Aleppo</b></p>', painted: [] },
  { name: 'hidden text is left out', html: '<p hidden>Aleppo</p><p class="none">Aleppo</p>', painted: [] },
  { name: 'text not to be translated', html: '<p translate="no">Aleppo</p>', painted: ['Aleppo'] },
  { name: 'buttons and links', html: '<button>Aleppo</button> <a href="#a">Aleppo</a>', painted: ['Aleppo', 'Aleppo'] },
  {
    name: 'characters beyond the basic plane',
    html: '<p>🎉 Aleppo 👩‍👩‍👧 ç あ <b>🎉</b>Bashar <b>al-Assad</b></p>',
    painted: ['Aleppo', 'Bashar al-Assad'],
  },
  {
    name: 'a page of any depth',
    html: `${'<span>'.repeat(400)}Aleppo${'</span>'.repeat(400)}`,
    painted: ['Aleppo'],
  },
  { name: 'an element without a box', html: '<p>In <b class="contents">Alep</b>po</p>', painted: ['Aleppo'] },
  {
    name: 'a paragraph without a box',
    html: '<div class="contents"><p class="contents">Aleppo</p></div>',
    painted: ['Aleppo'],
  },
  { name: 'the number of a footnote', html: '<p>In Aleppo<sup><a href="#a">1</a></sup>.</p>', painted: ['Aleppo'] },
  { name: 'lists', html: '<ul><li>Aleppo<ol><li>Bashar</li><li>al-Assad</ol></ul>', painted: ['Aleppo'] },
  {
    name: 'our own interface',
    html: '<namelight-card>Aleppo</namelight-card><namelight-cast>Aleppo</namelight-cast>',
    painted: [],
  },
  { name: 'no text', html: '', painted: [] },
];

for (const { name, html, painted } of ROWS) {
  test(name, async ({ page }) => {
    await page.goto('/pages/blank.html');
    const found = await page.evaluate(
      async ({ address, html, gazetteer }) => {
        const { createHighlighter } = (await import(address)) as typeof import('namelight');
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(
          '.block { display: block } .inline { display: inline } .none { display: none } .contents { display: contents }' +
            '.lines { white-space: pre-line }',
        );
        document.adoptedStyleSheets.push(sheet);
        const root = document.getElementById('root') as HTMLElement;
        root.innerHTML = html;
        const highlighter = createHighlighter({ pack: gazetteer });
        const view = await highlighter.highlight(root, { card: false });
        return view.mentions.map((_, index) => {
          const { startContainer, startOffset, endContainer, endOffset } = view.rangeOf(index)!;
          const range = document.createRange();
          range.setStart(startContainer, startOffset);
          range.setEnd(endContainer, endOffset);
          return range.toString();
        });
      },
      { address: PACKAGE, html, gazetteer: GAZETTEER },
    );
    expect(found).toEqual(painted);
  });
}

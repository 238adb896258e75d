/** What an import has to say of rows, by file and line. */
import { html, nothing, type TemplateResult } from 'lit-html';
import type { ImportFinding } from 'namelight/import';
import { counted, type MessageKey } from '../words.js';
import type { Context } from './section.js';

/** More than so many are counted and not shown. */
const SHOWN = 200;
const GRAVE = ['error', 'skipped', 'warning', 'merged', 'note'] as const;

export function findingsTable(findings: readonly ImportFinding[], { say }: Context): TemplateResult | typeof nothing {
  if (findings.length === 0) return nothing;
  const sorted = findings.toSorted((a, b) => GRAVE.indexOf(a.what) - GRAVE.indexOf(b.what));
  const more = sorted.length - SHOWN;
  return html`<div class="findings" tabindex="0" role="region" aria-label=${say('findings')}>
    <table>
      <thead>
        <tr>
          <th scope="col">${say('findings_what')}</th>
          <th scope="col">${say('findings_where')}</th>
          <th scope="col">${say('findings_why')}</th>
        </tr>
      </thead>
      <tbody>
        ${sorted.slice(0, SHOWN).map(
          (finding) => html`<tr data-what=${finding.what}>
            <td>${say(`finding_${finding.what}` as MessageKey)}</td>
            <td><bdi>${placeOf(finding)}</bdi></td>
            <td lang="en" dir="ltr">${finding.entity ? html`<b>${finding.entity}</b>: ` : nothing}${finding.reason}</td>
          </tr>`,
        )}
      </tbody>
    </table>
    ${more > 0 ? html`<p class="quiet">${counted(say, 'findings_more', more)}</p>` : nothing}
  </div>`;
}

/** `file:12` or `file:12–40`. */
function placeOf({ file, line, lastLine }: ImportFinding): string {
  if (line === undefined) return file;
  return lastLine === undefined || lastLine === line ? `${file}:${line}` : `${file}:${line}–${lastLine}`;
}

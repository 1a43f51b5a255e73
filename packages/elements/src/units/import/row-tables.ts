import { css, html, nothing, type TemplateResult } from 'lit';
import type { ImportRow, UnitImportRecord } from '@dvk/sdk/imports';
import { explanations, unitColumnNames, unitColumns, type UnitColumn } from '@dvk/sdk/units/import';
import type { Lang } from '../../locale/controller.ts';
import type { unitImport } from '../../locale/unit-import/vi.ts';
import { disclosure } from '../../parts/disclosure.ts';

type Texts = typeof unitImport;

/** What is to stand in a column, as the sheet of explanations says it. */
const toWrite = (column: UnitColumn, lang: Lang): string => explanations(lang)[1 + unitColumns.indexOf(column)]![2];

const nameOf = ({ name, code }: ImportRow): string => [name, code].filter(Boolean).join(', ');

/** The rows to correct: which, which column, what stands there, what is wrong with it and what to write. */
export function refusedRows(rows: readonly ImportRow[], texts: Texts, lang: Lang): TemplateResult {
  return html`<table class="import-rows">
    <thead>
      <tr>
        ${[texts.row, texts.column, texts.cell, texts.wrong].map((heading) => html`<th scope="col">${heading}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.flatMap((row) =>
        row.issues.map(
          ({ column, cell, text }) =>
            html`<tr>
              <th scope="row" data-label=${texts.row}>
                <span>${row.row}<br /><span class="small">${nameOf(row)}</span></span>
              </th>
              <td data-label=${texts.column}>${column ? unitColumnNames[column][lang] : texts.wholeRow}</td>
              <td data-label=${texts.cell}>
                ${column ? html`<b class="cell-content">${cell || texts.empty}</b>` : '–'}
              </td>
              <td data-label=${texts.wrong}>
                <span
                  >${text[lang]}
                  ${
                    column ? html`<br /><span class="small">${texts.todo}: ${toWrite(column, lang)}</span>` : nothing
                  }</span
                >
              </td>
            </tr>`,
        ),
      )}
    </tbody>
  </table>`;
}

/** What would be added and changed, folded away. */
export function otherRows(
  { rows, counts }: Pick<UnitImportRecord, 'rows' | 'counts'>,
  texts: Texts,
  lang: Lang,
): TemplateResult {
  const list = (outcome: 'added' | 'changed', title: string) => {
    const shown = rows.filter((row) => row.outcome === outcome);
    const left = counts[outcome] - shown.length;
    if (counts[outcome] === 0) return nothing;
    return disclosure(
      title,
      html`<ul class="import-list">
        ${shown.map(
          (row) =>
            html`<li>
              ${texts.row} ${row.row}: <b>${nameOf(row)}</b>
              ${row.changes.map(
                ({ column, from, to }) =>
                  html`<br /><span class="small"
                      >${texts.change(unitColumnNames[column][lang], from || texts.empty, to || texts.empty)}</span
                    >`,
              )}
            </li>`,
        )}
        ${left > 0 ? html`<li class="small">${texts.more(left)}</li>` : nothing}
      </ul>`,
    );
  };
  return html`${list('added', texts.addedTitle(counts.added))} ${list('changed', texts.changedTitle(counts.changed))}`;
}

export const rowTableStyles = css`
  .import-rows {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: var(--_font-s);
  }
  .import-rows :is(th, td) {
    padding: 0.4em 0.6em;
    border-block-end: 1px solid var(--_rule);
    text-align: start;
    vertical-align: top;
  }
  .import-rows thead th {
    background: var(--_raised);
    color: var(--_muted);
    font-weight: 600;
  }
  .import-rows thead th {
    white-space: nowrap;
  }
  .import-rows .cell-content {
    overflow-wrap: anywhere;
    color: var(--_danger);
  }
  .import-list {
    display: grid;
    gap: 0.4em;
    padding-inline-start: 1.25em;
  }
  @media (max-width: 37.5em) {
    .import-rows,
    .import-rows tbody {
      display: block;
    }
    .import-rows thead {
      display: none;
    }
    .import-rows tr {
      display: grid;
      padding-block: 0.5em;
      border-block-end: 1px solid var(--_rule);
    }
    .import-rows :is(th, td) {
      display: grid;
      grid-template-columns: 6.5em minmax(0, 1fr);
      padding: 0.1em 0;
      border: 0;
    }
    .import-rows :is(th, td)::before {
      content: attr(data-label);
      color: var(--_muted);
      font-weight: 400;
    }
  }
`;

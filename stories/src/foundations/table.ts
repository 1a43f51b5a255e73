import { css, html, type TemplateResult } from 'lit';

/** Tables of the foundations; on narrow screens they scroll by themselves. */
export const tableStyles = css`
  .base {
    overflow-x: auto;
  }
  table {
    border-collapse: collapse;
    margin-block-end: var(--_space-xl);
  }
  caption {
    text-align: start;
    font-weight: 600;
    font-size: var(--_font-l);
    padding-block: var(--_space-xs);
  }
  th,
  td {
    text-align: start;
    vertical-align: top;
    padding: var(--_space-xs) var(--_space-s);
    border-block-end: 1px solid var(--_rule);
  }
  th {
    font-weight: 600;
  }
  code {
    font-size: max(0.875em, 14px);
  }
`;

/** A table; the first cell of a row names it. */
export function table(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly unknown[])[],
): TemplateResult {
  return html`<table>
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        ${heads.map((head) => html`<th scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([name, ...cells]) =>
          html`<tr>
            <th scope="row">${name}</th>
            ${cells.map((cell) => html`<td>${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

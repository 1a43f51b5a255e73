import { html, type TemplateResult } from 'lit';
import { formatNumber } from '@dvk/sdk/text';
import { frame, type DrawingView } from './frame.ts';
import { hatchedCell } from './hatch.ts';

export interface GridView extends DrawingView {
  columns: readonly string[];
  rows: readonly { label: string; values: readonly (number | null)[] }[];
}

/** Shades, from the least to the most. */
const shades = 5;

/** Numbers on shades, darker where there are more: a table, so that it needs none behind it. */
export function heatGrid(view: GridView): TemplateResult {
  const { columns, rows, title, texts } = view;
  const values = rows.flatMap(({ values }) => values.filter((value) => value !== null));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const shade = (value: number) =>
    high === low ? 1 : Math.min(shades - 1, Math.floor((shades * (value - low)) / (high - low)));
  const most = rows.find((row) => row.values.includes(high));
  const sentence = most ? texts.grid(rows.length, columns.length, most.label, formatNumber(high)) : texts.none;
  const table = html`<p class="hidden">${sentence}</p>
    <div class="scroll" tabindex="0" role="region" aria-label=${title}>
      <table class="grid">
        <thead>
          <tr>
            <td></td>
            ${columns.map((column) => html`<th scope="col">${column}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ label, values }) =>
              html`<tr>
                <th scope="row">${label}</th>
                ${values.map((value) =>
                  value === null
                    ? html`<td class="none">${hatchedCell}<span class="hidden">${texts.noData}</span></td>`
                    : html`<td class="shade-${shade(value)}">${formatNumber(value)}</td>`,
                )}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  return frame({ ...view, isText: true }, sentence, values.length === 0 ? undefined : table);
}

import { html, nothing, type TemplateResult } from 'lit';
import type { drawings } from '../locale/drawings/vi.ts';
import { figuresIcon } from '../icons/figures.ts';
import { marked, type Mark } from './mark.ts';

/** The words of drawings, in the language of the element that shows them. */
export type DrawingTexts = typeof drawings;

/** What every drawing has. */
export interface DrawingView {
  /** The finding, as a sentence: “Đúng hạn giảm rõ ở lĩnh vực đất đai”. */
  title: string;
  /** What was counted, of which period: “Hồ sơ trả lời trong 30 ngày”. */
  note?: string;
  texts: DrawingTexts;
  /** Whether it is made of a table or a list, which are read as they are. */
  isText?: boolean;
}

/** The figures behind a drawing. The first column names the rows, the others are numbers. */
export interface FigureTable {
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

/** A series and how it is marked. */
export interface LegendItem {
  mark: Mark;
  name: string;
}

const legendTemplate = (items: readonly LegendItem[]): TemplateResult =>
  html`<ul class="legend">
    ${items.map(
      ({ mark, name }) =>
        html`<li>
          <svg class="key" aria-hidden="true">${marked(mark, { width: '100%', height: '100%', rx: 3 })}</svg>${name}
        </li>`,
    )}
  </ul>`;

const tableTemplate = ({ head: [name, ...columns], rows }: FigureTable, texts: DrawingTexts): TemplateResult =>
  html`<details class="figures">
    <summary>${figuresIcon}<span>${texts.table}</span></summary>
    <div class="scroll" tabindex="0" role="region" aria-label=${texts.table}>
      <table>
        <thead>
          <tr>
            <th scope="col">${name}</th>
            ${columns.map((column) => html`<th scope="col" class="number">${column}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ([label, ...cells]) =>
              html`<tr>
                <th scope="row">${label}</th>
                ${cells.map((cell) => html`<td class="number">${cell}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;

/**
 * A drawing with its title, the sentence that says what it shows to who does not see it, and the table behind it.
 * @param sentence - what the drawing shows, in words
 * @param drawing - `undefined` if there is nothing to draw
 */
export function frame(
  { title, note, texts, isText = false }: DrawingView,
  sentence: string,
  drawing: TemplateResult | undefined,
  { legend = [], table }: { legend?: readonly LegendItem[]; table?: FigureTable } = {},
): TemplateResult {
  return html`<figure class="drawing" part="drawing">
    <figcaption>
      <strong>${title}</strong>
      ${note ? html`<span class="note">${note}</span>` : nothing}
    </figcaption>
    ${
      drawing
        ? isText
          ? drawing
          : html`<div class="picture" role="img" aria-label=${sentence}>${drawing}</div>`
        : html`<p class="note">${texts.none}</p>`
    }
    ${
      drawing && (table || legend.length > 0)
        ? html`<div class="foot">
            ${table ? tableTemplate(table, texts) : nothing} ${legend.length > 0 ? legendTemplate(legend) : nothing}
          </div>`
        : nothing
    }
  </figure>`;
}

/** A position or a width as SVG takes it: a share of what it is drawn in, so that nothing is measured and nothing is resized. */
export const percent = (share: number): string => `${Math.round(share * 1e4) / 100}%`;

import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '@dvk/sdk/text';
import { closeIcon } from '../icons/close.ts';
import type { list } from '../locale/list/vi.ts';
import type { BulkStep } from './definition.ts';
import { menuTemplate } from '../internal/menu.ts';

export interface SelectionBarView<Row> {
  selected: number;
  /** How many the list has in all, if that is known. */
  all: number | undefined;
  noun: string;
  steps: readonly BulkStep<Row>[];
  texts: typeof list;
  /** The files to which the selected rows can be exported. */
  exports: unknown;
  onStep: (step: BulkStep<Row>) => void;
  onSelectAll: () => void;
  onUnselect: () => void;
}

/**
 * What can be done with the selected rows; it stays at the foot of the window. A group and no toolbar: in a toolbar one
 * Tab stop is for all, and arrow keys lead on. Here are few buttons, one of which unfolds a menu, and arrow keys are for the rows.
 * Tab reaches each.
 */
export function selectionBar<Row>(view: SelectionBarView<Row>): TemplateResult {
  const { selected, all, noun, steps, texts, exports, onStep, onSelectAll, onUnselect } = view;
  return html`<div class="bar screen-only" role="group" aria-label=${texts.steps}>
    <b>${texts.selected(selected, noun)}</b>
    ${
      all !== undefined && selected < all
        ? html`<button class="link" type="button" @click=${onSelectAll}>${texts.selectAll(formatNumber(all))}</button>`
        : nothing
    }
    <span class="steps">
      ${steps.map(
        (step, at) =>
          html`<button class="tool ${at === 0 ? 'white' : 'outlined'}" type="button" @click=${() => onStep(step)}>
            ${step.icon ?? nothing}${step.label}
          </button>`,
      )}
      ${menuTemplate(texts.export, exports, 'outlined', 'up')}
      <button class="tool outlined" type="button" aria-label=${texts.unselect} @click=${onUnselect}>
        ${closeIcon}
      </button>
    </span>
  </div>`;
}

import { css, html, nothing, type TemplateResult } from 'lit';
import { downIcon } from '../icons/down.ts';

/** Something that can be done with a record. */
export interface RecordStep {
  label: string;
  icon?: TemplateResult;
  onTake: () => void;
}

export interface StepButtonsView {
  /** What most people come for stands first. */
  shown: readonly RecordStep[];
  /** What is rare is folded away. */
  folded?: readonly RecordStep[];
  /** The words on what unfolds it. */
  further: string;
  busy: boolean;
}

/** What can be done with a record, as buttons. */
export function stepButtons({ shown, folded = [], further, busy }: StepButtonsView): TemplateResult {
  const button = ({ label, icon, onTake }: RecordStep, look = '') =>
    html`<button class="button ${look}" type="button" ?disabled=${busy} @click=${onTake}>${icon}${label}</button>`;
  return html`<div class="actions">
    ${shown.map((each, at) => button(each, at === 0 ? 'primary' : ''))}
    ${
      folded.length > 0
        ? html`<details class="further">
            <summary class="button">${further}${downIcon}</summary>
            <div class="actions">${folded.map((each) => button(each))}</div>
          </details>`
        : nothing
    }
  </div>`;
}

/** Look of the name of a record with its states, and of its steps. */
export const recordPartStyles = css`
  .title h3 {
    font-size: 1.25em;
    line-height: 1.4;
  }
  .states-line {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em;
    margin-block-start: 0.4em;
  }
  .further {
    margin: 0;
  }
  .further > summary {
    list-style: none;
  }
  .further > summary::-webkit-details-marker {
    display: none;
  }
  .further[open] {
    flex: 1 0 100%;
  }
  .further[open] > summary {
    margin-block-end: 0.75em;
  }
  .further[open] > summary > .icon {
    transform: rotate(180deg);
  }
`;

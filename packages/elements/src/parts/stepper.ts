import { css, html, nothing, type TemplateResult } from 'lit';
import { checkedIcon } from '../icons/checked.ts';
import type { parts } from '../locale/parts/vi.ts';
import { railStyles } from './rail.ts';

/** A step of something that goes its way. */
export interface StepperStep {
  name: string;
  /** When, by whom, or what will happen. */
  note?: string | undefined;
  /** Only one step is `now`. */
  state: 'done' | 'now' | 'next';
}

export interface StepperView {
  steps: readonly StepperStep[];
  /** What the steps belong to, for screen readers. */
  label: string;
  texts: typeof parts;
  /** Small points without numbers and notes, for a record beside a list. */
  isCompact?: boolean;
  /** The step that is now waits for somebody who is late. */
  isHeldUp?: boolean;
}

/** The way of a record: side by side from 600 px of its container, below each other in less. */
export function stepper({ steps, label, texts, isCompact = false, isHeldUp = false }: StepperView): TemplateResult {
  return html`<div class="stepper-box ${isCompact ? 'compact' : ''}">
    <ol class="rail stepper ${isHeldUp ? 'held-up' : ''}" aria-label=${label}>
      ${steps.map(
        ({ name, note, state }, index) =>
          html`<li class=${state} aria-current=${state === 'now' ? 'step' : nothing}>
            <span class="dot" aria-hidden="true"
              >${state === 'done' ? checkedIcon : isCompact ? nothing : html`<span class="number">${index + 1}</span>`}</span
            >
            <div>
              <p class="name">
                ${name}${state === 'done' ? html`<span class="hidden">, ${texts.done}</span>` : nothing}
              </p>
              ${note && !isCompact ? html`<p class="note">${note}</p>` : nothing}
            </div>
          </li>`,
      )}
    </ol>
  </div>`;
}

export const stepperStyles = [
  railStyles,
  css`
    .stepper-box {
      container-type: inline-size;
    }
    .stepper .name {
      font-weight: 700;
      line-height: 1.5;
      text-wrap: balance;
    }
    .stepper .now > .dot {
      box-shadow: 0 0 0 4px var(--_action-soft);
    }
    .stepper .next > .dot {
      color: var(--_muted);
    }
    /* Small type makes the container wide enough from 420 px on: its queries count in its own em. */
    .compact {
      font-size: 0.7em;
    }
    .compact .stepper {
      --_dot: 1.8em;
    }
    .compact .name {
      font-size: max(1.25em, 14px);
      font-weight: 400;
      color: var(--_muted);
    }
    .compact .now .name {
      font-weight: 700;
      color: var(--_text);
    }
    .compact .dot {
      --_icon: 1.25em;
    }
    .compact .now > .dot {
      border-width: 0.55em;
      background: var(--_surface);
      box-shadow: none;
    }
    .held-up .now > .dot {
      border-color: var(--_warning);
    }
    .held-up:not(.compact *) .now > .dot {
      background: var(--_warning);
    }
    @media (forced-colors: active) {
      .stepper .now > .dot {
        box-shadow: 0 0 0 3px CanvasText;
      }
      .compact .now > .dot {
        border-color: Highlight;
        background: Canvas;
      }
    }
    @container (min-width: 37.5em) {
      .stepper {
        grid-auto-flow: column;
        grid-auto-columns: minmax(0, 1fr);
      }
      .stepper > li {
        grid-template-columns: minmax(0, 1fr);
        justify-items: center;
        align-content: start;
        gap: 0.5em;
        padding: 0 0.5em;
        text-align: center;
      }
      .stepper > li:not(:last-child)::before {
        inset: calc(var(--_dot) / 2 - 1px) calc(var(--_dot) / 2 - 50%) auto calc(50% + var(--_dot) / 2);
        border-inline-start: 0;
        border-block-start: 2px solid var(--_rule);
      }
      .stepper > .done:not(:last-child)::before {
        border-color: var(--_success);
      }
    }
  `,
];

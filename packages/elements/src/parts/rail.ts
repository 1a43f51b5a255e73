import { css } from 'lit';
import { iconStyles } from '../icons/icon.ts';

/** Points on a line from top to bottom: what the stepper on a phone and the timeline have in common. */
export const railStyles = [
  iconStyles,
  css`
    .rail {
      --_dot: 1.75em;
      list-style: none;
      display: grid;
    }
    .rail > li {
      position: relative;
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: 0 0.75em;
      padding-block-end: 1.25em;
    }
    .rail > li:last-child {
      padding-block-end: 0;
    }
    .rail > li:not(:last-child)::before {
      content: '';
      position: absolute;
      inset: var(--_dot) auto 0 calc(var(--_dot) / 2 - 1px);
      border-inline-start: 2px solid var(--_rule);
    }
    .rail > .done:not(:last-child)::before {
      border-color: var(--_success);
    }
    .rail .dot {
      display: grid;
      place-items: center;
      inline-size: var(--_dot);
      block-size: var(--_dot);
      border: 2px solid var(--_line);
      border-radius: 50%;
      background: var(--_surface);
      --_icon: 1em;
    }
    .rail .dot > .icon {
      stroke-width: 2.5;
    }
    .rail .done > .dot {
      border-color: var(--_success);
      background: var(--_success);
      color: var(--_surface);
    }
    .rail .now > .dot {
      border-color: var(--_action);
      background: var(--_action);
      color: var(--_on-action);
    }
    .rail .number {
      font-size: var(--_font-s);
      font-weight: 700;
      line-height: 1;
    }
    .rail .note {
      color: var(--_muted);
      font-size: var(--_font-s);
    }
    @media (forced-colors: active) {
      .rail > li:not(:last-child)::before,
      .rail > .done:not(:last-child)::before {
        border-color: CanvasText;
      }
      .rail .dot {
        border-color: CanvasText;
      }
      .rail :is(.done, .now) > .dot {
        forced-color-adjust: none;
        border-color: Highlight;
        background: Highlight;
        color: HighlightText;
      }
    }
    @media print {
      .rail :is(.done, .now) > .dot {
        border-color: currentColor;
        background: none;
        color: inherit;
      }
    }
  `,
];

import { css } from 'lit';
import { iconStyles } from '../icons/icon.ts';

/**
 * Look of what every drawing has: its frame, the marks of its series, the table behind it. Drawings take the colour of actions in
 * strengths, so that they follow the portal's own. Series differ in lightness too, and in lines where colours may not be seen. Sizes
 * grow with the text.
 */
export const frameStyles = [
  iconStyles,
  css`
    .drawing {
      margin: 0;
      container-type: inline-size;
    }
    .drawing figcaption {
      margin-block-end: 0.75em;
      line-height: 1.45;
    }
    .drawing figcaption strong,
    .drawing .note,
    .drawing .node strong {
      display: block;
    }
    .drawing .note {
      color: var(--_muted);
      font-size: var(--_font-s);
    }
    .drawing p.note {
      margin-block-end: 0.5em;
    }
    .drawing .foot {
      display: flex;
      flex-wrap: wrap;
      align-items: start;
      justify-content: space-between;
      gap: 0.5em 1.5em;
      margin-block-start: 0.75em;
      font-size: var(--_font-s);
    }
    .drawing .legend {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25em 1.25em;
      list-style: none;
    }
    .drawing .key {
      inline-size: 0.8em;
      block-size: 0.8em;
      margin-inline-end: 0.45em;
    }
    .drawing .figures {
      min-inline-size: 0;
    }
    .drawing .figures[open] {
      flex: 1 0 100%;
    }
    .drawing summary {
      display: inline-flex;
      align-items: center;
      gap: 0.4em;
      min-block-size: 1.75em;
      color: var(--_action);
      font-weight: 600;
      cursor: pointer;
    }
    .drawing summary span {
      text-decoration: underline;
      text-underline-offset: 0.2em;
    }
    .drawing .scroll {
      overflow-x: auto;
    }
    .drawing table {
      border-collapse: collapse;
      font-variant-numeric: tabular-nums;
    }
    .drawing .figures :is(th, td) {
      padding: 0.3em 0.75em;
      border-block-end: 1px solid var(--_rule);
      text-align: start;
      font-weight: 400;
    }
    .drawing .figures thead th {
      color: var(--_muted);
      font-weight: 600;
    }
    .drawing .figures .number {
      text-align: end;
    }

    .missing > rect {
      fill: none;
      stroke: var(--_rule);
    }
    .hatch {
      stroke: var(--_line);
      stroke-width: 1000px;
      stroke-dasharray: 1 5;
      stroke-opacity: 0.75;
    }

    .mark {
      fill: var(--_action);
    }
    /* Opaque, so that it looks the same on the rest of a bar. */
    .second-mark > .ground {
      fill: var(--_action-soft);
    }
    .second-mark > .fill {
      fill-opacity: 0.42;
    }
    .good-mark {
      fill: var(--_success);
    }
    .late-mark {
      fill: #e0a03c;
    }
    .bad-mark {
      fill: var(--_danger);
    }
    .mark > line {
      display: none;
      stroke: var(--_surface);
      stroke-width: 4000px;
      stroke-dasharray: 2 3;
      /* A bar begins with its colour. */
      stroke-dashoffset: 2;
    }
    @media print, (forced-colors: active), (prefers-contrast: more) {
      .mark > line {
        display: inline;
      }
      .second-mark > .fill {
        fill-opacity: 0.75;
      }
      .hatch {
        stroke-opacity: 1;
      }
    }
    @media (forced-colors: active) {
      .missing > rect,
      .hatch {
        stroke: CanvasText;
      }
      .mark,
      .second-mark > .ground {
        fill: CanvasText;
      }
      .mark > .fill {
        fill-opacity: 1;
      }
      .mark > line {
        stroke: Canvas;
      }
      .bars .part rect {
        stroke: Canvas;
      }
    }
    @media print {
      .drawing {
        break-inside: avoid;
      }
      .drawing .figures:not([open]) {
        display: none;
      }
      .drawing svg {
        -webkit-print-color-adjust: exact;
        print-color-adjust: exact;
      }
    }
  `,
];

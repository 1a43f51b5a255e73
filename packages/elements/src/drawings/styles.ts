import { css } from 'lit';
import { iconStyles } from '../icons/icon.ts';

/**
 * Drawings take the colour of actions in strengths, so that they follow the portal's own; `good`, `late` and `bad` are for
 * judgements only. Series differ in lightness too, and in forced colours in outline. Sizes grow with the text.
 */
export const drawingStyles = [
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
      font-size: 0.875em;
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
      font-size: 0.875em;
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

    .first-mark,
    .drawing .series-fill {
      fill: var(--_action);
    }
    .second-mark {
      fill: var(--_action);
      fill-opacity: 0.45;
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

    .drawing .rows {
      display: grid;
      grid-template-columns: minmax(5em, auto) minmax(6em, 1fr) auto;
      gap: 0.6em 0.75em;
      align-items: center;
      font-size: 0.9375em;
    }
    .drawing .rows .row {
      display: contents;
    }
    .drawing .rows .value {
      color: var(--_muted);
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
      text-align: end;
    }
    .drawing .rows .value b {
      color: var(--_text);
    }
    .bars {
      display: block;
      inline-size: 100%;
      block-size: 1.05em;
      overflow: visible;
    }
    .bars .track {
      fill: var(--_rule);
    }
    .bars .missing {
      fill: none;
      stroke: var(--_line);
      stroke-dasharray: 2 3;
    }
    .bars .part {
      stroke: var(--_surface);
      stroke-width: 2;
    }
    @container (max-width: 26em) {
      .drawing .rows,
      .drawing .rows .row {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: 0.15em 0.75em;
      }
      .drawing .rows .row {
        grid-column: 1 / -1;
        margin-block-end: 0.5em;
      }
      .drawing .rows .bars {
        grid-row: 2;
        grid-column: 1 / -1;
      }
    }

    .drawing .chart {
      display: grid;
      grid-template-columns: 2.25em minmax(0, 1fr) 8em;
      grid-template-rows: auto 11em 1.75em;
      font-size: 0.875em;
    }
    .drawing .chart .unit {
      grid-column: 1 / -1;
      padding-inline-start: 2.25em;
      margin-block-end: 0.6em;
      color: var(--_muted);
      font-size: 0.9em;
    }
    .drawing .chart > svg {
      inline-size: 100%;
      block-size: 100%;
      overflow: visible;
    }
    .drawing .chart text {
      fill: var(--_muted);
    }
    .drawing .chart .axis text {
      text-anchor: end;
    }
    .drawing .chart .ticks {
      grid-column: 2;
      grid-row: 3;
    }
    .drawing .chart .ticks text {
      text-anchor: middle;
    }
    .drawing .chart .ticks .start {
      text-anchor: start;
    }
    .drawing .chart .ticks .end {
      text-anchor: end;
    }
    .drawing .chart .ends .bound {
      fill: var(--_info);
      font-weight: 600;
    }
    .drawing .chart .ends .above {
      fill: var(--_danger);
      font-weight: 700;
    }
    .gridline {
      stroke: var(--_rule);
    }
    .drawing path:is(.series, .bound, .expected) {
      fill: none;
      stroke: var(--_text);
      stroke-width: 1.75;
      stroke-linejoin: round;
      vector-effect: non-scaling-stroke;
    }
    .drawing path.bound {
      stroke: var(--_info);
      stroke-width: 1.25;
    }
    .drawing path.expected {
      stroke: var(--_muted);
      stroke-width: 1.25;
      stroke-dasharray: 3 4;
    }
    .band {
      fill: var(--_action);
      fill-opacity: 0.1;
    }
    .dot {
      overflow: visible;
      fill: var(--_text);
    }
    .dot .above {
      fill: var(--_danger);
      stroke: var(--_surface);
    }
    @container (max-width: 30em) {
      .drawing .chart {
        grid-template-columns: 2.25em minmax(0, 1fr) 0.5em;
        grid-template-rows: auto 11em 1.75em auto;
      }
      .drawing .chart .ends {
        grid-column: 1 / -1;
        grid-row: 4;
        block-size: 4.5em;
      }
      .drawing .chart .ticks text:not(.start, .end) {
        display: none;
      }
    }

    .spark {
      inline-size: 6em;
      block-size: 1.5em;
      overflow: visible;
      vertical-align: middle;
      color: var(--_action);
    }
    .spark.worse {
      color: var(--_danger);
    }
    .drawing .spark path.series,
    .spark path.series {
      fill: none;
      stroke: currentColor;
      stroke-width: 1.75;
      stroke-linejoin: round;
      vector-effect: non-scaling-stroke;
    }
    .spark circle {
      fill: currentColor;
    }
    .spark .target {
      stroke: var(--_muted);
      stroke-dasharray: 3 3;
    }

    .drawing .grid th {
      padding: 0.25em 0.75em 0.25em 0;
      font-weight: 400;
      text-align: start;
      min-inline-size: 5em;
    }
    .drawing .grid thead th {
      min-inline-size: 0;
      padding: 0 0 0.25em;
      color: var(--_muted);
      font-size: 0.875em;
      text-align: center;
    }
    .drawing .grid td {
      min-inline-size: 2.75em;
      padding: 0.45em 0.4em;
      border: 2px solid var(--_surface);
      border-radius: 5px;
      font-weight: 600;
      text-align: center;
      -webkit-print-color-adjust: exact;
      print-color-adjust: exact;
    }
    .drawing .grid thead td {
      min-inline-size: 0;
      padding: 0;
    }
    .drawing .grid [class^='shade'] {
      position: relative;
      isolation: isolate;
    }
    .drawing .grid [class^='shade']::before {
      content: '';
      position: absolute;
      inset: 0;
      z-index: -1;
      border-radius: 4px;
      background: var(--_action);
      opacity: var(--_shade);
      -webkit-print-color-adjust: exact;
      print-color-adjust: exact;
    }
    .drawing .grid .shade-0 {
      --_shade: 0.06;
    }
    .drawing .grid .shade-1 {
      --_shade: 0.16;
    }
    .drawing .grid .shade-2 {
      --_shade: 0.28;
    }
    .drawing .grid .shade-3 {
      --_shade: 0.42;
    }
    .drawing .grid .shade-4 {
      --_shade: 1;
      color: var(--_on-action);
    }
    .drawing .grid .missing {
      background: repeating-linear-gradient(135deg, var(--_rule) 0 2px, transparent 2px 6px);
    }

    .drawing .map-and-names {
      display: flex;
      flex-wrap: wrap;
      gap: 1em 1.5em;
      align-items: start;
    }
    .drawing .map-and-names ul {
      list-style: none;
      line-height: 1.7;
    }
    .drawing .map-and-names .act {
      color: var(--_danger);
      font-weight: 700;
    }
    .drawing .map-and-names .check {
      color: var(--_warning);
      font-weight: 600;
    }
    .drawing .tiles,
    .drawing .geo {
      max-inline-size: 100%;
    }
    .drawing .geo {
      inline-size: 25em;
    }
    .drawing .place :is(rect, path) {
      fill: var(--_neutral-soft);
      stroke: var(--_surface);
    }
    .drawing .geo .place path {
      stroke: var(--_line);
      stroke-width: 0.5;
    }
    .drawing .place text {
      fill: var(--_neutral);
      font-size: 11px;
      text-anchor: middle;
    }
    .drawing .place.watch :is(rect, path) {
      fill: var(--_action);
      fill-opacity: 0.28;
    }
    .drawing .place.watch text {
      fill: var(--_text);
      font-weight: 600;
    }
    .drawing .place.check :is(rect, path) {
      fill: #e0a03c;
    }
    .drawing .place.check text {
      fill: #2b1a00;
      font-weight: 700;
    }
    .drawing .place.act :is(rect, path) {
      fill: var(--_danger);
      stroke: var(--_text);
      stroke-width: 2;
    }
    .drawing .place.act text {
      fill: var(--_on-action);
      font-weight: 700;
    }
    .drawing .place.missing rect {
      fill: none;
      stroke: var(--_rule);
    }
    .drawing .place.missing .hatch {
      fill: none;
      stroke: var(--_line);
    }

    .drawing .tree,
    .drawing .tree ul {
      list-style: none;
    }
    .drawing .tree ul {
      margin-inline-start: 1.75em;
    }
    .drawing .tree li {
      position: relative;
      padding-block: 0.35em;
    }
    .drawing .tree ul > li::before {
      content: '';
      position: absolute;
      inset-block: 0;
      inset-inline-start: -1em;
      border-inline-start: 1px solid var(--_line);
    }
    .drawing .tree ul > li:last-child::before {
      inset-block-end: auto;
      block-size: 1.75em;
    }
    .drawing .tree ul > li::after {
      content: '';
      position: absolute;
      inset-block-start: 1.75em;
      inset-inline-start: -1em;
      inline-size: 1em;
      border-block-start: 1px solid var(--_line);
    }
    .drawing .tree .node {
      display: inline-block;
      min-inline-size: 12em;
      padding: 0.5em 0.75em;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      background: var(--_raised);
      line-height: 1.45;
    }
    .drawing .tree .root {
      border-color: var(--_honor-line, var(--_line));
    }
    .drawing .tree .success {
      border-color: var(--_success);
      background: var(--_success-soft);
    }
    .drawing .tree .planned {
      border-style: dashed;
      background: none;
    }

    @media (forced-colors: active) {
      .first-mark,
      .good-mark,
      .dot,
      .dot .above,
      .spark circle {
        fill: CanvasText;
      }
      :is(.second-mark, .late-mark) {
        fill: Canvas;
        fill-opacity: 1;
        stroke: CanvasText;
        stroke-width: 2;
      }
      .bad-mark {
        fill: Highlight;
      }
      .bars .track {
        fill: none;
      }
      .gridline,
      .drawing .place :is(rect, path) {
        stroke: GrayText;
      }
      .drawing .place :is(rect, path) {
        fill: Canvas;
        fill-opacity: 1;
      }
      .drawing .place.act :is(rect, path) {
        fill: Highlight;
        stroke: CanvasText;
      }
      .drawing .place.act text {
        fill: HighlightText;
      }
      .drawing .place.check :is(rect, path) {
        stroke: CanvasText;
        stroke-width: 3;
      }
      .drawing .place text,
      .drawing .chart text {
        fill: CanvasText;
      }
      .drawing path:is(.series, .bound, .expected) {
        stroke: CanvasText;
      }
      .band {
        fill: none;
      }
      .drawing .grid td,
      .drawing .grid .shade-4 {
        border: 1px solid CanvasText;
        color: CanvasText;
      }
      .drawing .grid [class^='shade']::before {
        content: none;
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

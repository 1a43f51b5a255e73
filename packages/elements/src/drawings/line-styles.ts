import { css } from 'lit';

/** Look of a line with its bounds, and of a small one beside words. */
export const lineStyles = css`
  .drawing .chart {
    display: grid;
    grid-template-columns: 2.25em minmax(0, 1fr) 8em;
    grid-template-rows: auto 11em 1.75em;
    font-size: var(--_font-s);
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
  @media (forced-colors: active) {
    .dot,
    .dot .above,
    .spark circle,
    .drawing .chart text {
      fill: CanvasText;
    }
    .gridline {
      stroke: GrayText;
    }
    .drawing path:is(.series, .bound, .expected) {
      stroke: CanvasText;
    }
    .band {
      fill: none;
    }
  }
`;

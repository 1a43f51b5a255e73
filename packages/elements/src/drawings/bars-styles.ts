import { css } from 'lit';

/** Look of bars and of a funnel. */
export const barsStyles = css`
  .drawing .rows {
    display: grid;
    grid-template-columns: minmax(5em, auto) minmax(6em, 1fr) auto;
    gap: 0.75em;
    align-items: center;
    font-size: max(0.9375em, 14px);
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
    block-size: 1.45em;
    overflow: visible;
  }
  .bars .track {
    fill: var(--_rule);
  }
  .bars .part rect {
    stroke: var(--_surface);
    stroke-width: 2;
  }
  .bars .small rect {
    stroke-width: 1;
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
      block-size: 1.2em;
      grid-row: 2;
      grid-column: 1 / -1;
    }
    .drawing .rows .two {
      block-size: 1.05em;
    }
  }
  @media (forced-colors: active) {
    .bars .track {
      fill: none;
      stroke: GrayText;
    }
  }
`;

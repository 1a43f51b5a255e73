import { css } from 'lit';

/**
 * Look of a table of criteria on the screen: a table, with less room without a column for the maximum, on a phone a list of lines.
 * What is entered there has a look of its own.
 */
export const criteriaTableStyles = css`
  .score-table {
    inline-size: 100%;
    border: 1px solid var(--_rule);
    border-spacing: 0;
    border-radius: var(--_radius-card);
    background: var(--_surface);
    --dvk-control: max(2em, 32px);
  }
  .score-table :is(th, td) {
    padding: 0.25em 0.6em;
    border-block-end: 1px solid var(--_rule);
    text-align: start;
    font-weight: 400;
    vertical-align: middle;
  }
  .score-table > tbody:nth-of-type(1) > tr:last-child > * {
    border-block-end: 0;
  }
  .score-table thead th {
    block-size: 2.857em;
    background: var(--_raised);
    color: var(--_muted);
    font-size: var(--_font-s);
    font-weight: 600;
    white-space: nowrap;
  }
  .score-table thead th:first-child {
    border-start-start-radius: var(--_radius-card);
  }
  .score-table thead th:last-child {
    border-start-end-radius: var(--_radius-card);
  }
  .score-table .criterion {
    line-height: 1.4;
  }
  .score-table .line > * {
    block-size: 2.5em;
  }
  .score-table .group :is(th, td) {
    block-size: 2.125em;
    background: var(--_raised);
    font-weight: 700;
  }
  .score-table .group:is(.depth-1, .depth-2, .depth-3) > * {
    font-weight: 600;
  }
  .score-table .number {
    text-align: center;
    white-space: nowrap;
  }
  .score-table .line .number,
  .score-table .line .max,
  .score-table .of {
    color: var(--_muted);
  }
  .score-table .of {
    font-weight: 400;
    white-space: nowrap;
  }
  .score-table .points {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .score-table :is(.note, .levels, .what) {
    display: block;
    color: var(--_muted);
    font-size: var(--_font-s);
    font-weight: 400;
  }
  .score-table .levels {
    padding-inline-start: 1.2em;
  }
  @media screen {
    .score-table thead th {
      position: sticky;
      z-index: 1;
      inset-block-start: var(--dvk-sticky-top, 0px);
    }
    @container panel (width >= 42em) {
      .score-table .number {
        inline-size: 3.5em;
      }
      .score-table .max {
        inline-size: 4em;
      }
    }
    @container panel (width >= 60em) {
      .score-table .of {
        display: none;
      }
    }
    /* The names of criteria need the room. */
    @container panel (42em <= width < 60em) {
      .score-table .number {
        inline-size: 3em;
      }
    }
    @container panel (width < 60em) {
      .score-table .max {
        display: none;
      }
    }
    @container panel (width < 42em) {
      .score-table :is(thead, tbody:not(.paper-only), tr, th, td) {
        display: block;
      }
      .score-table {
        border-inline: 0;
        border-radius: 0;
      }
      .score-table thead {
        position: absolute;
        inline-size: 1px;
        block-size: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
      .score-table tr {
        padding-block: 0.5em;
        border-block-end: 1px solid var(--_rule);
      }
      .score-table tbody :is(th, td) {
        inline-size: auto;
        padding: 0.15em 0;
        border: 0;
      }
      .score-table :is(.line, .group) > :is(th, td) {
        block-size: auto;
      }
      .score-table .group {
        padding-inline: 0.5em;
        background: var(--_raised);
      }
      .score-table tbody .number {
        float: left;
        padding-inline-end: 0.5em;
      }
      .score-table tbody .number:empty,
      .score-table td.max {
        display: none;
      }
      .score-table .line .criterion {
        display: flow-root;
        font-weight: 600;
      }
      .score-table tbody td[data-label] {
        display: flex;
        gap: 0.5em;
        align-items: center;
        min-block-size: 2em;
        text-align: start;
      }
      .score-table td[data-label]::before {
        content: attr(data-label);
        flex: 0 0 8em;
        color: var(--_muted);
        font-size: var(--_font-s);
        font-weight: 400;
      }
    }
  }
  @media (forced-colors: active) {
    .score-table .group > * {
      border-block-start: 1px solid CanvasText;
    }
  }
`;

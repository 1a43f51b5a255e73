import { css } from 'lit';

/** Look of the criteria table on the screen: a table, with less room without a column for the maximum, on a phone a list of lines. */
export const tableStyles = css`
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
  .score-table .of,
  .score-table .said,
  .score-table .none {
    color: var(--_muted);
  }
  .score-table .of {
    font-weight: 400;
    white-space: nowrap;
  }
  .score-table .said,
  .score-table .evidence {
    font-size: var(--_font-s);
  }
  .score-table .points {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .score-table .marked {
    color: var(--_warning);
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
  .score-table .entry {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 0.6em;
    text-align: start;
  }
  .score-table .entry > :is(dvk-text-field, dvk-choice-field, .counted) {
    flex: 1 1 6em;
    min-inline-size: 0;
  }
  .score-table .entry > .check {
    flex: 1 0 100%;
    font-size: var(--_font-s);
  }
  .score-table .entry ::part(control) {
    padding-inline-start: 0.5em;
  }
  .score-table .entry > dvk-text-field::part(control) {
    padding-inline-end: 0.5em;
    text-align: end;
  }
  .score-table .entry > .check {
    order: 1;
  }
  .score-table .worth {
    min-inline-size: 1.75em;
    text-align: end;
  }
  .score-table .pair {
    display: grid;
    grid-template-columns: 1fr auto 1fr;
    gap: 0.25em;
    align-items: center;
  }
  .open-sheet .check {
    display: flex;
    gap: 0.5em;
    align-items: center;
    min-block-size: 1.75em;
    cursor: pointer;
  }
  .open-sheet .check input {
    inline-size: 1.25em;
    block-size: 1.25em;
    flex: none;
    accent-color: var(--_action);
  }
  .score-table .files {
    display: inline-flex;
    align-items: center;
    gap: 0.3em;
    min-block-size: 24px;
    white-space: nowrap;
  }
  .score-table button.missing {
    color: var(--_warning);
  }
  .score-table .sign {
    display: none;
  }
  .score-table .attention > * {
    background: var(--_action-soft);
  }
  .score-table .attention > :first-child {
    box-shadow: inset 3px 0 var(--_action);
  }
  .score-table .continued > * {
    border-block-end-color: transparent;
  }
  .score-table .details {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 17em), 1fr));
    gap: 0.75em 1.25em;
    padding-block: 0.25em 0.75em;
    --dvk-control: initial;
  }
  @media screen {
    .score-table .off {
      display: none;
    }
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
      .score-table .own {
        inline-size: 8em;
      }
      .score-table .difference {
        inline-size: 6em;
      }
      .score-table .evidence {
        inline-size: 7.5em;
      }
      .score-table .own.entered,
      .score-table .given {
        inline-size: 12em;
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
      .score-table .own {
        inline-size: 7em;
      }
      .score-table .own.entered {
        inline-size: 12em;
      }
      .score-table .evidence {
        inline-size: 3.5em;
      }
    }
    @container panel (width < 60em) {
      .score-table .max,
      .score-table .none {
        display: none;
      }
      /* Still read aloud. */
      .score-table .evidence .word {
        position: absolute;
        inline-size: 1px;
        block-size: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
      .score-table .sign {
        display: inline;
      }
      .score-table .evidence .missing .word {
        position: static;
        inline-size: auto;
        block-size: auto;
        clip-path: none;
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
      .score-table .off {
        display: none;
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
      .score-table .continued,
      .score-table .attention {
        border-block-end: 0;
      }
      .score-table tr.attention {
        padding-inline-start: 0.6em;
        background: var(--_action-soft);
        box-shadow: inset 3px 0 var(--_action);
      }
      .score-table .attention > :is(*, :first-child) {
        box-shadow: none;
      }
      .score-table tbody .number {
        float: left;
        padding-inline-end: 0.5em;
      }
      .score-table tbody .number:empty,
      .score-table td.max,
      .score-table td.evidence.empty {
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
      .score-table td[data-label] > .entry {
        flex: 1;
      }
      .score-table td[data-label]::before {
        content: attr(data-label);
        flex: 0 0 8em;
        color: var(--_muted);
        font-size: var(--_font-s);
        font-weight: 400;
      }
      .score-table .evidence .word {
        position: static;
        inline-size: auto;
        block-size: auto;
        clip-path: none;
      }
      .score-table .evidence .sign {
        display: none;
      }
      .score-table {
        --dvk-control: 44px;
      }
    }
  }
  @media (forced-colors: active) {
    .score-table .attention > :first-child {
      border-inline-start: 3px solid Highlight;
    }
    .score-table .group > * {
      border-block-start: 1px solid CanvasText;
    }
  }
`;

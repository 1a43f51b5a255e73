import { css } from 'lit';

/** The rows on a screen: grids, so that those far away cost nothing. */
export const tableStyles = css`
  .frame {
    border: 1px solid var(--_rule);
    border-radius: var(--_radius-card);
    background: var(--_surface);
  }
  @media screen {
    .table,
    .table tbody,
    .table thead {
      display: block;
    }
    .table thead {
      position: sticky;
      z-index: 2;
      inset-block-start: var(--dvk-sticky-top, 0px);
      border-radius: var(--_radius-card) var(--_radius-card) 0 0;
      background: var(--_raised);
    }
    .table .heads,
    .table .row {
      display: grid;
      grid-template-columns: var(--_columns);
      align-items: center;
    }
    .table :is(.group, .below, .below td) {
      display: block;
    }
    /* Of a block and not of each row: browsers have to watch each such element. */
    .table .full {
      content-visibility: auto;
      contain-intrinsic-size: auto calc(10 * 3.375em);
    }
    .wide {
      display: none;
    }
  }
  .table .heads {
    min-block-size: 2.5em;
  }
  .table :is(th, td) {
    min-inline-size: 0;
    padding: 0 0.6em;
    text-align: start;
    font-size: max(0.9375em, 14px);
    line-height: 1.4;
  }
  .table td:not(.check) {
    padding-block: 0.35em;
  }
  @media screen {
    .table :is(.heads, .row) > :first-child:not(.check) {
      padding-inline-start: 1em;
    }
  }
  .table .heads th {
    color: var(--_muted);
    font-size: var(--_font-s);
    font-weight: 600;
    white-space: nowrap;
  }
  .table .end {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .table .icon {
    --_icon: 1.2em;
  }
  .table .heads .icon,
  .table .group .icon {
    --_icon: 1em;
  }
  .table .sort {
    display: inline-flex;
    align-items: center;
    gap: 0.3em;
    min-block-size: 24px;
    padding: 0;
    border: 0;
    background: none;
    font-weight: 600;
    cursor: pointer;
  }
  .table .sort:hover {
    color: var(--_action);
  }
  .table .group {
    border-block-start: 1px solid var(--_rule);
    background: var(--_raised);
    color: var(--_muted);
  }
  .table .group th {
    display: flex;
    align-items: center;
    gap: 0.5em;
    padding: 0.4em 1em;
    font-size: var(--_font-s);
    font-weight: 600;
  }
  .table .group.danger {
    color: var(--_danger);
  }
  .table .group.warning {
    color: var(--_warning);
  }
  .table .row {
    min-block-size: var(--_row);
    scroll-margin-block: 3.5em;
    border-block-start: 1px solid var(--_rule);
    cursor: pointer;
  }
  .table .row:hover {
    background: var(--_raised);
  }
  .table .below td {
    padding-block: 0 0.75em;
  }
  .table .row:is(.current, .selected) {
    background: var(--_action-soft);
    box-shadow: inset 3px 0 0 var(--_action);
  }
  /* In a column its icon stands below those of the chips. */
  .table .row > * > .plain {
    padding-inline: 0.7em;
  }
  .table .row:is(.current, .selected) .chip.info {
    --_soft: var(--_surface);
  }
  .table .name {
    display: flex;
    align-items: flex-start;
    gap: 0.6em;
    padding-block: 0.35em !important;
  }
  .table .name > .icon {
    margin-block-start: 0.1em;
    color: var(--_muted);
  }
  .table .words {
    display: grid;
    grid-auto-flow: var(--_row-flow, row);
    grid-auto-columns: minmax(0, max-content);
    column-gap: 0.75em;
    align-items: baseline;
    flex: 1;
    min-inline-size: 0;
  }
  .table .opener {
    justify-self: start;
    max-inline-size: 100%;
    min-block-size: 24px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_text);
    font-weight: 600;
    line-height: 1.6;
    text-align: start;
    text-decoration: none;
    cursor: pointer;
  }
  .table .opener:hover {
    text-decoration: underline;
  }
  .table .row :focus-visible {
    outline-offset: 0;
  }
  .table .meta {
    color: var(--_muted);
    font-size: max(0.9333em, 14px);
  }
  .table .opener,
  .table .meta {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  /* What tells names apart stands at their end: where there is little room they take two lines. */
  @container list (width < 60em) {
    .table .opener {
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      line-height: 1.4;
      white-space: normal;
    }
    .table .meta {
      white-space: normal;
    }
    .table .meta [translate='no'] {
      white-space: nowrap;
    }
  }
  .table .chevron {
    display: none;
  }
  .table .tick {
    display: grid;
    place-items: center;
    inline-size: 100%;
    min-block-size: 2.5em;
    cursor: pointer;
  }
  .table .check {
    padding: 0;
  }
`;

/** Narrow lists: cards without boxes, from edge to edge. */
export const cardStyles = css`
  @media screen {
    @container list (width <= 30em) {
      .tabs,
      .filter-row > *,
      .list-kit:not(.searching) .filter-row {
        display: none !important;
      }
      .filter-row > .search {
        display: block !important;
        max-inline-size: none;
      }
      .frame {
        margin-inline: calc(-1 * var(--_edge, 0px));
        border-width: 1px 0;
        border-radius: 0;
      }
      .table thead {
        position: absolute;
        inline-size: 1px;
        block-size: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
      /* Everything stands below the name, which an icon moves aside; in em of the cells, which are a little smaller than the row. */
      .table {
        --_aside: 0em;
      }
      .table.with-icons {
        --_aside: 1.8em;
      }
      .table .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.4em 0.6em;
        padding: 0.75em var(--_edge, 0.75em);
        padding-inline-start: calc(var(--_edge, 0.75em) + 0.9375 * var(--_aside));
      }
      .table .full {
        contain-intrinsic-size: auto calc(10 * 8em);
      }
      .table .group th {
        padding-inline: var(--_edge, 0.75em);
        padding-block: 0.6em;
        font-size: 1em;
      }
      .table .row :is(td, .plain) {
        padding: 0 !important;
      }
      .table .below td {
        padding-inline: var(--_edge, 0.75em);
      }
      .table .row .name {
        flex: 1 0 calc(100% + var(--_aside));
        order: -1;
        padding-block: 0 !important;
        margin-inline-start: calc(-1 * var(--_aside));
      }
      .table .row .check {
        display: none;
      }
      .selecting .table .row {
        padding-inline-start: calc(var(--_edge, 0.75em) + 0.9375 * (2.4em + var(--_aside)));
      }
      .selecting .row .check {
        display: block;
        order: -2;
        inline-size: 1.76em;
        margin-inline-start: calc(-2.4em - var(--_aside));
      }
      .selecting .row .name {
        margin-inline-start: 0;
      }
      .table .words {
        grid-auto-flow: row;
      }
      .table .opener {
        -webkit-line-clamp: 4;
        font-size: 1.0667em;
        line-height: 1.45;
        white-space: normal;
      }
      .table .meta {
        white-space: normal;
      }
      .table .meta [translate='no'] {
        white-space: nowrap;
      }
      .table .on-wide {
        display: none;
      }
      .table .chevron {
        display: block;
        margin-inline-start: auto;
        color: var(--_muted);
      }
      .table .row .end::before {
        content: attr(data-label) ' ';
        color: var(--_muted);
      }
      .list-kit .foot .load-more {
        flex: 1 0 100%;
      }
      .list-kit .foot .shown {
        flex: 1 0 100%;
        text-align: center;
      }
    }
    @container list (width < 60em) {
      .filter-row:not(.few) > :is(.choice, .menu):not(.first, .bookmark) {
        display: none;
      }
      .filter-row:not(.few) .sheet {
        display: inline-flex;
      }
      .filter-row > .bookmark span {
        position: absolute;
        inline-size: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
    }
    @container panel (width <= 30em) {
      .phone-tools {
        display: flex;
      }
    }
  }
`;

/** Forced colours: what is said by a background alone gets an outline. Paper: a real table, its heading on each page. */
export const mediaStyles = css`
  @media (forced-colors: active) {
    .table .row:is(.current, .selected) {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .bar .tool {
      border: 1px solid;
    }
  }
  @media print {
    .frame {
      border: 0;
    }
    .table {
      inline-size: 100%;
      border-collapse: collapse;
    }
    .table .check,
    .table .name > .icon,
    .table .heads .icon,
    .table .chip .icon,
    .table .wide:not(.name) {
      display: none;
    }
    .table th.name {
      inline-size: 56%;
    }
    /* Chromium leaves buttons out of the heading that it repeats on each page. */
    .table .sort {
      display: contents;
    }
    .table .chip {
      white-space: nowrap;
    }
    .table .meta [translate='no'],
    .table .row > .due {
      white-space: nowrap;
    }
    .base .table :is(th, td) {
      block-size: auto;
      padding: 0.25em 0.5em;
      border: 1px solid #555;
      background: none;
      color: #000;
      font-size: 12pt;
      line-height: 1.3;
      vertical-align: top;
      white-space: normal;
    }
    .base .table .heads th {
      font-weight: 700;
      text-align: center;
      vertical-align: middle;
    }
    .base .table :is(.opener, .meta, .chip) {
      padding: 0;
      border: 0;
      background: none;
      color: #000;
      font-size: 12pt;
    }
    .list-total {
      padding-block-start: 2mm;
    }
    .table tr {
      break-inside: avoid;
    }
    .table tr.group {
      break-after: avoid;
    }
    .table .name {
      display: table-cell;
    }
    .table .group th {
      display: table-cell;
    }
    .table .opener,
    .table .meta {
      display: block;
      overflow: visible;
      white-space: normal;
    }
  }
`;

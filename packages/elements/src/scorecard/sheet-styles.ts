import { css } from 'lit';

/** Look of an open sheet. */
export const sheetStyles = css`
  .head {
    display: grid;
    gap: 0.4em;
    justify-items: start;
  }
  .sections {
    display: grid;
    gap: 1.25em;
  }
  .totals {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14em), 1fr));
    gap: 1em;
  }
  .total {
    padding: 0.9em 1.1em;
    background: var(--_raised);
    border-radius: var(--_radius);
  }
  .total b {
    display: block;
    font-size: 1.6em;
    line-height: 1.4;
    font-variant-numeric: tabular-nums;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: 0.55em 0.6em;
    border: 1px solid var(--_rule);
    vertical-align: top;
    text-align: start;
    font-weight: 400;
  }
  thead th {
    background: var(--_raised);
    font-weight: 700;
  }
  .group th,
  .group td {
    background: var(--_raised);
    font-weight: 700;
  }
  .group.depth-1 th,
  .group.depth-2 th,
  .group.depth-3 th {
    font-weight: 600;
  }
  .number {
    white-space: nowrap;
  }
  .points {
    text-align: end;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  td[data-label] {
    min-inline-size: 7.5em;
  }
  .note,
  .levels {
    display: block;
    color: var(--_muted);
    font-size: var(--_font-s);
  }
  .levels {
    padding-inline-start: 1.2em;
  }
  .worked {
    display: block;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .pair {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 0.4em;
  }
  .check {
    display: flex;
    gap: 0.5em;
    align-items: center;
    min-block-size: 2.25em;
    cursor: pointer;
  }
  .check input {
    inline-size: 1.25em;
    block-size: 1.25em;
    flex: none;
    accent-color: var(--_action);
  }
  .continued > * {
    border-block-end: 0;
  }
  .extra td {
    border-block-start: 0;
    padding-block-start: 0;
  }
  .extra details > * + * {
    margin-block-start: 0.75em;
  }
  .stops {
    list-style: none;
    display: grid;
    gap: 0.75em;
  }
  .signatures {
    display: none;
  }
  @media screen and (max-width: 680px) {
    table,
    tbody,
    tr,
    th,
    td {
      display: block;
      border: 0;
    }
    thead {
      position: absolute;
      clip-path: inset(50%);
      block-size: 1px;
      overflow: hidden;
    }
    tr {
      padding-block: 0.5em;
      border-block-end: 1px solid var(--_rule);
    }
    th,
    td {
      padding: 0.2em 0;
    }
    th[scope='row'] {
      font-weight: 600;
      /* Stays beside its number in every line. */
      display: flow-root;
    }
    .number:empty,
    .extra td:empty,
    .group td[colspan] {
      display: none;
    }
    .number {
      float: left;
      padding-inline-end: 0.5em;
    }
    td[data-label]::before {
      content: attr(data-label) ': ';
      font-weight: 600;
    }
    .points {
      text-align: start;
    }
    .group {
      padding: 0.5em;
      background: var(--_raised);
    }
  }
  @media print {
    thead {
      display: table-header-group;
    }
    tr {
      break-inside: avoid;
    }
    th,
    td {
      border-color: #000;
      padding: 0.25em 0.4em;
    }
    details,
    .extra.folded,
    .small.draft {
      display: none;
    }
    /* The folded row below is not printed. */
    .continued > * {
      border-block-end: 1px solid #000;
    }
    .totals {
      grid-template-columns: none;
      grid-auto-flow: column;
      grid-auto-columns: 1fr;
    }
    .signatures {
      display: grid;
      grid-template-columns: 1fr 1fr;
      text-align: center;
      margin-block-start: 2em;
      break-inside: avoid;
    }
    .signatures :nth-child(-n + 2) {
      margin-block-end: 5em;
    }
    .signatures :nth-child(n + 3) {
      font-style: italic;
    }
  }
`;

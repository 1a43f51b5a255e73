import { css, type CSSResult } from 'lit';
import { sheetStyles } from '../paper/official-styles.ts';

/** A table of criteria on A4: one table whose head is on every page. */
const tablePaperStyles = css`
  @media print {
    .score-table > tbody.paper-only {
      display: table-row-group;
    }
    .score-table td > span.paper-only {
      display: inline;
    }
    .score-table .extra,
    .score-table .of,
    .score-table .levels {
      display: none;
    }
    .score-table {
      border: 0;
      border-collapse: collapse;
      border-radius: 0;
      font-size: 12pt;
      line-height: 1.25;
    }
    .base .score-table > * > tr > :is(th, td, .number, .max),
    .base .score-table .attention > :first-child,
    .base .score-table > tbody > tr:last-child > * {
      block-size: auto;
      padding: 0.15em 0.35em;
      border: 1px solid #000;
      background: none;
      box-shadow: none;
      color: #000;
      font-size: 12pt;
    }
    .base .score-table thead th {
      position: static;
      border-radius: 0;
      font-weight: 700;
      text-align: center;
      white-space: normal;
    }
    .base .score-table .points {
      inline-size: 4.2em;
      text-align: center;
    }
    .score-table thead {
      display: table-header-group;
    }
    .score-table tr {
      break-inside: avoid;
    }
    .score-table .group:not(.grand-total) {
      break-after: avoid;
    }
    .score-table .marked {
      color: #000;
    }
    .score-table .grand-total .criterion {
      text-transform: uppercase;
    }
  }
`;

export const criteriaPaperStyles: readonly CSSResult[] = [sheetStyles, tablePaperStyles];

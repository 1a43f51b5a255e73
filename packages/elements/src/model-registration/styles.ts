import { css, type CSSResult } from 'lit';
import { sheetStyles } from '../paper/official-styles.ts';
import { disclosureStyles } from '../parts/disclosure.ts';
import { foldedErrorsStyles } from './folded-errors.ts';

const looks = css`
  .layout {
    display: grid;
    gap: 1.5em 2.5em;
  }
  .contents .disclosure {
    padding-block-end: var(--_space-xs);
    border-block-end: 1px solid var(--_rule);
  }
  .contents ol {
    list-style: none;
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(16em, 100%), 1fr));
    gap: 0 1.5em;
  }
  .contents a {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 0.75em;
    padding: 0.55em 0;
    border-block-end: 1px solid var(--_rule);
    text-decoration: none;
  }
  .contents a:hover {
    text-decoration: underline;
  }
  .contents small {
    font-size: var(--_font-s);
    color: var(--_muted);
  }
  .contents .full {
    color: var(--_success);
  }
  .sections {
    display: grid;
    gap: 2.5em;
  }
  /* Twelve columns: two fields or three days in a line, with the same edges. */
  .fields {
    display: grid;
    grid-template-columns: repeat(12, minmax(0, 1fr));
    gap: var(--_space-l) var(--_space-m);
    align-items: start;
    max-inline-size: 64em;
  }
  .fields > * {
    grid-column: 1 / -1;
  }
  .fields > h3:not(:last-child) {
    margin: 0;
    padding-block-end: var(--_space-xs);
    border-block-end: 1px solid var(--_rule);
    scroll-margin-block-start: 1em;
  }
  @container (max-width: 30em) {
    .short {
      --dvk-option-width: 8.5em;
    }
  }
  @container (min-width: 30em) {
    .fields > dvk-date-field {
      grid-column: span 4;
    }
  }
  @container (min-width: 42em) {
    .fields > .half {
      grid-column: span 6;
    }
  }
  @container (min-width: 58em) {
    .layout {
      grid-template-columns: 16em minmax(0, 1fr);
    }
    .contents {
      position: sticky;
      inset-block-start: var(--dvk-sticky-top, 1em);
      align-self: start;
    }
  }
  .head {
    display: grid;
    gap: 1.25em;
  }
  .code {
    font-size: 1.25em;
    line-height: 1.3;
    font-weight: 700;
    white-space: nowrap;
    -webkit-user-select: all;
    user-select: all;
  }
  .sheet {
    display: grid;
    gap: 0.6em;
  }
  .sheet > h4:not(:last-child) {
    margin-block: 0.9em 0;
  }
  .sheet .facts {
    grid-template-columns: minmax(8em, 16.5em) 1fr;
  }
  .sheet dd {
    max-inline-size: 46em;
  }
  @container (max-width: 30em) {
    .sheet .facts {
      grid-template-columns: 1fr;
    }
  }
  @media screen {
    .sheet {
      padding-block-start: 1.25em;
      border-block-start: 1px solid var(--_rule);
    }
  }
  @media print {
    .lead {
      display: none;
    }
    h3,
    h4 {
      break-after: avoid;
    }
  }
`;

export const modelRegistrationStyles: readonly CSSResult[] = [
  sheetStyles,
  ...disclosureStyles,
  foldedErrorsStyles,
  looks,
];

import { css, type CSSResult } from 'lit';
import { sheetStyles } from '../paper/official-styles.ts';
import { checkAnswersStyles } from '../parts/check-answers.ts';
import { chipStyles } from '../parts/chip.ts';
import { dialogStyles } from '../parts/dialog.ts';
import { receiptStyles } from '../parts/receipt.ts';
import { stepperStyles } from '../parts/stepper.ts';

const checkStyles = css`
  .topic {
    display: flex;
    align-items: center;
    gap: var(--_space-xs);
  }
  .topic > svg {
    color: var(--_action);
  }
  .sent-files {
    list-style: none;
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-xs);
    padding-block-start: var(--_space-2xs);
  }
  .sent-files img {
    display: block;
    inline-size: 5.625em;
    block-size: 5.625em;
    border-radius: var(--_radius);
    object-fit: cover;
  }
  .file-name {
    display: flex;
    align-items: center;
    gap: var(--_space-xs);
    inline-size: 100%;
    overflow-wrap: anywhere;
  }
  .title-row,
  .topic,
  .sent-files {
    white-space: normal;
  }
  .title-row > .small {
    display: block;
  }
`;

const receiptPageStyles = css`
  .receipt-page {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-xl);
  }
  .receipt-page > section > h3 {
    margin-block-end: var(--_space-m);
  }
  .another {
    margin-block: -0.75em;
  }
  .leaving .with-icon > svg {
    color: var(--_warning);
  }
  .sent-head {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
    column-gap: var(--_space-s);
  }
  .sent-head > .lead {
    grid-column: 2;
    margin: 0;
  }
  .sent-mark {
    --_icon: 1.25em;
    display: grid;
    place-items: center;
    inline-size: 2em;
    block-size: 2em;
    border: 1px solid transparent;
    border-radius: 50%;
    background: var(--_success);
    color: var(--_surface);
  }
  .facts.lined {
    gap: 0;
  }
  .lined > dt,
  .lined > dd {
    padding-block: var(--_space-s);
  }
  .lined > dd:not(:last-child) {
    border-block-end: 1px solid var(--_rule);
  }
  .remember {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 var(--_space-l);
  }
  .leaving {
    display: grid;
    gap: var(--_space-m);
  }
  @container (min-width: 27em) {
    .lined > dt:not(:nth-last-of-type(1)) {
      border-block-end: 1px solid var(--_rule);
    }
  }
  @container (max-width: 27em) {
    .lined > dt {
      padding-block-end: 0;
      font-size: var(--_font-s);
    }
    .facts.lined > dd {
      margin: 0;
      padding-block-start: 0;
    }
  }
  @container (max-width: 37.5em) {
    .receipt-actions > .primary {
      inline-size: 100%;
    }
  }
`;

/** What the sheet of a receipt has beside what all sheets have: its codes in a box, with the QR code. */
const slipStyles = css`
  @media print {
    /* One sheet, also with a long title. */
    .base .slip {
      line-height: 1.3;
    }
    .slip-box {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: center;
      gap: 5mm;
      margin-block-end: 5mm;
      padding: 4mm 5mm;
      border: 1px solid #000;
      break-inside: avoid;
    }
    .slip-code {
      margin-block-end: 3mm;
      font:
        700 17pt/1.3 ui-monospace,
        'DejaVu Sans Mono',
        Consolas,
        monospace;
    }
    .slip-qr {
      text-align: center;
    }
    .slip-next {
      margin-block-start: 4mm;
      break-after: avoid;
    }
    .slip ol {
      margin-block-end: 3mm;
      padding-inline-start: 1.4em;
    }
  }
`;

/** Look of the check page and the receipt. */
export const paperStyles: readonly CSSResult[] = [
  ...checkAnswersStyles,
  ...chipStyles,
  ...dialogStyles,
  ...receiptStyles,
  ...stepperStyles.flat(),
  checkStyles,
  receiptPageStyles,
  sheetStyles,
  slipStyles,
];

import { css } from 'lit';

/**
 * The look of sheets on A4: black, in the serif type of official documents, 13 pt. Everything inside `.on-paper` is a sheet. Widths
 * are shares of the sheet, so that it keeps whole at any margin that a person chooses in the print dialog.
 */
export const sheetStyles = css`
  .paper-only {
    display: none;
  }
  @media screen {
    .fact {
      display: contents;
    }
  }
  @media print {
    .base .on-paper {
      display: block;
      /* Browsers cut a border at the very edge of the room on a sheet. */
      padding-inline: 1px;
      /* Also where the page is dark. */
      color-scheme: light;
      --dvk-color-text: #000;
      --dvk-color-muted: #000;
      --dvk-color-surface: #fff;
      --dvk-color-line: #555;
      --dvk-color-rule: #555;
      color: #000;
      font:
        13pt/1.4 'Times New Roman',
        'Liberation Serif',
        Tinos,
        Times,
        serif;
      /* The height of small letters in Times: where there is only a wider type, as much is on a sheet all the same. */
      font-size-adjust: 0.45;
    }
    .on-paper :is(h2, h3, h4) {
      margin-block: 0.9em 0.3em;
      font-size: 13pt;
      line-height: 1.5;
      break-after: avoid;
    }
    .on-paper :is(.small, .lead, dt) {
      color: inherit;
      font-size: inherit;
    }
    .on-paper p {
      orphans: 2;
      widows: 2;
    }
    :is(div, header, h4, p).paper-only {
      display: block;
    }
    span.paper-only {
      display: inline;
    }
    .paper-head {
      margin-block-end: 5mm;
      text-align: center;
    }
    .paper-heading {
      display: grid;
      grid-template-columns: minmax(0, 2fr) minmax(max-content, 3fr);
      gap: 1.5mm 6mm;
      font-size: 12pt;
      line-height: 1.35;
    }
    .issuer {
      text-transform: uppercase;
    }
    .issuing {
      font-weight: 700;
      text-wrap: balance;
    }
    .of-state .issuing:not(:empty)::after {
      content: '';
      display: block;
      inline-size: 33%;
      margin: 1mm auto 0;
      border-block-end: 1px solid #000;
    }
    .of-party .issuing:not(:empty)::after {
      content: '*';
      display: block;
      font-weight: 400;
    }
    .ruled {
      inline-size: fit-content;
      margin-inline: auto;
      padding-block-end: 0.5mm;
      border-block-end: 1px solid #000;
    }
    .motto {
      font-size: 13pt;
    }
    /* A long name of a place wraps: only the heading of the state or the Party says how wide its column must be. */
    .dated {
      contain: inline-size;
      padding-block-start: 1mm;
    }
    .sheet-title {
      margin-block-start: 8mm;
      font-size: 15pt;
      font-weight: 700;
      line-height: 1.35;
    }
    .sheet-about {
      text-wrap: balance;
    }
    .base .on-paper .sheet-facts {
      display: block;
      font-size: inherit;
    }
    .fact {
      display: table;
      table-layout: fixed;
      inline-size: 100%;
      border: 1px solid #555;
      break-inside: avoid;
    }
    .fact + .fact {
      border-block-start: 0;
    }
    .base .fact > * {
      display: table-cell;
      margin: 0;
      padding: 1.2mm 2.5mm;
    }
    .fact > dt {
      inline-size: 32%;
      border-inline-end: 1px solid #555;
    }
    .fact.long {
      display: block;
      break-inside: auto;
      -webkit-box-decoration-break: clone;
      box-decoration-break: clone;
    }
    .base .fact.long > * {
      display: block;
      max-inline-size: none;
    }
    .fact.long > dt {
      inline-size: auto;
      padding-block-end: 0;
      border: 0;
      font-style: italic;
      break-after: avoid;
    }
    .paper-heading,
    .sheet-end {
      break-inside: avoid;
    }
    /* Room inside the block: a mark above a capital at the head of a sheet would be drawn at the foot of the one before. */
    .base .signatures {
      display: flex;
      justify-content: space-around;
      gap: 6mm;
      padding-block-start: 8mm;
      text-align: center;
    }
    .signer {
      flex: 1 1 0;
      display: grid;
      grid-template-rows: auto;
      align-content: start;
      min-inline-size: 0;
    }
    .role {
      font-weight: 700;
      text-transform: uppercase;
    }
    .signed {
      min-block-size: 1.4em;
      margin-block-start: 22mm;
    }
    .trace {
      margin-block-start: 6mm;
      padding-block-start: 1.5mm;
      border-block-start: 1px solid #555;
      font-size: 10pt;
    }
  }
`;

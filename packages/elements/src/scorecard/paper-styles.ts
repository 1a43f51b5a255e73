import { css, type CSSResult } from 'lit';
import { criteriaPaperStyles } from '../criteria/paper-styles.ts';

/** The sheet on A4: the table, then what is to be signed. */
const scorePaperStyles = css`
  @media print {
    .on-paper :is(.open-sheet, .scores, .saved-together, .sections) {
      display: block;
    }
    .paper-foot > * {
      margin-block-start: 0.4em;
    }
    .paper-foot ul {
      padding-inline-start: 1.3em;
    }
    .opinion span {
      display: block;
      block-size: 1.6em;
      border-block-end: 1px dotted #000;
    }
  }
`;

export const paperStyles: readonly CSSResult[] = [...criteriaPaperStyles, scorePaperStyles];

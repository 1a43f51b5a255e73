import { css } from 'lit';

export const textFieldStyles = css`
  textarea.control {
    field-sizing: content;
    padding-block: var(--_space-xs);
    min-block-size: max(var(--_control), var(--_rows, 3) * 1.5em + 1em);
    max-block-size: 60vh;
    resize: vertical;
    overflow: auto;
  }
  /* A box that is as high as its text does not heed the attribute. It grows, so that it may begin lower on a phone. */
  textarea[rows='1'] {
    --_rows: 1;
    padding-block: 0.7em;
  }
  textarea[rows='2'] {
    --_rows: 2;
  }
  textarea[rows='4'] {
    --_rows: 4;
  }
  textarea[rows='6'] {
    --_rows: 6;
  }
  @supports (field-sizing: content) {
    @container (max-width: 27em) {
      textarea[rows='3'] {
        --_rows: 2;
      }
    }
  }
  .control.number {
    text-align: end;
    font-variant-numeric: tabular-nums;
    max-inline-size: 16em;
  }
  .count {
    justify-self: end;
  }
  .count.over {
    color: var(--_danger);
    font-weight: 600;
  }
  @media print {
    textarea.control {
      max-block-size: none;
      overflow: visible;
    }
  }
`;

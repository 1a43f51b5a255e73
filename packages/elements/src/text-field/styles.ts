import { css } from 'lit';

export const textFieldStyles = css`
  textarea.control {
    field-sizing: content;
    padding-block: var(--_space-xs);
    min-block-size: calc(var(--_rows, 3) * 1.5em + 1em);
    max-block-size: 60vh;
    resize: vertical;
    overflow: auto;
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

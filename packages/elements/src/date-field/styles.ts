import { css } from 'lit';

export const dateFieldStyles = css`
  .row {
    display: flex;
    gap: 0.5em;
    max-inline-size: 16em;
    position: relative;
  }
  .row .control {
    font-variant-numeric: tabular-nums;
  }
  .calendar {
    padding-inline: 0.7em;
    min-inline-size: var(--_control);
  }
  .calendar svg {
    inline-size: 1.25em;
    block-size: 1.25em;
  }
  .picker {
    position: absolute;
    inset: auto 0 0 auto;
    inline-size: 1px;
    block-size: 1px;
    opacity: 0;
    border: 0;
    padding: 0;
    pointer-events: none;
  }
`;

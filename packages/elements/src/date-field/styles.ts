import { css, type CSSResultGroup } from 'lit';
import { iconStyles } from '../icons/icon.ts';

const rowStyles = css`
  .row {
    max-inline-size: 13.5em;
    position: relative;
  }
  .row .control {
    padding-inline-end: 3.25em;
    font-variant-numeric: tabular-nums;
  }
  .button.calendar {
    position: absolute;
    inset: 2px 2px auto auto;
    min-block-size: 0;
    block-size: calc(100% - 4px);
    min-inline-size: 44px;
    padding: 0;
    border: 0;
  }
  .calendar[hidden] {
    display: none;
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

export const dateFieldStyles: CSSResultGroup = [iconStyles, rowStyles];

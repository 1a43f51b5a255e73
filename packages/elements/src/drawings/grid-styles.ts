import { css } from 'lit';

/** Look of a grid of shades. */
export const gridStyles = css`
  .drawing .grid th {
    padding: 0.25em 0.75em 0.25em 0;
    font-weight: 400;
    text-align: start;
    min-inline-size: 5em;
  }
  .drawing .grid thead th {
    min-inline-size: 0;
    padding: 0 0 0.25em;
    color: var(--_muted);
    font-size: var(--_font-s);
    text-align: center;
  }
  .drawing .grid td {
    min-inline-size: 2.75em;
    padding: 0.45em 0.4em;
    border: 2px solid var(--_surface);
    border-radius: 5px;
    font-weight: 600;
    text-align: center;
    -webkit-print-color-adjust: exact;
    print-color-adjust: exact;
  }
  .drawing .grid thead td {
    min-inline-size: 0;
    padding: 0;
  }
  .drawing .grid [class^='shade'] {
    position: relative;
    isolation: isolate;
  }
  .drawing .grid [class^='shade']::before {
    content: '';
    position: absolute;
    inset: 0;
    z-index: -1;
    border-radius: 4px;
    background: var(--_action);
    opacity: var(--_shade);
    -webkit-print-color-adjust: exact;
    print-color-adjust: exact;
  }
  .drawing .grid .shade-0 {
    --_shade: 0.06;
  }
  .drawing .grid .shade-1 {
    --_shade: 0.16;
  }
  .drawing .grid .shade-2 {
    --_shade: 0.28;
  }
  .drawing .grid .shade-3 {
    --_shade: 0.42;
  }
  .drawing .grid .shade-4 {
    --_shade: 1;
    color: var(--_on-action);
  }
  .drawing .grid .none {
    position: relative;
  }
  .drawing .grid .missing {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
  }
  @media (forced-colors: active) {
    .drawing .grid td,
    .drawing .grid .shade-4 {
      border: 1px solid CanvasText;
      color: CanvasText;
    }
    .drawing .grid [class^='shade']::before {
      content: none;
    }
  }
`;

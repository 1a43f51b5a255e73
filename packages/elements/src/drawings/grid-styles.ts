import { css } from 'lit';

/** Look of a grid of shades. */
export const gridStyles = css`
  .drawing .grid th {
    padding: 0.25em 0.75em 0.25em 0;
    font-weight: 400;
    text-align: start;
    min-inline-size: 6.5em;
  }
  .drawing .grid thead th {
    min-inline-size: 0;
    padding: 0 0 0.25em;
    color: var(--_muted);
    font-size: var(--_font-s);
    text-align: center;
  }
  .drawing .grid td {
    min-inline-size: 3em;
    padding: 0.4em 0.25em;
    border: 3px solid var(--_surface);
    font-weight: 600;
    text-align: center;
    -webkit-print-color-adjust: exact;
    print-color-adjust: exact;
  }
  .drawing .grid thead td {
    min-inline-size: 0;
    padding: 0;
    border: 0;
  }
  .drawing .grid [class^='shade'] {
    position: relative;
    isolation: isolate;
  }
  .drawing .grid [class^='shade']::before,
  .drawing .grid [class^='shade']::after {
    content: '';
    position: absolute;
    inset: 0;
    z-index: -1;
    border-radius: 3px;
    background: var(--_action);
    opacity: var(--_shade);
    -webkit-print-color-adjust: exact;
    print-color-adjust: exact;
  }
  /* Below it, so that a little of a dark colour is a tint of it, and not grey. */
  .drawing .grid [class^='shade']::after {
    z-index: -2;
    background: var(--_action-soft);
    opacity: var(--_ground, 1);
  }
  .drawing .grid .shade-0 {
    --_shade: 0;
    --_ground: 0.6;
  }
  .drawing .grid .shade-1 {
    --_shade: 0.08;
  }
  .drawing .grid .shade-2 {
    --_shade: 0.25;
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
  @container (max-width: 26em) {
    .drawing .grid th {
      min-inline-size: 0;
    }
    .drawing .grid tbody td {
      min-inline-size: 2em;
      padding-inline: 0.15em;
    }
  }
  @media (forced-colors: active) {
    .drawing .grid tbody td,
    .drawing .grid .shade-4 {
      border: 1px solid CanvasText;
      color: CanvasText;
    }
    .drawing .grid [class^='shade']::before,
    .drawing .grid [class^='shade']::after {
      content: none;
    }
  }
`;

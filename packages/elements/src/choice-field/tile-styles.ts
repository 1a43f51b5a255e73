import { css } from 'lit';

/**
 * Options as tiles. The radio button itself is the tile – its border, its fill, its ring of focus –, and picture and words lie on
 * it: so whatever the browser knows about a radio button holds for the whole tile.
 */
export const tileStyles = css`
  /* Not an element inside the fieldset: Chromium may leave out all that is in one when an error appears beside it. */
  :host([type='tiles']),
  :host([type='scale']) {
    container-type: inline-size;
  }
  .tiles {
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 0.625em;
  }
  .tiles .option,
  .scale .option {
    isolation: isolate;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
  }
  .tiles input,
  .scale input {
    appearance: none;
    position: absolute;
    inset: 0;
    z-index: -1;
    inline-size: auto;
    block-size: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-card);
    background: var(--_surface);
    cursor: inherit;
  }
  .option:hover input:not(:disabled) {
    border-color: var(--_text);
  }
  .tiles input:checked,
  .scale input:checked {
    border: 2px solid var(--_action);
    background: var(--_action-soft);
  }
  .tiles input:disabled,
  .scale input:disabled {
    border-color: var(--_rule);
    background: var(--_raised);
  }
  .tiles .option {
    padding: 0.75em 0.8em 0.8em;
  }
  .tiles .text {
    font-weight: 600;
    line-height: 1.45;
  }
  .tiles small {
    font-weight: 400;
  }
  .picture,
  ::slotted(svg) {
    color: var(--_action);
  }
  .tiles .picture {
    --_icon: 1.75em;
    min-block-size: 1.75em;
    margin-block-end: 0.4em;
  }
  .picture svg,
  ::slotted(svg) {
    display: block;
    inline-size: var(--_icon);
    block-size: var(--_icon);
  }
  /* The ring of a radio button, and the tick in its place. */
  .tiles input::before {
    content: '';
    position: absolute;
    inset: 0.75em 0.75em auto auto;
    inline-size: 1.375em;
    block-size: 1.375em;
    border: 1px solid var(--_line);
    border-radius: 50%;
    background: var(--_surface);
  }
  .tiles input:checked::before {
    inset: calc(0.75em - 1px) calc(0.75em - 1px) auto auto;
    border-color: var(--_action);
    background: var(--_action);
  }
  .tiles input:checked::after {
    content: '';
    position: absolute;
    inset: calc(1.05em - 1px) calc(1.25em - 1px) auto auto;
    inline-size: 0.375em;
    block-size: 0.65em;
    border: solid var(--_on-action);
    border-width: 0 2px 2px 0;
    rotate: 40deg;
  }
  .scale {
    grid-template-columns: repeat(5, minmax(0, 1fr));
    gap: 0.3em;
  }
  .scale .option {
    justify-items: center;
    text-align: center;
    gap: 0.35em;
    padding: 0.6em 0.2em;
    min-block-size: 4.5em;
  }
  .scale .text {
    font-size: var(--_font-s);
    line-height: 1.4;
    max-inline-size: 100%;
  }
  .scale .picture {
    --_icon: 1.5em;
    color: var(--_muted);
  }
  .scale .chosen .picture {
    color: var(--_action);
  }
  .scale .chosen .text {
    font-weight: 600;
  }
  @container (min-width: 37em) {
    .tiles {
      grid-template-columns: repeat(4, minmax(0, 1fr));
    }
  }
  /* Below, a step would be narrower than its longest word: in a framed widget on 340 px and less. */
  @container (max-width: 18.5em) {
    .scale {
      grid-template-columns: none;
    }
    .scale .option {
      grid-template-columns: auto 1fr;
      align-items: center;
      justify-items: start;
      text-align: start;
      gap: 0.75em;
      min-block-size: max(3em, 44px);
      padding: 0.5em 0.875em;
    }
    .scale .text {
      font-size: 1em;
    }
  }
  @media (forced-colors: active) {
    .tiles input,
    .scale input {
      forced-color-adjust: none;
      background: Canvas;
      border-color: ButtonText;
    }
    .tiles input:checked,
    .scale input:checked {
      border: 3px solid Highlight;
      background: Canvas;
    }
    .tiles input:disabled,
    .scale input:disabled {
      border-color: GrayText;
    }
    .tiles input::before {
      background: Canvas;
      border-color: ButtonText;
    }
    .tiles input:checked::before {
      background: Highlight;
      border-color: Highlight;
    }
    .tiles input:checked::after {
      border-color: HighlightText;
    }
    .picture,
    ::slotted(svg) {
      color: CanvasText !important;
    }
  }
  @media print {
    .tiles input,
    .scale input {
      -webkit-print-color-adjust: exact;
      print-color-adjust: exact;
    }
  }
`;

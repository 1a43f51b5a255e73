import { css, type CSSResultGroup } from 'lit';
import { iconStyles } from '../icons/icon.ts';
import { tileStyles } from './tile-styles.ts';

const listStyles = css`
  .options {
    display: grid;
    gap: 0.5em;
  }
  :host([inline]) .options {
    grid-template-columns: repeat(auto-fit, minmax(min(var(--dvk-option-width, 13em), 100%), 1fr));
  }
  .option {
    position: relative;
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 0.75em;
    align-items: start;
    min-block-size: 44px;
    cursor: pointer;
  }
  .option.disabled {
    color: var(--_muted);
    cursor: not-allowed;
  }
  .titled {
    font-weight: 600;
  }
  .option small {
    display: block;
    font-weight: 400;
    font-size: var(--_font-s);
    line-height: 1.45;
    color: var(--_muted);
  }
  .lines .option {
    padding: 0.6em 0.875em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-card);
  }
  .lines .option:hover {
    border-color: var(--_text);
  }
  .lines .chosen {
    border-color: var(--_action);
    box-shadow: inset 0 0 0 1px var(--_action);
    background: var(--_action-soft);
  }
  .lines .disabled {
    border-color: var(--_rule);
  }
  .lines input {
    inline-size: 1.375em;
    block-size: 1.375em;
    min-inline-size: 20px;
    min-block-size: 20px;
    margin: 0.12em 0 0;
    accent-color: var(--_action);
  }
  /* For the shape of the outline. */
  .lines [type='radio'] {
    border-radius: 50%;
  }
  .switch .option {
    inline-size: fit-content;
    align-items: center;
  }
  .switch input {
    appearance: none;
    display: block;
    inline-size: 2.75em;
    block-size: 1.5em;
    border: 1px solid var(--_line);
    border-radius: 1em;
    background: var(--_raised);
    cursor: inherit;
  }
  .switch input::before {
    content: '';
    display: block;
    inline-size: 1.05em;
    block-size: 1.05em;
    margin: 0.165em;
    border-radius: 50%;
    background: var(--_line);
    transition: translate 0.12s;
  }
  .switch input:checked {
    background: var(--_action);
    border-color: var(--_action);
  }
  .switch input:checked::before {
    background: var(--_on-action);
    translate: 1.25em;
  }
  .switch input:disabled {
    opacity: 0.6;
  }
  .select {
    position: relative;
  }
  .select::after {
    content: '';
    position: absolute;
    inset: calc(50% - 0.4em) 1.1em auto auto;
    inline-size: 0.5em;
    block-size: 0.5em;
    border: solid currentColor;
    border-width: 0 2px 2px 0;
    rotate: 45deg;
    pointer-events: none;
  }
  select.control {
    appearance: none;
    padding-inline-end: 2.4em;
    cursor: pointer;
    text-overflow: ellipsis;
  }
  @media (forced-colors: active) {
    .lines .chosen {
      outline: 2px solid Highlight;
    }
    .option.disabled {
      color: GrayText;
      border-color: GrayText;
    }
    .switch input {
      forced-color-adjust: none;
      background: Canvas;
      border-color: ButtonText;
    }
    .switch input::before {
      background: ButtonText;
    }
    .switch input:checked {
      background: Highlight;
      border-color: Highlight;
    }
    .switch input:checked::before {
      background: HighlightText;
    }
  }
  @media print {
    .select::after {
      display: none;
    }
    .lines .option {
      border: 0;
      padding-block: 0;
      min-block-size: 0;
      box-shadow: none;
    }
  }
`;

export const choiceFieldStyles: CSSResultGroup = [iconStyles, listStyles, tileStyles];

import { css } from 'lit';

export const choiceFieldStyles = css`
  .options {
    display: grid;
    gap: 0.5em;
  }
  :host([inline]) .options {
    grid-template-columns: repeat(auto-fit, minmax(min(var(--dvk-option-width, 13em), 100%), 1fr));
  }
  .option {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 0.75em;
    align-items: start;
    padding: 0.625em var(--_space-s);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    min-block-size: var(--_control);
    cursor: pointer;
  }
  .option:hover {
    border-color: var(--_action);
  }
  .option.chosen {
    border-color: var(--_action);
    background: var(--_action-soft);
    box-shadow: inset 0 0 0 1px var(--_action);
  }
  .option.disabled {
    color: var(--_muted);
    cursor: not-allowed;
  }
  .option input {
    inline-size: 1.3em;
    block-size: 1.3em;
    margin: 0.15em 0 0;
    accent-color: var(--_action);
  }
  .option small {
    display: block;
    font-size: var(--_font-s);
    color: var(--_muted);
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
    .option.chosen {
      outline: 2px solid Highlight;
    }
    .option.disabled {
      color: GrayText;
      border-color: GrayText;
    }
  }
  @media print {
    .select::after {
      display: none;
    }
    .option {
      border: 0;
      padding-block: 0;
      min-block-size: 0;
    }
  }
`;

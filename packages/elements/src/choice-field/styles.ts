import { css } from 'lit';

export const choiceFieldStyles = css`
  .options {
    display: grid;
    gap: 0.25em;
  }
  :host([inline]) .options {
    grid-template-columns: repeat(auto-fit, minmax(min(13em, 100%), 1fr));
  }
  .option {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 0.75em;
    align-items: start;
    padding: 0.5em 0.75em;
    border: 1px solid var(--_rule);
    border-radius: var(--_radius);
    min-block-size: max(2.75em, 44px);
    cursor: pointer;
  }
  .option:hover {
    border-color: var(--_line);
  }
  .option:has(:checked) {
    border-color: var(--_accent);
    background: var(--_raised);
  }
  .option:has(:disabled) {
    color: var(--_muted);
    cursor: not-allowed;
  }
  .option input {
    inline-size: 1.3em;
    block-size: 1.3em;
    margin: 0.15em 0 0;
    accent-color: var(--_accent);
  }
  .option small {
    display: block;
    font-size: 0.9375em;
    color: var(--_muted);
  }
  select.control {
    appearance: none;
    padding-inline-end: 2.5em;
    background: var(--_surface)
      linear-gradient(45deg, transparent 50%, var(--_text) 50%, var(--_text) 58%, transparent 58%) no-repeat right
      1.15em top 55% / 0.5em 0.5em;
    cursor: pointer;
    text-overflow: ellipsis;
  }
  @media (forced-colors: active) {
    .option:has(:checked) {
      outline: 2px solid Highlight;
    }
    select.control {
      appearance: auto;
    }
  }
  @media print {
    .option {
      border: 0;
      padding-block: 0;
      min-block-size: 0;
    }
  }
`;

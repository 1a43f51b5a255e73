import { css } from 'lit';

/** Look shared by all form fields: label, hint, control, error. */
export const fieldStyles = css`
  :host {
    /* Room for a header that the page keeps at its upper edge. */
    scroll-margin-block-start: 20vh;
  }
  .label {
    display: block;
    inline-size: fit-content;
    margin-block-end: 0.5em;
    font-weight: 600;
    line-height: 1.5;
  }
  .label:empty {
    display: none;
  }
  legend.label {
    float: left;
    inline-size: 100%;
  }
  legend.label ~ * {
    clear: both;
  }
  .note {
    font-weight: 400;
    color: var(--_muted);
  }
  .hint,
  .count {
    color: var(--_muted);
    font-size: var(--_font-s);
    line-height: 1.5;
  }
  .hint {
    margin-block-end: 0.57em;
  }
  .label + .hint {
    margin-block-start: -0.57em;
  }
  .hint:empty,
  .error:empty {
    display: none;
  }
  .error {
    color: var(--_danger);
    font-weight: 600;
    font-size: var(--_font-s);
    line-height: 1.5;
    display: flex;
    gap: 0.45em;
    margin-block-start: 0.45em;
  }
  /* Between the question and what may be chosen: below a tall group nobody would see it. */
  fieldset > .error {
    margin-block: 0 0.57em;
  }
  .error::before {
    content: '!';
    content: '!' / '';
    flex: none;
    inline-size: 1.3em;
    block-size: 1.3em;
    margin-block-start: 0.18em;
    border: 0.125em solid;
    border-radius: 50%;
    text-align: center;
    font-size: 0.9em;
    line-height: 1.05;
  }
  .control {
    display: block;
    inline-size: 100%;
    min-block-size: var(--_control);
    padding: var(--_space-2xs) 0.875em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    line-height: 1.5;
  }
  .control::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .control:hover {
    border-color: var(--_text);
  }
  .control:focus-visible {
    outline-offset: 1px;
    border-color: var(--_action);
  }
  .control[aria-invalid='true'] {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }
  .control:disabled,
  .control[readonly] {
    background-color: var(--_raised);
    color: var(--_muted);
    border-color: var(--_rule);
  }
  .control:disabled {
    cursor: not-allowed;
  }
  /* A lock, drawn without an element of its own: its body, and half a ring. */
  .control[readonly] {
    --_lock: var(--_muted);
    padding-inline-end: 2.5em;
    background-image:
      linear-gradient(var(--_lock), var(--_lock)),
      radial-gradient(circle at 50% 100%, transparent 0.17em, var(--_lock) 0.2em 0.31em, transparent 0.34em);
    background-position:
      right 1em top 1.45em,
      right 1em top 1.1em;
    background-size:
      0.8em 0.6em,
      0.8em 0.36em;
    background-repeat: no-repeat;
  }
  @media (forced-colors: active) {
    .control:disabled {
      border-color: GrayText;
      color: GrayText;
    }
    .control[readonly] {
      border-style: dashed;
    }
    .control[aria-invalid='true'] {
      border-width: 3px;
    }
  }
  .printed {
    display: none;
  }
  @media print {
    .printed {
      display: block;
      flex: auto;
      min-block-size: 1.5em;
      border-block-end: 1px solid #000;
      white-space: pre-wrap;
    }
    label.label {
      break-after: avoid;
    }
    .control {
      border: 0;
      border-block-end: 1px solid #000;
      min-block-size: 0;
      padding: 0;
    }
    .hint,
    .count {
      display: none;
    }
  }
`;

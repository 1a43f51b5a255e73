import { css } from 'lit';

/** Look shared by all form fields: label, hint, control, error. */
export const fieldStyles = css`
  .field {
    display: grid;
    gap: var(--_space-xs);
    align-content: start;
    justify-items: stretch;
  }
  .label {
    font-weight: 600;
    justify-self: start;
  }
  legend.label {
    float: left;
    inline-size: 100%;
  }
  legend.label + * {
    clear: both;
  }
  .mark {
    color: var(--_danger);
    margin-inline-start: 0.2em;
  }
  .hint,
  .count {
    color: var(--_muted);
    font-size: var(--_font-s);
  }
  .hint:empty,
  .error:empty {
    display: none;
  }
  .error {
    color: var(--_danger);
    font-weight: 600;
    font-size: var(--_font-s);
    display: flex;
    gap: var(--_space-xs);
  }
  .error::before {
    content: '!';
    content: '!' / '';
    flex: none;
    inline-size: 1.3em;
    block-size: 1.3em;
    margin-block-start: 0.15em;
    border-radius: 50%;
    background: var(--_danger);
    color: var(--_surface);
    text-align: center;
    line-height: 1.3;
    font-weight: 700;
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
    background: var(--_raised);
    color: var(--_muted);
    border-color: var(--_rule);
  }
  .control:disabled {
    cursor: not-allowed;
  }
  @media (forced-colors: active) {
    .error::before {
      forced-color-adjust: none;
      background: CanvasText;
      color: Canvas;
    }
    .control:disabled {
      border-color: GrayText;
      color: GrayText;
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
    div.field {
      display: block;
    }
    label.label {
      display: block;
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

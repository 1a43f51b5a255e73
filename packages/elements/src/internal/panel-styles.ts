import { css } from 'lit';

/** Look shared by the widgets: heading, panel, rows of a form, facts, tags, actions. */
export const panelStyles = css`
  .panel {
    display: grid;
    gap: 1.25em;
    padding: clamp(1em, 3vw, 1.75em);
    border: 1px solid var(--_rule);
    border-block-start: 4px solid var(--_brand);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .panel > * {
    min-inline-size: 0;
  }
  h2 {
    font-size: 1.375em;
    line-height: 1.4;
    font-weight: 700;
  }
  h3 {
    font-size: 1.125em;
    line-height: 1.45;
    font-weight: 700;
  }
  /* The focus is only put here for screen readers. */
  :is(h2, h3)[tabindex]:focus {
    outline: none;
  }
  section > :is(h3, h4):not(:last-child) {
    margin-block-end: 0.5em;
  }
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25em;
  }
  .small {
    font-size: 0.9375em;
    color: var(--_muted);
  }
  .lead {
    color: var(--_muted);
    max-inline-size: 60em;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    align-items: center;
  }
  section > :is(.facts, .actions) + div {
    margin-block-start: 1.25em;
  }
  .notice ul {
    padding-inline-start: 1.25em;
  }
  .facts {
    display: grid;
    grid-template-columns: minmax(8em, max-content) 1fr;
    gap: 0.5em 1.25em;
  }
  .facts dt {
    color: var(--_muted);
  }
  @media screen and (max-width: 480px) {
    .facts {
      grid-template-columns: 1fr;
      gap: 0;
    }
    .facts dd {
      margin-block-end: 0.6em;
    }
  }
  .tag {
    display: inline-block;
    padding: 0.1em 0.7em;
    border: 1px solid currentColor;
    border-radius: 1em;
    font-size: 0.9375em;
    font-weight: 600;
    color: var(--_accent);
  }
  .tag.good {
    color: var(--_success);
  }
  .tag.bad {
    color: var(--_danger);
  }
  .tag.warn {
    color: var(--_warning);
  }
  details {
    margin-block-start: 0.25em;
  }
  summary {
    cursor: pointer;
    color: var(--_accent);
    min-block-size: 24px;
  }
  details ol {
    padding-inline-start: 1.4em;
  }
  .prewrap {
    white-space: pre-wrap;
  }
  @media print {
    /* Grids break badly over pages. */
    .base :is(.panel, .layout, form, .sections) {
      display: block;
    }
    .base :is(.panel, .layout, form, .sections) > * + * {
      margin-block-start: 1.25em;
    }
    .panel {
      border: 0;
      padding: 0;
    }
    details::details-content {
      content-visibility: visible;
      block-size: auto;
    }
    summary {
      list-style: none;
      color: inherit;
    }
  }
`;

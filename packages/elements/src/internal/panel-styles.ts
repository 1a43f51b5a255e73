import { css, type CSSResultGroup } from 'lit';
import { errorSummaryStyles } from './error-summary-styles.ts';

/** Look shared by the widgets: heading, panel, rows of a form, facts, tags, actions. */
const looks = css`
  .panel {
    display: grid;
    gap: var(--_space-l);
    /* 12 px in 320, 16 in 360, 32 from 520. */
    padding: clamp(0.75em, 10% - 1.25em, 2em);
    border: 1px solid var(--_rule);
    border-radius: var(--_radius-card);
    background: var(--_surface);
    container-type: inline-size;
  }
  .panel > * {
    min-inline-size: 0;
  }
  h2 {
    font-size: var(--_font-xl);
    line-height: 1.35;
    font-weight: 700;
    text-wrap: balance;
  }
  h3 {
    font-size: var(--_font-l);
    line-height: 1.45;
    font-weight: 700;
  }
  h4 {
    font-size: 1em;
  }
  @container (min-width: 27em) {
    h2 {
      font-size: var(--_font-2xl);
    }
    h3 {
      font-size: var(--_font-xl);
      line-height: 1.4;
    }
    h2 + .lead,
    .intro > .lead {
      font-size: var(--_font-l);
    }
  }
  /* The focus is only put here for screen readers. */
  :is(h2, h3)[tabindex]:focus {
    outline: none;
  }
  section > :is(h3, h4):not(:last-child) {
    margin-block-end: var(--_space-xs);
  }
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-l);
  }
  .lead {
    color: var(--_muted);
    max-inline-size: 60em;
  }
  /* The heading's own line, not a block of its own. */
  h2 + :is(.lead, .intro) {
    margin-block-start: calc(-1 * var(--_space-m));
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-s);
    align-items: center;
  }
  section > :is(.facts, .actions) + div {
    margin-block-start: var(--_space-l);
  }
  .notice ul {
    padding-inline-start: 1.25em;
  }
  .facts {
    display: grid;
    grid-template-columns: minmax(8em, max-content) 1fr;
    gap: var(--_space-xs) var(--_space-l);
  }
  .facts dt {
    color: var(--_muted);
  }
  @container (max-width: 27em) {
    .facts {
      grid-template-columns: 1fr;
      gap: 0;
    }
    .facts dd {
      margin-block-end: var(--_space-s);
    }
  }
  .tag {
    display: inline-block;
    padding: 0.1em 0.7em;
    border: 1px solid transparent;
    border-radius: 999px;
    font-size: var(--_font-s);
    font-weight: 600;
    background: var(--_info-soft);
    color: var(--_info);
  }
  .tag.success {
    background: var(--_success-soft);
    color: var(--_success);
  }
  .tag.warning {
    background: var(--_warning-soft);
    color: var(--_warning);
  }
  .tag.danger {
    background: var(--_danger-soft);
    color: var(--_danger);
  }
  details {
    margin-block-start: 0.25em;
  }
  summary {
    cursor: pointer;
    color: var(--_action);
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
    .tag {
      border-color: currentColor;
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

export const panelStyles: CSSResultGroup = [errorSummaryStyles, looks];

import { css } from 'lit';

/** Look of the rules of notices: a line each, unfolded to be changed. */
export const noticeRulesStyles = css`
  .notice-rules,
  .notice-rules section,
  .rule-fields,
  .words,
  .worded {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75em;
  }
  .notice-rules {
    gap: 1.5em;
  }
  .notice-rules section {
    gap: 0;
  }
  .notice-rules h4 {
    padding-block-end: 0.35em;
  }
  .rule {
    border-block-start: 1px solid var(--_rule);
  }
  .rule > summary {
    padding-block: 0.6em;
    overflow-wrap: anywhere;
  }
  .rule > summary > .small {
    display: block;
    padding-inline-start: 1.2em;
  }
  .rule-fields {
    padding: 0.5em 0 1.25em;
    gap: 1em;
  }
  .words legend {
    padding-block-end: 0.35em;
    font-weight: 700;
  }
  .worded {
    gap: 0.35em;
  }
  .variables {
    display: flex;
    flex-wrap: wrap;
    gap: 0.35em;
  }
  .variable {
    min-block-size: max(2em, 28px);
    padding: 0.1em 0.6em;
    border: 1px solid var(--_rule);
    border-radius: var(--_radius);
    background: var(--_raised);
    font-size: var(--_font-s);
    cursor: pointer;
  }
  .preview {
    padding: 0.6em 0.8em;
    border: 1px solid var(--_rule);
    border-radius: var(--_radius);
    background: var(--_raised);
    overflow-wrap: anywhere;
  }
  .adding {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5em;
    padding-block-start: 0.75em;
    border-block-start: 1px solid var(--_rule);
  }
  .adding > .button {
    justify-self: start;
  }
  .facts dd.plain {
    white-space: normal;
  }
  .rules-of > summary {
    font-weight: 600;
  }
  .rules-of > .facts {
    padding-block: 0.5em;
  }
  @container settings (min-width: 53.75em) {
    .words {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      align-items: start;
    }
    .words > .preview {
      grid-column: 1 / -1;
    }
    .adding {
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: end;
    }
  }
`;

import { css } from 'lit';

export const caseFormStyles = css`
  .sections,
  .fields {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-l);
  }
  .sections {
    gap: var(--_space-2xl);
  }
  .fields > h3 {
    margin: 0;
  }
  .sections > * + * {
    padding-block-start: var(--_space-l);
    border-block-start: 1px solid var(--_rule);
  }
  .short {
    max-inline-size: 24em;
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 16em), 1fr));
    gap: var(--_space-l) var(--_space-m);
  }
  .notice details p {
    margin-block-start: 0.5em;
  }
  .leaving:focus {
    outline: none;
  }
  .keys {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 20em), 1fr));
    gap: 1em;
  }
  .key {
    padding: var(--_space-m);
    border: 2px solid var(--_action);
    border-radius: var(--_radius-card);
  }
  .key dt {
    color: var(--_muted);
  }
  .key dd {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5em 1em;
  }
  .code {
    font-family: ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', Consolas, monospace;
    font-size: 1.25em;
    line-height: 1.4;
    font-weight: 700;
    -webkit-user-select: all;
    user-select: all;
    overflow-wrap: anywhere;
  }
  .print-only {
    display: none;
  }
  @media print {
    .print-only {
      display: revert;
    }
    .key {
      border-color: #000;
      break-inside: avoid;
    }
  }
`;

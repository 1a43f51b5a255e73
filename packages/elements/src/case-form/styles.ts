import { css } from 'lit';

export const caseFormStyles = css`
  .sections,
  .fields {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.5em;
    max-inline-size: 46em;
  }
  .sections {
    gap: 2.5em;
  }
  .fields > h3 {
    margin: 0;
    padding-block-end: 0.35em;
    border-block-end: 2px solid var(--_rule);
  }
  .short {
    max-inline-size: 24em;
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 16em), 1fr));
    gap: 1.5em 1.25em;
  }
  .advice {
    border-color: var(--_warning);
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
    padding: 1em 1.25em;
    border: 2px solid var(--_accent);
    border-radius: var(--_radius);
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
    font-size: 1.5em;
    line-height: 1.4;
    font-weight: 700;
    -webkit-user-select: all;
    user-select: all;
    overflow-wrap: anywhere;
  }
  .print-only {
    display: none;
  }
  a.button {
    text-decoration: none;
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

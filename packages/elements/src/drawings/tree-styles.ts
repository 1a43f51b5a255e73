import { css } from 'lit';

/** Look of a tree. */
export const treeStyles = css`
  .drawing .tree,
  .drawing .tree ul {
    list-style: none;
  }
  .drawing .tree ul {
    margin-inline-start: 1.75em;
  }
  .drawing .tree li {
    position: relative;
    padding-block: 0.35em;
  }
  .drawing .tree ul > li::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: -1em;
    border-inline-start: 1px solid var(--_line);
  }
  .drawing .tree ul > li:last-child::before {
    inset-block-end: auto;
    block-size: 1.75em;
  }
  .drawing .tree ul > li::after {
    content: '';
    position: absolute;
    inset-block-start: 1.75em;
    inset-inline-start: -1em;
    inline-size: 1em;
    border-block-start: 1px solid var(--_line);
  }
  .drawing .tree .node {
    display: inline-block;
    min-inline-size: 12em;
    padding: 0.6em 0.9em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
    line-height: 1.45;
  }
  .drawing .tree .root {
    border-color: var(--_action);
    background: var(--_action-soft);
  }
  .drawing .tree .success {
    border-color: var(--_success);
    background: var(--_success-soft);
  }
  .drawing .tree .planned {
    border-style: dashed;
    background: none;
  }
  /* From left to right: out of the middle of what it began with, to the middle of each that came of it. */
  @container (min-width: 25em) {
    .drawing .across > li {
      display: flex;
      align-items: center;
    }
    .drawing .across .node {
      display: block;
      min-inline-size: 0;
    }
    .drawing .across > li > .node {
      flex: none;
      max-inline-size: 45%;
    }
    .drawing .across ul {
      position: relative;
      flex: 0 1 14em;
      margin-inline-start: 2.5em;
    }
    .drawing .across ul::before {
      content: '';
      position: absolute;
      inset-block-start: 50%;
      inset-inline-start: -2.5em;
      inline-size: 1.25em;
      border-block-start: 1px solid var(--_line);
    }
    .drawing .across ul > li {
      padding-block: 0.75em;
    }
    .drawing .across ul > li::before {
      inset-inline-start: -1.25em;
    }
    .drawing .across ul > li::after {
      inset-block-start: 50%;
      inset-inline-start: -1.25em;
      inline-size: 1.25em;
    }
    .drawing .across ul > li:first-child::before {
      inset-block-start: 50%;
    }
    .drawing .across ul > li:last-child::before {
      inset-block-end: 50%;
      block-size: auto;
    }
  }
  @media print, (forced-colors: active), (prefers-contrast: more) {
    .drawing .tree .success {
      border-width: 2px;
    }
  }
  @media print {
    .drawing .tree .node {
      -webkit-print-color-adjust: exact;
      print-color-adjust: exact;
    }
  }
`;

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
    padding: 0.5em 0.75em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
    line-height: 1.45;
  }
  .drawing .tree .root {
    border-color: var(--_honor-line, var(--_line));
  }
  .drawing .tree .success {
    border-color: var(--_success);
    background: var(--_success-soft);
  }
  .drawing .tree .planned {
    border-style: dashed;
    background: none;
  }
`;

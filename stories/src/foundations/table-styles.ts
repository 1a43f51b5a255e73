import { css } from 'lit';

/** Tables of the foundations; on narrow screens they scroll by themselves. */
export const tableStyles = css`
  .base {
    overflow-x: auto;
  }
  table {
    border-collapse: collapse;
    margin-block-end: var(--_space-xl);
  }
  caption {
    text-align: start;
    font-weight: 600;
    font-size: var(--_font-l);
    padding-block: var(--_space-xs);
  }
  th,
  td {
    text-align: start;
    vertical-align: top;
    padding: var(--_space-xs) var(--_space-s);
    border-block-end: 1px solid var(--_rule);
  }
  th {
    font-weight: 600;
  }
  code {
    font-size: max(0.875em, 14px);
  }
`;

import { css } from 'lit';

/** Look of a `PagedList` whose lines are buttons that open a record. */
export const pagedListStyles = css`
  .rows {
    list-style: none;
  }
  .rows li {
    border-block-end: 1px solid var(--_rule);
  }
  .row {
    display: grid;
    gap: var(--_space-2xs);
    inline-size: 100%;
    min-block-size: var(--_row);
    padding: var(--_space-xs) var(--_space-s);
    border: 0;
    background: none;
    color: inherit;
    text-align: start;
    cursor: pointer;
    line-height: 1.5;
  }
  .row:hover {
    background: var(--_raised);
  }
`;

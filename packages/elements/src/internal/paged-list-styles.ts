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
    gap: 0.15em;
    inline-size: 100%;
    min-block-size: 44px;
    padding: 0.7em 0.6em;
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

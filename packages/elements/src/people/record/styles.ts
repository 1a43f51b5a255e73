import { css } from 'lit';

/** Look of an open person or service account. */
export const peopleRecordStyles = css`
  .grants {
    padding: 0;
    list-style: none;
  }
  .grants > li {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    justify-content: space-between;
    gap: 0.5em 1em;
    padding-block: 0.6em;
  }
  .grants > li > div {
    flex: 1 1 14em;
    min-inline-size: 0;
  }
  .grants > li + li {
    border-block-start: 1px solid var(--_rule);
  }
`;

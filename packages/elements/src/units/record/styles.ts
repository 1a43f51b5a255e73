import { css } from 'lit';

/** Look of an open unit. */
export const unitRecordStyles = css`
  .unit-link {
    font-weight: 400;
    text-align: start;
  }
  .code-notation {
    display: block;
  }
  .former,
  .units-list {
    display: grid;
    gap: 0.5em;
    padding: 0;
    list-style: none;
  }
  .former > li {
    display: grid;
    justify-items: start;
    padding-block: 0.25em;
  }
  .former > li + li {
    border-block-start: 1px solid var(--_rule);
  }
`;

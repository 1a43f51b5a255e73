import { css } from 'lit';

/** Look of an open unit. */
export const unitRecordStyles = css`
  .title h3 {
    font-size: 1.25em;
    line-height: 1.4;
  }
  .states-line {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em;
    margin-block-start: 0.4em;
  }
  .further {
    margin: 0;
  }
  .further > summary {
    list-style: none;
  }
  .further > summary::-webkit-details-marker {
    display: none;
  }
  .further[open] {
    flex: 1 0 100%;
  }
  .further[open] > summary {
    margin-block-end: 0.75em;
  }
  .further[open] > summary > .icon {
    transform: rotate(180deg);
  }
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

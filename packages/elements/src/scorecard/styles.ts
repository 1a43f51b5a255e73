import { css } from 'lit';

/** Look of the list, and of the boxes in which a new assessment is opened. */
export const scorecardStyles = css`
  .opening {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14em), 1fr));
    gap: 1em;
    align-items: end;
  }
`;

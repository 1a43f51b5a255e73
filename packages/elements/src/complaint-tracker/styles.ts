import { css } from 'lit';

/** Look of the two boxes. */
export const complaintTrackerStyles = css`
  .lookup {
    display: grid;
    gap: 1em;
    max-inline-size: 24em;
  }
`;

import { css } from 'lit';

export const caseDeskStyles = css`
  .late {
    color: var(--_danger);
  }
`;

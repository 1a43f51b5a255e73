import { css } from 'lit';

export const caseDeskStyles = css`
  .late {
    color: var(--_danger);
  }
  .files {
    padding-inline-start: 1.2em;
  }
  @media print {
    /* On paper these are names, not buttons. */
    .files .button {
      display: inline !important;
      padding: 0;
    }
  }
`;

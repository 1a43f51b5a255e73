import { css } from 'lit';

/** Look of what is there before a case is found. */
export const complaintTrackerStyles = css`
  .lookup {
    display: grid;
    gap: var(--_space-l);
    max-inline-size: 30em;
  }
  .lookup dvk-text-field::part(control) {
    font-family: ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', Consolas, monospace;
  }
  .lookup > .button {
    inline-size: 100%;
  }
  .lookup > details {
    margin-block: -0.75em;
  }
  .lookup summary {
    inline-size: fit-content;
    min-block-size: 44px;
    align-content: center;
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    list-style: none;
  }
  .lookup summary::-webkit-details-marker {
    display: none;
  }
  .lookup details > p {
    padding-block-start: var(--_space-xs);
  }
  .remembered > .button {
    padding-block: 0;
  }
`;

import { css } from 'lit';

/** A small round button, to choose or to take away: a filter in use, words to begin with. In text of 14 px. */
export const pillStyles = css`
  .pill {
    display: inline-flex;
    align-items: center;
    gap: 0.35em;
    min-block-size: max(1.9em, 26px);
    padding: 0.1em 0.7em;
    border: 1px solid var(--_line);
    border-radius: 999px;
    background: var(--_surface);
    font-size: var(--_font-s);
    cursor: pointer;
  }
  .pill .icon {
    --_icon: 1em;
  }
  .pill[aria-pressed='true'] {
    border-color: var(--_action);
    background: var(--_action-soft);
    color: var(--_action);
    font-weight: 600;
  }
`;

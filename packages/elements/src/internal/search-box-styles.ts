import { css } from 'lit';

/**
 * Look of what stands above a list or a tree in a box of its own: a label `search-box` with an icon, the input, and the key that
 * leads to it; and a choice, by whatever name, beside it.
 */
export const searchBoxStyles = css`
  :is(.search-box, .choice, .picker, .which) {
    display: flex;
    align-items: center;
    gap: 0.5em;
    min-block-size: 2.5em;
    padding-inline: 0.6em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  :is(.search-box, .choice, .picker, .which):focus-within {
    outline: 3px solid var(--_action);
    outline-offset: 1px;
  }
  .search-box > .icon {
    color: var(--_muted);
  }
  .search-box input {
    flex: 1;
    min-inline-size: 0;
    block-size: 2.5em;
    padding: 0;
    border: 0;
    outline: 0;
    background: none;
    text-overflow: ellipsis;
  }
  .search-box input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .search-box:focus-within kbd {
    visibility: hidden;
  }
`;

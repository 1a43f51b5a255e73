import { css } from 'lit';

/** Look of a search above a list: a label `search-box` with an icon, the input, and the key that leads to it. */
export const searchBoxStyles = css`
  .search-box {
    display: flex;
    align-items: center;
    gap: 0.5em;
    min-block-size: 2.5em;
    padding-inline: 0.6em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .search-box:focus-within {
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

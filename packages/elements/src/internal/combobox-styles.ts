import { css } from 'lit';

export const comboboxStyles = css`
  .popup {
    position: fixed;
    z-index: 1000;
    inset: auto;
    margin: 0;
    padding: 0;
    border: 0;
    overflow: visible;
    background: none;
    color: inherit;
  }
  .popup[hidden] {
    display: none;
  }
  .list {
    max-block-size: min(22em, 60vh, var(--_room, 100vh));
    overflow: auto;
    padding: var(--_space-2xs);
    list-style: none;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: var(--_shadow-overlay);
  }
  .item,
  .none {
    padding: var(--_space-xs) var(--_space-s);
    border-radius: var(--_radius);
  }
  .item {
    cursor: pointer;
    min-block-size: 44px;
  }
  .item small {
    display: block;
    font-size: var(--_font-s);
    color: var(--_muted);
  }
  .item:hover {
    background: var(--_raised);
  }
  .item[aria-selected='true'] {
    background: var(--_action);
    color: var(--_on-action);
  }
  .item[aria-selected='true'] small {
    color: inherit;
  }
  .none {
    color: var(--_muted);
  }
  @media (forced-colors: active) {
    .item[aria-selected='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;

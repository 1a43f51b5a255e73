import { css } from 'lit';

/** Buttons, boxes and menus above and below a list. */
export const toolStyles = css`
  .framed {
    border-color: var(--_line);
    background: var(--_surface);
  }
  .link {
    font-size: var(--_font-s);
    font-weight: 400;
  }
  .list-kit input[type='checkbox'],
  .list-actions input[type='checkbox'] {
    flex: none;
    inline-size: 1.125em;
    block-size: 1.125em;
    accent-color: var(--_action);
  }
  .unfolded .saved {
    display: flex;
  }
  .unfolded .save {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0.5em;
    margin-block-start: 0.35em;
    padding: 0.6em 0.9em 0.3em;
    border-block-start: 1px solid var(--_rule);
  }
  .unfolded .save input {
    min-inline-size: 0;
    padding: 0.25em 0.6em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    font-size: max(0.9375em, 14px);
  }
  .list-actions {
    display: flex;
    gap: 0.6em;
  }
  .scarce {
    display: none;
  }
  @container panel (width < 48em) {
    .list-actions .roomy {
      display: none;
    }
    .scarce {
      display: block;
    }
  }
  @container panel (width <= 30em) {
    .list-actions {
      display: none;
    }
  }
  .dots > .icon:last-child {
    display: none;
  }
`;

/** States with their counts, search, filters. */
export const narrowingStyles = css`
  .states {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .states > .tabs {
    flex: 1 1 11em;
    min-inline-size: 0;
  }
  .phone-tools {
    display: none;
    gap: 0.5em;
  }
  .filter-row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em;
  }
  .search {
    display: block;
    flex: 1 1 12em;
    max-inline-size: 22em;
  }
  .choice {
    position: relative;
    gap: 0.45em;
  }
  .search-box input {
    font-size: max(0.9375em, 14px);
  }
  .choice select {
    min-inline-size: 0;
    block-size: 2.5em;
    border: 0;
    outline: 0;
    background: none;
    font-size: max(0.9375em, 14px);
  }
  .choice select {
    appearance: none;
    max-inline-size: 11em;
    margin-inline: -0.3em -1.5em;
    padding-inline: 0.3em 1.6em;
    field-sizing: content;
    font-weight: 600;
    text-overflow: ellipsis;
    cursor: pointer;
  }
  .choice input[type='date'] {
    min-inline-size: 0;
    block-size: 2.5em;
    border: 0;
    outline: 0;
    background: none;
    color: inherit;
    font-size: max(0.9375em, 14px);
    font-weight: 600;
  }
  .choice > option {
    background: var(--_surface);
  }
  .choice > .icon {
    --_icon: 1.1em;
    pointer-events: none;
  }
  .choice .what {
    color: var(--_muted);
    font-size: var(--_font-s);
    font-weight: 400;
  }
  summary.choice {
    color: var(--_text);
  }
  summary.choice b {
    max-inline-size: 11em;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .sheet {
    display: none;
  }
  .active {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 0.75em;
  }
  .active ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em;
    list-style: none;
  }
  .shown {
    color: var(--_muted);
    font-size: var(--_font-s);
  }
  .active .shown {
    margin-inline-start: auto;
  }
`;

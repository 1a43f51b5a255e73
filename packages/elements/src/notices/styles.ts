import { css } from 'lit';

/** Look of the bell, of what opens below it, and of the list. */
export const noticesStyles = css`
  .box {
    position: relative;
  }
  .bell {
    position: relative;
    padding-inline: 0.6em;
  }
  .count {
    position: absolute;
    inset-block-start: -0.35em;
    inset-inline-end: -0.35em;
    min-inline-size: 1.6em;
    padding-inline: 0.35em;
    border: 1px solid var(--_surface);
    border-radius: 1em;
    background: var(--_danger);
    color: var(--_surface);
    font-size: var(--_font-s);
    font-weight: 700;
    line-height: 1.5;
    text-align: center;
  }
  .box.floating > .panel {
    position: absolute;
    z-index: 10;
    inset-block-start: calc(100% + 0.5em);
    inset-inline-end: 0;
    inline-size: min(28em, 100vw - 2em);
    max-block-size: min(36em, 80vh);
    overflow-y: auto;
    padding: 1em;
    box-shadow: 0 0.5em 1.5em rgb(0 0 0 / 20%);
    --_state-height: 10em;
  }
  /* Wherever the bell stands, the whole list is on the screen. */
  @media (max-width: 40em) {
    .box.floating > .panel {
      position: fixed;
      inset: auto 1em auto;
      inline-size: auto;
      margin-block-start: 0.5em;
    }
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5em;
  }
  .list {
    list-style: none;
    padding: 0;
    margin: 0;
  }
  .list > li:not(:last-child) {
    border-block-end: 1px solid var(--_rule);
  }
  .item {
    display: grid;
    grid-template-columns: 0.75em 1fr;
    gap: 0.6em;
    inline-size: 100%;
    min-block-size: 44px;
    padding: 0.75em 0.25em;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .item:hover {
    background: var(--_neutral-soft);
  }
  .item > .dot {
    inline-size: 0.6em;
    block-size: 0.6em;
    margin-block-start: 0.45em;
    border-radius: 50%;
  }
  .item.unread > .dot {
    background: var(--_action);
  }
  .item.unread b {
    font-weight: 700;
  }
  .item b {
    display: block;
    font-weight: 400;
  }
  .item .small {
    display: block;
  }
  .wish {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.35em;
    margin: 0;
    padding: 0 0 0.75em;
    border: 0;
    border-block-end: 1px solid var(--_rule);
  }
  .wish > legend {
    padding: 0;
    font-weight: 600;
  }
  .wish label {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em;
    min-block-size: 44px;
  }
  .wish :is(select, input[type='time']) {
    flex: 1 1 9em;
    min-block-size: 44px;
    padding: 0.3em 0.5em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
    font: inherit;
  }
  .wish input[type='checkbox'] {
    inline-size: 1.4em;
    block-size: 1.4em;
    accent-color: var(--_action);
  }
  .hours {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 0.75em;
  }
  @media (forced-colors: active) {
    .item.unread > .dot {
      background: Highlight;
      forced-color-adjust: none;
    }
    .count,
    .panel {
      border-color: CanvasText;
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`;

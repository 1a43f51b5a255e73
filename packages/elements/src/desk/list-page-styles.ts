import { css } from 'lit';

/** Look of a widget with a list: its head, the list, and the room for the open record. */
export const listPageStyles = css`
  .panel {
    container-name: panel;
  }
  .panel > * {
    /* The padding of the panel as those inside reckon it, who reach its frame with it. */
    --_edge: clamp(0.75em, 12.5cqi - 1.5625em, 2em);
  }
  /* At a desk there is a mouse, which needs less than a finger. */
  @media (hover: hover) and (pointer: fine) {
    @container panel (width > 30em) {
      .desk,
      .open-sheet,
      .sheet-head {
        --_usual-control: max(2.5em, 32px);
      }
    }
  }
  .desk-head h2 {
    font-size: var(--_font-xl);
  }
  @container panel (width <= 30em) {
    .desk-head h2 {
      font-size: var(--_font-l);
    }
  }
  .desk,
  .panes,
  .list {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75em;
  }
  .desk-head {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    justify-content: space-between;
    gap: 0.5em 1.5em;
  }
  /* A long title takes a second line before the actions do. */
  .desk-head > :first-child {
    flex: 1 1 16em;
  }
  .desk-actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 0.5em;
    margin-inline-start: auto;
  }
  .desk-actions > .button {
    min-block-size: max(2.5em, 24px);
  }
  @media print {
    .base :is(.desk, .panes, .list) {
      display: block;
    }
  }
`;

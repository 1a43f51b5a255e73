import { css } from 'lit';
import { searchBoxStyles } from '../internal/search-box-styles.ts';
import { roomStyles } from './room-styles.ts';
import { cardStyles, mediaStyles, tableStyles } from './table-styles.ts';
import { menuStyles } from '../internal/menu.ts';
import { pillStyles } from '../parts/pill.ts';
import { narrowingStyles, toolStyles } from './tool-styles.ts';

/** The selection, and what stands below the rows. */
const footStyles = css`
  .bar {
    position: sticky;
    z-index: 3;
    inset-block-end: 0;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 0.75em;
    padding: 0.5em 0.9em;
    border: 1px solid transparent;
    border-radius: 0 0 var(--_radius-card) var(--_radius-card);
    background: #0b2e4f;
    color: #fff;
  }
  .bar > b {
    font-size: max(0.9375em, 14px);
  }
  .bar .link {
    color: #fff;
  }
  .bar .steps {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin-inline-start: auto;
  }
  .bar .white {
    background: #fff;
    color: #0b4a83;
  }
  .bar .outlined {
    border-color: #7f9bb5;
    color: #fff;
  }
  .bar .tool:hover {
    box-shadow: inset 0 0 0 9em rgb(127 155 181 / 0.25);
  }
  .bar :focus-visible {
    outline-color: #fff;
  }
  .list-kit .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 1.5em;
    margin-block-start: 0.5em;
  }
  .list-kit .foot .shown {
    flex: 1;
  }
  @media (hover: none) {
    .search-box kbd {
      display: none;
    }
  }
`;

const kitStyles = css`
  .list-kit {
    position: relative;
    z-index: 1;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.6em;
    container: list / inline-size;
  }
  .sheet-filters {
    display: grid;
    gap: 0.75em;
  }
  /* A filter on each line: its name, its values, all of the same width. */
  .sheet-filters .choice {
    inline-size: 100%;
    min-block-size: 3em;
  }
  .sheet-filters .choice .what {
    flex: 0 0 8em;
  }
  .sheet-filters .choice :is(select, input, b) {
    flex: 1;
    max-inline-size: none;
  }
  .sheet-filters .menu .unfolded {
    position: static;
    inline-size: 100%;
    max-inline-size: none;
    box-shadow: none;
  }
`;

/** Look of a list of records: see `list-kit.ts`. */
export const listStyles = [
  kitStyles,
  menuStyles,
  searchBoxStyles,
  toolStyles,
  narrowingStyles,
  pillStyles,
  tableStyles,
  roomStyles,
  footStyles,
  cardStyles,
  mediaStyles,
];

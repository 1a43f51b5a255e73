import { css, type CSSResult } from 'lit';
import { sheetFootStyles } from './sheet-foot-styles.ts';

const looks = css`
  .panel {
    container-name: panel;
  }
  .sheet-head {
    display: grid;
    gap: 0.4em;
    justify-items: start;
  }
  .sheet-head .named {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    justify-content: space-between;
    gap: 0.5em 1.5em;
    inline-size: 100%;
  }
  .sheet-head .named > h2 {
    flex: 1 1 16em;
  }
  .sheet-head :is(.way-back, .head-actions) {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em;
  }
  .sheet-head .head-actions {
    column-gap: 1em;
  }
  .to-list {
    display: inline-flex;
    align-items: center;
    gap: 0.35em;
    min-block-size: 24px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_action);
    font-size: var(--_font-s);
    cursor: pointer;
  }
  .to-list span {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .illustrative {
    color: var(--_warning);
  }
  .sections {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75em;
  }
  .line-filters {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em;
  }
  .line-filters .button {
    margin-inline-start: auto;
    min-block-size: 2em;
    font-size: var(--_font-s);
  }
  .open-sheet {
    display: flex;
    flex-direction: column;
    gap: 1em;
  }
  .scores,
  .rail {
    display: contents;
  }
  .card {
    padding: 1em 1.1em;
    border: 1px solid var(--_rule);
    border-radius: var(--_radius-card);
    background: var(--_surface);
    min-inline-size: 0;
  }
  .card h3 {
    font-size: 1em;
    margin-block-end: 0.5em;
  }
  .card .drawing figcaption {
    margin-block-end: 0.5em;
  }
  .card .rows,
  .card .rows .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.15em 0.75em;
  }
  .card .rows .row {
    grid-column: 1 / -1;
    margin-block-end: 0.5em;
  }
  .card .rows .label {
    grid-column: 1 / -1;
  }
  .card .rows .bars {
    grid-row: 2;
    grid-column: 1;
    align-self: center;
  }
  .card .rows .value {
    min-inline-size: 5.5em;
  }
  .origin dl > div {
    display: flex;
    justify-content: space-between;
    gap: 1em;
    padding-block: 0.15em;
    font-variant-numeric: tabular-nums;
  }
  .origin .whole {
    border-block-start: 1px solid var(--_rule);
    font-weight: 700;
  }
  .origin > :is(p, details) {
    margin-block-start: 0.4em;
  }
  .calculation {
    list-style: none;
    display: grid;
    gap: 0.3em;
    font-size: var(--_font-s);
  }
  .stops {
    list-style: none;
    display: grid;
    gap: 0.5em;
    margin-block-start: 0.5em;
  }
  .strip {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5em 1.5em;
  }
  .strip ul {
    list-style: none;
    flex: 1 1 0;
    display: flex;
    flex-wrap: wrap;
    min-inline-size: 0;
    gap: 0.5em 1em;
  }
  .strip li {
    display: grid;
    grid-template-columns: auto auto;
    justify-content: space-between;
    gap: 0 0.5em;
    min-inline-size: 4.1em;
    font-variant-numeric: tabular-nums;
    line-height: 1.4;
  }
  .strip .short {
    color: var(--_muted);
    white-space: nowrap;
  }
  /* As wide as the numbers above them: a drawing has a width of its own. */
  .strip .bars {
    grid-column: 1 / -1;
    inline-size: 0;
    min-inline-size: 100%;
    block-size: 0.95em;
  }
  @container panel (width < 75em) {
    .groups {
      order: -1;
    }
    .groups:not(.open) > .drawn {
      display: none;
    }
    .sheet-foot {
      order: 1;
    }
  }
  @container panel (width < 30em) {
    .groups > .strip {
      display: none;
    }
    .groups > .drawn {
      display: block !important;
    }
    .groups {
      order: 0;
    }
  }
  @container panel (width >= 75em) {
    .open-sheet {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 19.5em;
      gap: 1.25em;
      align-items: start;
    }
    .scores,
    .rail {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 1em;
    }
    .groups > .strip {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .line-filters .pill[aria-pressed='true'] {
      outline: 2px solid Highlight;
    }
  }
`;

/** Look of an open scorecard around its table: head, filters, rail, the foot that stays in sight. */
export const sheetStyles: readonly CSSResult[] = [looks, sheetFootStyles];

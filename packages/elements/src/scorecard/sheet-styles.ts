import { css } from 'lit';

/** Look of an open scorecard around its table: head, filters, rail, the foot that stays in sight. */
export const sheetStyles = css`
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
    display: flex;
    flex-wrap: wrap;
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
  .strip .bars {
    grid-column: 1 / -1;
    block-size: 0.95em;
  }
  .sheet-foot {
    display: grid;
    gap: 0.75em;
    padding: 0.65em 1.1em;
    border: 1px solid var(--_rule);
    border-radius: var(--_radius-card);
    background: var(--_surface);
    box-shadow: var(--_shadow-raised);
  }
  .foot-line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.65em 1.5em;
  }
  .totals {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1.5em;
  }
  .total > * {
    display: inline;
  }
  .total > .small {
    display: block;
  }
  .total b {
    font-size: var(--_font-l);
    font-variant-numeric: tabular-nums;
  }
  .total .of {
    color: var(--_muted);
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
  .foot-line > .save-state {
    flex: 1 1 12em;
  }
  .foot-actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    align-items: center;
    justify-content: flex-end;
    margin-inline-start: auto;
  }
  .filling .foot-actions {
    flex: 1 0 100%;
  }
  .sheet-foot:not(.filling) .foot-actions > div {
    display: contents;
  }
  .foot-actions > div > .actions {
    display: contents;
  }
  .filling .foot-actions > div {
    flex: 1;
  }
  .foot-actions .save {
    order: 1;
  }
  .foot-actions .actions .primary {
    order: 2;
  }
  .foot-actions .confirm .actions .primary {
    order: 0;
  }
  @media screen and (min-height: 30em) {
    .sheet-foot:not(.filling) {
      position: sticky;
      z-index: 2;
      inset-block-end: 0.5em;
    }
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
    .sheet-foot {
      padding: 0.5em 0.75em;
    }
    .foot-line > .save-state > p:not(.draft) {
      display: none;
    }
    .totals {
      gap: 0.25em 1em;
      line-height: 1.3;
    }
    .foot-actions {
      display: grid;
      grid-template-columns: 1fr 1fr;
      flex: 1 0 100%;
      font-size: var(--_font-s);
    }
    .foot-actions .button {
      padding-inline: 0.5em;
    }
    .filling .foot-actions > div {
      grid-column: 1 / -1;
    }
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

import { css } from 'lit';

/** Look of what stays in sight below a score sheet. On a phone it is as slim as can be: what has no room there is still told. */
export const sheetFootStyles = css`
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
  @container panel (width < 30em) {
    .sheet-foot {
      padding: 0.4em 0.75em 0.5em;
    }
    .foot-line {
      gap: 0.35em 0.75em;
    }
    /* Read with their names; seen, the one leads to the other as in the bars of the groups. */
    .both > .total > .small,
    .save-state:not(.unsaved),
    .save-state > p:not(.draft) {
      position: absolute;
      clip-path: inset(50%);
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      white-space: nowrap;
    }
    .totals {
      align-items: baseline;
      gap: 0 0.6em;
      font-size: var(--_font-s);
      line-height: 1.35;
    }
    .total > .small {
      display: inline;
    }
    .total b {
      font-size: 1em;
    }
    .both > .total:nth-child(2)::before {
      content: '→';
      content: '→' / '';
      margin-inline-end: 0.4em;
    }
    .foot-actions {
      flex: 1 0 100%;
      font-size: var(--_font-s);
    }
    .foot-actions .button {
      flex: 1 1 auto;
      padding: 0.25em 0.5em;
    }
    .filling .foot-actions > div {
      flex: 1 0 100%;
    }
  }
`;

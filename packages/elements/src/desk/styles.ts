import { css } from 'lit';

/** Look of every desk: the filters, the list, the open record beside it. */
export const deskStyles = css`
  .filters {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 12em), 1fr));
    gap: 1em;
    align-items: end;
  }
  .sections {
    display: grid;
    gap: 1.25em;
  }
  .desk {
    display: grid;
    gap: 1.5em;
  }
  @container (min-width: 56em) {
    .desk.open {
      grid-template-columns: minmax(18em, 2fr) 3fr;
      align-items: start;
    }
  }
  @container (width < 56em) {
    .desk.open .list {
      display: none;
    }
  }
  .list {
    display: grid;
    gap: 1.25em;
  }
  .head {
    display: grid;
    gap: 0.4em;
    justify-items: start;
  }
  .rows {
    border-block-start: 1px solid var(--_rule);
  }
  .row[aria-current='true'] {
    background: var(--_action-soft);
    box-shadow: inset 3px 0 0 var(--_action);
  }
  .row .title {
    font-weight: 600;
  }
  .row .meta {
    display: flex;
    flex-wrap: wrap;
    gap: 0.2em 0.8em;
  }
  .detail {
    display: grid;
    gap: 1.25em;
    align-content: start;
  }
  .content {
    padding: 0.9em 1.1em;
    background: var(--_raised);
    border-radius: var(--_radius);
  }
  .step > .notice + * {
    margin-block-start: 1em;
  }
  @media (forced-colors: active) {
    .row[aria-current='true'] {
      outline: 2px solid Highlight;
    }
  }
  @media print {
    .desk.open .list {
      display: none;
    }
    .desk.open {
      grid-template-columns: 1fr;
    }
  }
`;

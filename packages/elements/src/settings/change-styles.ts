import { css } from 'lit';

/** Look of a change until it is saved, and of tables of what differs. */
export const changeStyles = css`
  .change-form,
  .told {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75em;
  }
  .change-form {
    padding-block-start: 0.75em;
    border-block-start: 1px solid var(--_rule);
  }
  .unsaved ul {
    padding-inline-start: 1.2em;
  }
  .tick {
    display: flex;
    align-items: start;
    gap: 0.5em;
    font-size: var(--_font-s);
    cursor: pointer;
  }
  .tick input {
    flex: none;
    inline-size: max(1.25em, 24px);
    block-size: max(1.25em, 24px);
    accent-color: var(--_action);
  }
  :is(.moved, .differences) {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: var(--_font-s);
  }
  :is(.moved, .differences) :is(th, td) {
    padding: 0.35em 0.5em 0.35em 0;
    border-block-end: 1px solid var(--_rule);
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  :is(.moved, .differences) thead th {
    color: var(--_muted);
    font-weight: 600;
  }
  :is(.moved, .differences) tbody th {
    font-weight: 600;
  }
  .rail .moved :is(thead),
  .rail .moved td::before {
    color: var(--_muted);
  }
  .rail .moved thead {
    display: none;
  }
  .rail .moved :is(tr, th, td) {
    display: block;
    border: 0;
    padding: 0;
  }
  .rail .moved tr {
    padding-block: 0.35em;
    border-block-end: 1px solid var(--_rule);
  }
  .rail .moved td::before {
    content: attr(data-label) ': ';
  }
  .history > summary {
    font-weight: 700;
  }
  .history[open] > summary {
    margin-block-end: 0.75em;
  }
`;

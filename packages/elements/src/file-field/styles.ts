import { css } from 'lit';

export const fileFieldStyles = css`
  .drop {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    align-items: center;
    padding: 0.75em;
    border: 1px dashed var(--_line);
    border-radius: var(--_radius);
  }
  .drop.over {
    border: 1px solid var(--_action);
    background: var(--_action-soft);
  }
  .drop span {
    color: var(--_muted);
  }
  .files {
    list-style: none;
    display: grid;
    gap: 0.25em;
    margin-block-start: 0.25em;
  }
  .files[hidden] {
    display: none;
  }
  .file {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0 0.75em;
    align-items: center;
    padding: 0.25em 0.25em 0.25em 0.75em;
    border-inline-start: 4px solid var(--_success);
    background: var(--_raised);
  }
  .file.busy {
    border-color: var(--_line);
  }
  .file.failed {
    border-color: var(--_danger);
  }
  .name {
    overflow-wrap: anywhere;
  }
  .state {
    grid-column: 1;
    font-size: var(--_font-s);
    color: var(--_muted);
  }
  .failed .state {
    color: var(--_danger);
    font-weight: 600;
  }
  .actions {
    grid-area: 1 / 2 / span 2;
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
  }
  .actions .button {
    padding-inline: 0.6em;
  }
  progress {
    display: block;
    inline-size: min(100%, 16em);
    block-size: 0.5em;
    accent-color: var(--_action);
  }
`;

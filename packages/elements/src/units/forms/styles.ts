import { css } from 'lit';

/** Look of the forms for units. */
export const unitFormStyles = css`
  .new-unit {
    padding: var(--_space-m);
    border: 1px solid var(--_rule);
    border-radius: var(--_radius-card);
  }
  .new-unit > legend {
    float: left;
    padding: 0;
  }
  .merging {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr);
    gap: 0.75em;
    align-items: start;
    --dvk-option-width: 8em;
  }
  .merging > .arrow {
    align-self: center;
    color: var(--_action);
  }
  .cards {
    display: grid;
    gap: 0.5em;
    list-style: none;
    padding: 0;
  }
  .cards > li {
    display: grid;
    padding: 0.6em 0.9em;
    border: 1px solid var(--_rule);
    border-radius: var(--_radius-card);
  }
  .effects {
    padding: 0;
    border: 1px solid var(--_rule);
    border-radius: var(--_radius);
    list-style: none;
  }
  .effects > li {
    display: grid;
    grid-template-columns: auto minmax(0, 5fr) minmax(0, 7fr);
    gap: 0.75em;
    align-items: center;
    min-block-size: 2.5em;
    padding: 0.4em 0.9em;
  }
  .effects > li + li {
    border-block-start: 1px solid var(--_rule);
  }
  .effects .icon {
    color: var(--_muted);
  }
  @media (max-width: 37.5em) {
    .merging,
    .effects > li {
      grid-template-columns: minmax(0, 1fr);
    }
    .effects > li {
      gap: 0.1em;
    }
    .effects .icon {
      display: none;
    }
    .merging > .arrow {
      justify-self: center;
      transform: rotate(90deg);
    }
  }
`;

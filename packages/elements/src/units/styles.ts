import { css } from 'lit';

/** Look of the tree of units, its search and the selection. */
export const unitsStyles = css`
  .which {
    display: inline-flex;
    gap: 0.45em;
  }
  .which > span {
    color: var(--_muted);
    font-size: var(--_font-s);
  }
  .which select {
    appearance: none;
    min-inline-size: 0;
    block-size: 2.4em;
    margin-inline: -0.3em -1.5em;
    padding-inline: 0.3em 1.6em;
    border: 0;
    outline: 0;
    background: none;
    font-weight: 600;
    cursor: pointer;
  }
  .which option {
    background: var(--_surface);
  }
  .which .icon {
    --_icon: 1.1em;
    pointer-events: none;
  }
  .tree-pane {
    container: tree / inline-size;
    border: 1px solid var(--_rule);
    border-radius: var(--_radius-card);
    background: var(--_surface);
  }
  .tree-pane > :is(.state, .loading, .notice, [part]):not(.tree) {
    padding: 1em;
  }
  .find {
    display: block;
    padding: 0.75em;
    border-block-end: 1px solid var(--_rule);
  }
  .found {
    padding: 0.5em 0.9em;
    border-block-end: 1px solid var(--_rule);
  }
  .tree {
    --_level: 0;
  }
  .tree > .row {
    position: relative;
    display: flex;
    align-items: center;
    gap: 0.5em;
    min-block-size: max(2.5em, 40px);
    padding: 0.2em 0.9em 0.2em calc(0.4em + var(--_level) * 1.4em);
    scroll-margin-block: 4em;
    cursor: pointer;
    /* Of rows far away a browser draws nothing. */
    content-visibility: auto;
    contain-intrinsic-size: auto 40px;
  }
  .tree > .row + .row {
    border-block-start: 1px solid var(--_rule);
  }
  .tree > .row:hover {
    background: var(--_raised);
  }
  .tree > .row:is(.current, .selected) {
    background: var(--_action-soft);
  }
  .tree > .row.current {
    box-shadow: inset 3px 0 0 var(--_action);
  }
  .tree > .row:focus-visible {
    outline-offset: -3px;
  }
  .twist {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 1.75em;
    block-size: 2em;
    margin-inline-end: -0.25em;
    color: var(--_muted);
  }
  .row:not(.more) .twist > .icon {
    transition: transform 0.15s;
  }
  [aria-expanded='true'] > .twist > .icon {
    transform: rotate(90deg);
  }
  .tick {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 1.25em;
    block-size: 1.25em;
    border: 1px solid var(--_line);
    border-radius: 0.25em;
    background: var(--_surface);
    color: var(--_on-action);
  }
  /* The finger needs more than what is drawn. */
  .tick::after {
    content: '';
    position: absolute;
    inline-size: 2.25em;
    block-size: 2.25em;
  }
  [aria-checked='true'] > .tick {
    border-color: var(--_action);
    background: var(--_action);
  }
  .tick > .icon {
    --_icon: 1em;
    stroke-width: 3;
  }
  .row > .words {
    display: grid;
    flex: 1;
    min-inline-size: 0;
  }
  .branch .name {
    font-weight: 600;
  }
  .row .path {
    color: var(--_muted);
    font-size: var(--_font-s);
  }
  .row .validity {
    flex: none;
    color: var(--_warning);
    font-size: var(--_font-s);
  }
  .row .chip {
    font-weight: 400;
  }
  .row:is(.current, .selected) .chip {
    background: var(--_surface);
  }
  .more .words {
    color: var(--_action);
    font-weight: 600;
  }
  .tree-pane > .keys-hint {
    padding: 0.6em 0.9em;
    border-block-start: 1px solid var(--_rule);
  }
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
    border-radius: var(--_radius-card);
    background: #0b2e4f;
    color: #fff;
  }
  .bar-steps {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em;
    margin-inline-start: auto;
  }
  .bar button {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    min-block-size: 2.5em;
    padding-inline: 0.9em;
    border: 1px solid #7f9bb5;
    border-radius: var(--_radius);
    background: none;
    color: #fff;
    font-weight: 600;
    cursor: pointer;
  }
  .bar .white {
    border-color: transparent;
    background: #fff;
    color: #0b4a83;
  }
  .bar :focus-visible {
    outline-color: #fff;
  }
  /* A strict policy allows no style attributes: each level has a class. */
  .tree > .level-2 {
    --_level: 1;
  }
  .tree > .level-3 {
    --_level: 2;
  }
  .tree > .level-4 {
    --_level: 3;
  }
  .tree > .level-5 {
    --_level: 4;
  }
  .tree > .level-6 {
    --_level: 5;
  }
  .tree > .level-7 {
    --_level: 6;
  }
  .tree > .level-8 {
    --_level: 7;
  }
  @container tree (width < 40em) {
    .row > .kind {
      display: none;
    }
  }
  @container tree (width < 30em) {
    .row > .validity {
      order: 5;
      flex: 0 0 100%;
      padding-inline-start: 2em;
    }
    .tree > .row {
      flex-wrap: wrap;
      padding-inline-start: calc(0.2em + var(--_level) * 0.75em);
    }
    .tree > .row > .words {
      flex: 1 0 calc(100% - 5em);
    }
  }
  @media (forced-colors: active) {
    .tree > .row.current {
      border-inline-start: 4px solid Highlight;
    }
    [aria-checked='true'] > .tick {
      forced-color-adjust: none;
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
    }
  }
  @media print {
    .tree-pane {
      border: 0;
    }
    .tree > .row {
      min-block-size: 0;
      padding-block: 0.15em;
      content-visibility: visible;
      break-inside: avoid;
    }
    :is(.twist, .tick, .more) {
      display: none;
    }
  }
`;

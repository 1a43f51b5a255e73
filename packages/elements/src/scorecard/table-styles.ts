import { css } from 'lit';

/** What a table of criteria looks like in which points are entered, over the look that it has in common with others. */
export const tableStyles = css`
  .score-table .said,
  .score-table .none {
    color: var(--_muted);
  }
  .score-table .said,
  .score-table .evidence {
    font-size: var(--_font-s);
  }
  .score-table .marked {
    color: var(--_warning);
  }
  .score-table .entry {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 0.6em;
    text-align: start;
  }
  .score-table .entry > :is(dvk-text-field, dvk-choice-field, .counted) {
    flex: 1 1 6em;
    min-inline-size: 0;
  }
  .score-table .entry > .check {
    flex: 1 0 100%;
    font-size: var(--_font-s);
  }
  .score-table .entry ::part(control) {
    padding-inline-start: 0.5em;
  }
  .score-table .entry > dvk-text-field::part(control) {
    padding-inline-end: 0.5em;
    text-align: end;
  }
  .score-table .entry > .check {
    order: 1;
  }
  .score-table .worth {
    min-inline-size: 1.75em;
    text-align: end;
  }
  .score-table .pair {
    display: grid;
    grid-template-columns: 1fr auto 1fr;
    gap: 0.25em;
    align-items: center;
  }
  .open-sheet .check {
    display: flex;
    gap: 0.5em;
    align-items: center;
    min-block-size: 1.75em;
    cursor: pointer;
  }
  .open-sheet .check input {
    inline-size: 1.25em;
    block-size: 1.25em;
    flex: none;
    accent-color: var(--_action);
  }
  .score-table .files {
    display: inline-flex;
    align-items: center;
    gap: 0.3em;
    min-block-size: 24px;
    white-space: nowrap;
  }
  .score-table button.missing {
    color: var(--_warning);
  }
  .score-table .sign {
    display: none;
  }
  .score-table .attention > * {
    background: var(--_action-soft);
  }
  .score-table .attention > :first-child {
    box-shadow: inset 3px 0 var(--_action);
  }
  .score-table .continued > * {
    border-block-end-color: transparent;
  }
  .score-table .details {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 17em), 1fr));
    gap: 0.75em 1.25em;
    padding-block: 0.25em 0.75em;
    --dvk-control: initial;
  }
  @media screen {
    .score-table .off {
      display: none;
    }
    @container panel (width >= 42em) {
      .score-table .own {
        inline-size: 8em;
      }
      .score-table .difference {
        inline-size: 6em;
      }
      .score-table .evidence {
        inline-size: 7.5em;
      }
      .score-table .own.entered,
      .score-table .given {
        inline-size: 12em;
      }
    }
    @container panel (42em <= width < 60em) {
      .score-table .own {
        inline-size: 7em;
      }
      .score-table .own.entered {
        inline-size: 12em;
      }
      .score-table .evidence {
        inline-size: 3.5em;
      }
    }
    @container panel (width < 60em) {
      .score-table .none {
        display: none;
      }
      /* Still read aloud. */
      .score-table .evidence .word {
        position: absolute;
        inline-size: 1px;
        block-size: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
      .score-table .sign {
        display: inline;
      }
      .score-table .evidence .missing .word {
        position: static;
        inline-size: auto;
        block-size: auto;
        clip-path: none;
      }
    }
    @container panel (width < 42em) {
      .score-table .off {
        display: none;
      }
      .score-table .continued,
      .score-table .attention {
        border-block-end: 0;
      }
      .score-table tr.attention {
        padding-inline-start: 0.6em;
        background: var(--_action-soft);
        box-shadow: inset 3px 0 var(--_action);
      }
      .score-table .attention > :is(*, :first-child) {
        box-shadow: none;
      }
      .score-table td.evidence.empty {
        display: none;
      }
      .score-table td[data-label] > .entry {
        flex: 1;
      }
      .score-table .evidence .word {
        position: static;
        inline-size: auto;
        block-size: auto;
        clip-path: none;
      }
      .score-table .evidence .sign {
        display: none;
      }
      .score-table {
        --dvk-control: 44px;
      }
    }
  }
  @media (forced-colors: active) {
    .score-table .attention > :first-child {
      border-inline-start: 3px solid Highlight;
    }
  }
`;

import { css } from 'lit';

/** Look of the working calendar. */
export const calendarStyles = css`
  .calendar {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75em;
  }
  .legend-line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5em 1.5em;
    font-size: var(--_font-s);
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em 1.25em;
    list-style: none;
  }
  .legend > li {
    display: flex;
    align-items: center;
    gap: 0.5em;
  }
  .calendar-panes,
  .rail {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1em;
    align-items: start;
  }
  .year-pane,
  .card {
    padding: 1em;
    border: 1px solid var(--_rule);
    border-radius: var(--_radius-card);
  }
  .year {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(12.25em, 1fr));
    gap: 1.1em 1.25em;
    margin-block-end: 0.75em;
  }
  .month-steps {
    display: none;
  }
  .month {
    inline-size: 100%;
    border-collapse: separate;
    border-spacing: 1px;
    table-layout: fixed;
    block-size: fit-content;
    text-align: center;
  }
  .month caption {
    padding-block-end: 0.25em;
    font-weight: 700;
    text-align: start;
  }
  .month th {
    padding: 0 0 0.2em;
    color: var(--_muted);
    font-size: var(--_font-s);
    font-weight: 400;
  }
  .month td {
    padding: 0;
  }
  .day {
    display: inline-grid;
    place-items: center;
    inline-size: 100%;
    min-inline-size: 24px;
    min-block-size: max(1.75em, 24px);
    padding: 0;
    border: 2px solid transparent;
    border-radius: var(--_radius);
    background: none;
    font-size: var(--_font-s);
    font-variant-numeric: tabular-nums;
    line-height: 1.2;
  }
  .legend .day {
    inline-size: 2em;
  }
  button.day {
    cursor: pointer;
  }
  button.day:hover {
    border-color: var(--_line);
  }
  .day.rest {
    background: var(--_raised);
    color: var(--_muted);
  }
  .day.holiday {
    background: var(--_danger-soft);
    color: var(--_danger);
    font-weight: 700;
  }
  .day.swapped {
    background: var(--_warning-soft);
    color: var(--_warning);
    font-weight: 600;
    text-decoration-line: underline;
    text-decoration-style: dotted;
    text-decoration-thickness: 2px;
    text-underline-offset: 0.2em;
  }
  .day.made-up {
    border-color: var(--_action);
    font-weight: 700;
  }
  .day[aria-current] {
    box-shadow: inset 0 0 0 1px var(--_text);
  }
  .day[aria-pressed='true'] {
    outline: 3px solid var(--_action);
    outline-offset: 1px;
  }
  .day.changed {
    border: 2px dashed var(--_action);
  }
  .day-card {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75em;
    border-color: var(--_action);
  }
  .card > h3 {
    font-size: 1.0625em;
    line-height: 1.4;
  }
  .day-fields {
    display: grid;
    gap: 0.75em;
  }
  .day-fields dvk-choice-field::part(option) {
    min-block-size: max(2em, 24px);
    padding: 0;
    border-color: transparent;
    background: none;
    outline: 0;
    box-shadow: none;
  }
  .page-actions > .button {
    min-block-size: max(2.5em, 24px);
    padding-inline: 0.9em;
    font-size: max(0.9375em, 14px);
  }
  .page-actions .menu > summary {
    block-size: 100%;
    border-color: var(--_action);
    background: var(--_surface);
  }
  .page-actions .unfolded {
    min-inline-size: 13em;
  }
  .file {
    position: relative;
  }
  .file:focus-within {
    outline: 3px solid var(--_action);
    outline-offset: -3px;
  }
  .remarks li {
    color: var(--_text);
  }
  .special {
    padding: 0;
  }
  .special > h3,
  .special > p {
    padding: 0.75em 1em;
  }
  .special .count {
    padding: 0 0.6em;
    border-radius: 1em;
    background: var(--_neutral-soft);
    font-size: max(0.875em, 14px);
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }
  .special ul {
    list-style: none;
    padding: 0;
  }
  .special li {
    display: grid;
    grid-template-columns: 6em minmax(0, 1fr);
    gap: 0.75em;
    padding: 0.5em 1em;
    border-block-start: 1px solid var(--_rule);
    font-size: var(--_font-s);
  }
  .special .dates {
    align-self: start;
    color: inherit;
    text-decoration: none;
    font-variant-numeric: tabular-nums;
  }
  .special .dates:hover {
    text-decoration: underline;
  }
  @container settings (min-width: 58em) {
    .calendar-panes {
      grid-template: auto 1fr / minmax(0, 1fr) 18em;
    }
    .rail {
      grid-area: 1 / 2 / 3 / 3;
    }
  }
  @container settings (min-width: 76em) {
    .calendar-panes {
      grid-template-columns: minmax(0, 1fr) 22em;
    }
  }
  @container settings (max-width: 36em) {
    /* Two lines of even width. */
    .page-head > *,
    .page-actions > .button,
    .page-actions .menu > summary {
      inline-size: 100%;
    }
    .page-actions {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .page-actions > .button {
      grid-column: 1 / -1;
    }
    .year {
      grid-template-columns: minmax(0, 1fr);
    }
    .month:not(.shown) {
      display: none;
    }
    .month-steps {
      display: flex;
      justify-content: space-between;
    }
    .month-step {
      display: grid;
      place-items: center;
      inline-size: 44px;
      block-size: 44px;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      background: var(--_surface);
      color: var(--_action);
      cursor: pointer;
    }
    .day {
      min-block-size: 44px;
      font-size: 1em;
    }
    .legend .day {
      min-block-size: 1.75em;
      font-size: var(--_font-s);
    }
  }
  @media (forced-colors: active) {
    .day {
      border-color: Canvas;
    }
    .day.holiday {
      border: 2px solid CanvasText;
      border-style: double;
    }
    .day.made-up {
      border: 2px solid Highlight;
    }
    .day.changed {
      border: 2px dashed CanvasText;
    }
    .day.rest {
      color: GrayText;
    }
    .day[aria-current] {
      text-decoration: overline;
    }
    .day[aria-pressed='true'] {
      outline-color: Highlight;
    }
  }
  @media print {
    .year {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
    .month:not(.shown) {
      display: table;
    }
    .month-steps,
    .day-card {
      display: none;
    }
    .day {
      min-block-size: 0;
      print-color-adjust: exact;
    }
    .year-pane {
      border: 0;
      padding: 0;
    }
    .month {
      break-inside: avoid;
    }
    .day[aria-pressed='true'] {
      outline: 0;
    }
  }
`;

import { css, type CSSResultGroup } from 'lit';
import { sheetStyles } from '../paper/official-styles.ts';
import { chipStyles } from '../parts/chip.ts';
import { disclosureStyles } from '../parts/disclosure.ts';
import { stateStyles } from '../parts/state.ts';
import { stepperStyles } from '../parts/stepper.ts';
import { timelineStyles } from '../parts/timeline.ts';
import { answerStyles } from './answer-styles.ts';
import { termCalendarStyles } from './term-calendar.ts';

const layout = css`
  .found {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-xl);
  }
  .found > .notices {
    display: grid;
    gap: var(--_space-s);
  }
  .head {
    display: grid;
    gap: 0.3em;
    justify-items: start;
    margin-block-end: calc(var(--_space-xs) * -1);
  }
  .head > h2 {
    overflow-wrap: anywhere;
    text-wrap: wrap;
  }
  .case-code b {
    margin-inline-start: 0.4em;
    font-family: ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', Consolas, monospace;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-xs);
    margin-block-start: 0.2em;
  }
  .found :is(.rating, .way) > h3 {
    margin-block-end: var(--_space-m);
  }
  .card {
    padding: var(--_space-m);
    border: 1px solid var(--_rule);
    border-radius: var(--_radius-card);
    background: var(--_surface);
  }
  .card.again {
    border-inline-start: 4px solid var(--_warning);
  }
  .sent {
    display: grid;
    gap: var(--_space-s);
  }
  .due-line {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    gap: var(--_space-xs) var(--_space-m);
    padding-block-end: var(--_space-xs);
  }
  .due-name {
    color: var(--_muted);
  }
  .due-day {
    font-size: var(--_font-l);
    font-weight: 700;
    line-height: 1.4;
  }
  .how {
    display: grid;
    gap: var(--_space-m);
  }
  .how li + li {
    margin-block-start: 0.35em;
  }
  .how li::marker {
    color: var(--_muted);
  }
  .again-why {
    margin-block-start: var(--_space-l);
    padding: var(--_space-m);
    border-radius: var(--_radius-card);
  }
  .again-why .when {
    font-size: var(--_font-s);
  }
  .fold {
    margin-block-start: var(--_space-s);
    padding-block: 0.6em;
  }
  .fold .disclosure > summary > span {
    text-decoration: none;
  }
  .fold .disclosure > summary {
    display: flex;
    min-block-size: max(44px, 2em);
  }
  .way > .disclosure {
    margin-block-start: var(--_space-s);
  }
  .icon-line {
    display: flex;
    gap: 0.5em;
  }
  .icon-line > .icon {
    margin-block-start: 0.2em;
    color: var(--_muted);
  }
  .rating .facts + div {
    margin-block-start: var(--_space-m);
  }
  .not-done {
    display: grid;
    gap: var(--_space-s);
    padding: var(--_space-m);
    border: 1px solid transparent;
    border-radius: var(--_radius-card);
    background: var(--_raised);
  }
  .found .confirm {
    gap: var(--_space-l);
  }
  .found .confirm .sections {
    display: grid;
    gap: var(--_space-l);
  }
  .foot {
    display: grid;
    gap: var(--_space-m);
    padding-block-start: var(--_space-m);
    border-block-start: 1px solid var(--_rule);
  }
  .remember {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 0 var(--_space-m);
  }
  .remember .forget {
    min-block-size: 44px;
  }
  .links {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space-m);
  }
  .links .button {
    text-decoration: none;
    text-align: start;
  }
  .links .button > span {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  @container (max-width: 27em) {
    .found :is(.rating, .not-done) .actions > .button:not(.plain) {
      inline-size: 100%;
    }
  }
  @container (min-width: 37.5em) {
    .found .card {
      padding: var(--_space-l);
    }
    .found .card.fold {
      padding: 0.6em var(--_space-l);
    }
    .due-day {
      font-size: var(--_font-xl);
    }
    .how {
      grid-template-columns: 1fr 1fr;
    }
    /* Side by side, the steps say at a glance where it stands: they come before the answer. */
    .found > :is(.head, .notices) {
      order: -2;
    }
    .found > .way {
      order: -1;
    }
    .way > h3 {
      position: absolute;
      clip-path: inset(50%);
      inline-size: 1px;
      overflow: hidden;
    }
  }
  @media (forced-colors: active) {
    .card,
    .not-done {
      border-color: CanvasText;
    }
    .card.again {
      border-inline-start-color: CanvasText;
    }
  }
  @media print {
    .found {
      display: block;
    }
    .found > * + * {
      margin-block-start: 1em;
    }
    /* The words alone: the days beside them are for the screen. */
    .how {
      grid-template-columns: 1fr;
    }
    .found .card {
      padding: 2mm 2.5mm;
      border: 1px solid #555;
      border-radius: 0;
      break-inside: avoid;
    }
    .card > h3:first-child {
      margin-block-start: 0;
    }
    .base .way > h3 {
      position: static;
      clip-path: none;
      inline-size: auto;
    }
    .way li,
    .again-why {
      break-inside: avoid;
    }
  }
`;

/** Look of a found case. */
export const foundCaseStyles: CSSResultGroup = [
  chipStyles,
  disclosureStyles,
  stepperStyles,
  timelineStyles,
  answerStyles,
  stateStyles,
  sheetStyles,
  termCalendarStyles,
  layout,
];

import { css, type CSSResult } from 'lit';
import { criteriaTableStyles } from '../../criteria/table-styles.ts';
import { disclosureStyles } from '../../parts/disclosure.ts';
import { progressBarStyles } from '../../parts/progress-bar.ts';
import { rubricRecordStyles } from '../record/styles.ts';

const looks = css`
  .import,
  .import .main,
  .import aside {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25em;
    align-content: start;
  }
  .import .way-back {
    margin: 0;
  }
  .import .card {
    min-inline-size: 0;
    padding: 1.1em;
    border: 1px solid var(--_rule);
    border-radius: var(--_radius-card);
    background: var(--_surface);
  }
  .import .card h3 {
    font-size: 1.125em;
  }
  .state-line {
    margin-block-start: 0.25em;
  }
  .totals p {
    margin-block-start: 0.35em;
  }
  .totals .sum {
    font-size: 1.75em;
    line-height: 1.2;
    font-variant-numeric: tabular-nums;
  }
  .totals.wrong .sum,
  .over {
    color: var(--_danger);
  }
  .over,
  .fine {
    display: flex;
    gap: 0.4em;
    align-items: center;
    font-weight: 600;
  }
  .fine > .icon {
    color: var(--_success);
  }
  .import :is(.totals, .findings, .check) ul:not(.bullets) {
    padding: 0;
    list-style: none;
  }
  .totals ul {
    display: grid;
    gap: 0.35em;
    margin-block-start: 0.75em;
  }
  .totals li {
    display: grid;
    grid-template-columns: 2.25em minmax(0, 1fr) 2.75em;
    gap: 0.5em;
    align-items: center;
    font-variant-numeric: tabular-nums;
  }
  .totals li > b {
    text-align: end;
  }
  .totals li.wrong progress::-webkit-progress-value {
    background: var(--_danger);
  }
  .totals li.wrong progress::-moz-progress-bar {
    background: var(--_danger);
  }
  .findings .count {
    display: inline-block;
    min-inline-size: 1.75em;
    padding-inline: 0.4em;
    border-radius: 1em;
    background: var(--_neutral-soft);
    font-size: var(--_font-s);
    text-align: center;
  }
  .findings h4 {
    margin-block: 0.75em 0.25em;
    font-size: var(--_font-s);
  }
  .findings h4.error {
    color: var(--_danger);
  }
  .findings li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.6em;
    padding-block: 0.6em;
    border-block-start: 1px solid var(--_rule);
  }
  .findings li > .icon {
    margin-block-start: 0.2em;
    color: var(--_warning);
  }
  .findings li.error > .icon {
    color: var(--_danger);
  }
  .import .fine,
  .findings > .button {
    margin-block-start: 0.5em;
  }
  .doubts > header,
  .doubt-steps {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    justify-content: space-between;
    gap: 0.5em 1em;
  }
  .doubt-steps {
    align-items: center;
    gap: 0.25em;
    margin-inline-start: auto;
  }
  .dots {
    display: flex;
    gap: 3px;
    margin-inline-end: 0.5em;
  }
  .dots i {
    inline-size: 1.25em;
    block-size: 5px;
    border-radius: 3px;
    background: var(--_line);
  }
  .dots .seen {
    background: var(--_success);
  }
  .dots .now {
    background: var(--_action);
  }
  .doubt {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 20em), 1fr));
    gap: 1em 1.5em;
    margin-block-start: 0.75em;
    padding-block-start: 0.9em;
    border-block-start: 1px solid var(--_rule);
  }
  .doubt-question .actions {
    margin-block-start: 0.9em;
  }
  .excerpt {
    inline-size: 100%;
    margin-block-start: 0.6em;
    border-collapse: collapse;
    font-size: var(--_font-s);
  }
  .excerpt caption {
    text-align: start;
  }
  .excerpt :is(th, td) {
    padding: 0.35em 0.5em;
    border: 1px solid var(--_line);
    font-weight: 400;
    text-align: start;
    vertical-align: top;
  }
  .excerpt .points {
    text-align: end;
  }
  .excerpt .asked > * {
    background: var(--_warning-soft);
    font-weight: 600;
  }
  .import .marked {
    margin-inline-start: 0.35em;
    color: var(--_danger);
  }
  .drafted > summary {
    margin-block-end: 0.6em;
  }
  .drafted .rules {
    margin-block-start: 1.25em;
  }
  .score-table tr:focus {
    outline: 3px solid var(--_action);
    outline-offset: -3px;
  }
  .publication form {
    margin-block-start: 0.5em;
  }
  .publication fieldset {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 16em), 1fr));
    gap: 1em 1.5em;
    max-inline-size: 52em;
  }
  .publication legend {
    padding-block-end: 0.35em;
    color: var(--_muted);
    font-weight: 700;
  }
  .publication .whole {
    grid-column: 1 / -1;
  }
  .publication > .notice {
    margin-block-start: 1em;
  }
  .check > :is(.facts, details, .notice, .actions) {
    margin-block-start: 0.9em;
  }
  .import .counts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1.5em;
  }
  .touched > li {
    padding-block: 0.5em;
    border-block-start: 1px solid var(--_rule);
  }
  @container panel (width >= 60em) {
    .draft-parts {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 19em;
      gap: 1.25em;
      align-items: start;
    }
    .draft-parts > aside {
      grid-area: 1 / 2;
    }
  }
  @container panel (width < 60em) {
    .draft-parts {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 1.25em;
    }
  }
  @container panel (42em <= width < 60em) {
    .import aside {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      align-items: start;
    }
  }
  @media (forced-colors: active) {
    .dots i {
      border: 1px solid CanvasText;
    }
    .dots :is(.seen, .now) {
      forced-color-adjust: none;
      background: Highlight;
    }
    .excerpt .asked > * {
      border: 2px solid Highlight;
    }
  }
`;

/** Look of a new version until it is published. */
export const importStyles: readonly CSSResult[] = [
  criteriaTableStyles,
  ...disclosureStyles,
  progressBarStyles,
  rubricRecordStyles,
  looks,
];

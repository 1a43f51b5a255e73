import { css, type CSSResult } from 'lit';
import { sheetStyles } from '../paper/official-styles.ts';
import { chipStyles } from '../parts/chip.ts';
import { dialogStyles } from '../parts/dialog.ts';
import { stepperStyles } from '../parts/stepper.ts';
import { tabsStyles } from '../parts/tabs.ts';

/** Look of the list of a unit's models. */
export const myModelsStyles: readonly CSSResult[] = [
  ...chipStyles.flat(),
  ...dialogStyles.flat(),
  sheetStyles,
  ...stepperStyles.flat(),
  tabsStyles,
  css`
    .list-head,
    .card-head,
    .list-foot {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: var(--_space-s) var(--_space-m);
    }
    .list-head > :first-child,
    .card-head > :first-child {
      flex: 1 1 18em;
    }
    .list-head > .button,
    .card-head > .button {
      align-self: start;
    }
    .list-head p,
    .list-foot,
    .due {
      color: var(--_muted);
    }
    .list-foot {
      font-size: var(--_font-s);
    }
    .cards {
      display: grid;
      gap: var(--_space-m);
    }
    .cards > ul {
      display: grid;
      gap: var(--_space-m);
      padding: 0;
      list-style: none;
    }
    .card {
      display: grid;
      gap: var(--_space-m);
      padding: var(--_space-m);
      border: 1px solid var(--_rule);
      border-radius: var(--_radius-card);
      break-inside: avoid;
    }
    .card > *,
    .cards > * {
      min-inline-size: 0;
    }
    .card-title {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--_space-2xs) var(--_space-s);
    }
    .due.warning {
      color: var(--_warning);
      font-weight: 600;
    }
    .due.danger {
      color: var(--_danger);
      font-weight: 600;
    }
    .remarks {
      display: flex;
      gap: var(--_space-s);
      overflow-wrap: anywhere;
      padding: var(--_space-s) var(--_space-m);
      border: 1px solid transparent;
      border-radius: var(--_radius-card);
      background: var(--_warning-soft);
      color: var(--_warning);
    }
    .remarks ul {
      list-style: disc;
      padding-inline-start: 1.25em;
    }
    .remarks a {
      display: inline-block;
      min-block-size: 24px;
      font-weight: 600;
    }
    .stage {
      display: none;
    }
    @container (max-width: 30em) {
      .stage {
        display: block;
        font-weight: 600;
      }
      .card > .stepper-box {
        display: none;
      }
      .list-head > .button,
      .card-head > .button {
        flex: 1 1 100%;
      }
    }
    @media print {
      .base .cards > ul {
        display: block;
      }
      .base .card {
        display: block;
        padding: 2mm 2.5mm;
        border: 1px solid #555;
        border-radius: 0;
      }
      .base .card h3 {
        margin: 0;
      }
      li + li > .card {
        border-block-start: 0;
      }
      /* The state in words: the row of steps is for a screen. */
      .stage {
        display: block;
      }
      .card > .stepper-box,
      .remarks > .icon,
      .remarks a {
        display: none;
      }
      .remarks {
        padding: 0;
      }
      .base :is(.due, .remarks, .list-foot) {
        color: inherit;
      }
    }
    @media (forced-colors: active) {
      .remarks {
        border-color: CanvasText;
      }
    }
  `,
];

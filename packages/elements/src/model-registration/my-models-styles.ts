import { css, type CSSResult } from 'lit';
import { listPageStyles } from '../desk/list-page-styles.ts';
import { chipStyles } from '../parts/chip.ts';
import { dialogStyles } from '../parts/dialog.ts';

/** Look of the list of a unit's models. */
export const myModelsStyles: readonly CSSResult[] = [
  listPageStyles,
  ...chipStyles.flat(),
  ...dialogStyles.flat(),
  css`
    .my-models .table .meta {
      white-space: normal;
    }
    .due.warning,
    .due.danger {
      font-weight: 600;
    }
    .due.warning {
      color: var(--_warning);
    }
    .due.danger {
      color: var(--_danger);
    }
    .my-models .row .button {
      min-block-size: max(2.4em, 24px);
      padding: 0.2em 0.9em;
    }
    .my-models .row .plain {
      margin-inline-start: -0.9em;
    }
    .stages {
      display: grid;
      grid-template-columns: repeat(7, 1fr);
      gap: 2px;
      inline-size: 7.5em;
      margin-block-start: 0.4em;
    }
    .stages i {
      block-size: 4px;
      border-radius: 2px;
      background: var(--_neutral-soft);
    }
    .stages .on {
      background: var(--_action);
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
    @container list (width <= 30em) {
      .my-models .status {
        display: flex;
        align-items: center;
        gap: 0.6em;
      }
      .stages {
        inline-size: 5em;
        margin: 0;
      }
    }
    @media print {
      .stages,
      .remarks > .icon,
      .remarks a {
        display: none;
      }
      .remarks {
        padding: 0;
      }
      .base :is(.due, .remarks) {
        color: inherit;
      }
    }
    @media (forced-colors: active) {
      .remarks {
        border-color: CanvasText;
      }
      .stages i {
        border: 1px solid CanvasText;
      }
      .stages .on {
        background: CanvasText;
        forced-color-adjust: none;
      }
    }
  `,
];

import { css, html, nothing, type TemplateResult } from 'lit';
import { iconStyles } from '../icons/icon.ts';
import { loadFailedIcon } from '../icons/load-failed.ts';
import { loadingIcon } from '../icons/loading.ts';
import { offlineIcon } from '../icons/offline.ts';
import { retryIcon } from '../icons/retry.ts';
import type { parts } from '../locale/parts/vi.ts';
import type { Tone } from './chip.ts';

/** What stands in place of content: why there is none, and what to do. */
export interface EmptyView {
  icon: TemplateResult;
  title: string;
  text: string | TemplateResult;
  /** The one button that helps. */
  action?: TemplateResult | typeof nothing;
  tone?: Tone;
}

/**
 * Nothing to show, and the way on: that nothing is there yet, that nothing matches, that something failed. In the box of
 * the content, so that nothing moves.
 */
export const empty = ({ icon, title, text, action = nothing, tone = 'neutral' }: EmptyView): TemplateResult =>
  html`<div class="state empty">
    <span class="state-icon icon-24 ${tone}">${icon}</span>
    <p class="state-title">${title}</p>
    <p>${text}</p>
    ${action}
  </div>`;

/** What could not be loaded, in plain words and without a code. Said at once by screen readers. */
export const failed = (
  texts: typeof parts,
  retry: () => void,
  text: string | TemplateResult = texts.notYourFault,
): TemplateResult =>
  html`<div role="alert">
    ${empty({
      icon: loadFailedIcon,
      title: texts.notLoaded,
      text,
      tone: 'danger',
      action: html`<button class="button" type="button" @click=${retry}>${retryIcon}${texts.retry}</button>`,
    })}
  </div>`;

/** The outline of rows while they load; after a second in words. */
export const skeleton = (texts: typeof parts, rows = 3): TemplateResult =>
  html`<div class="state skeleton" role="status">
    ${Array.from(
      { length: rows },
      () => html`<div class="bones" aria-hidden="true"><span></span><span></span><span></span></div>`,
    )}
    <p class="small slow">${loadingIcon}${texts.slow}</p>
  </div>`;

/** That what follows was loaded before the network was lost. @param when - the time, in words */
export const offlineCopy = (texts: typeof parts, when: string): TemplateResult =>
  html`<div class="offline" role="status">
    ${offlineIcon}
    <p><b>${texts.offline}</b><br />${texts.copyOf(when)}</p>
  </div>`;

/** `--_state-height` on what is around them gives all of them, and the content, the same height. */
export const stateStyles = [
  iconStyles,
  css`
    .state {
      display: grid;
      min-block-size: var(--_state-height, 18em);
      align-content: center;
      justify-items: start;
      gap: 0.5em;
    }
    .state-icon {
      display: grid;
      place-items: center;
      inline-size: 3.5em;
      block-size: 3.5em;
      border-radius: 50%;
      background: var(--_neutral-soft);
      color: var(--_neutral);
    }
    .state-icon > .icon {
      --_icon: 1.5em;
    }
    .state-icon.info {
      background: var(--_info-soft);
      color: var(--_info);
    }
    .state-icon.warning {
      background: var(--_warning-soft);
      color: var(--_warning);
    }
    .state-icon.danger {
      background: var(--_danger-soft);
      color: var(--_danger);
    }
    .state-title {
      margin-block-start: 0.25em;
      font-size: 1.125em;
      font-weight: 700;
    }
    .state > .button {
      margin-block-start: 0.75em;
    }
    .skeleton {
      align-content: start;
      justify-items: stretch;
      gap: 0;
    }
    .bones {
      display: flex;
      flex-wrap: wrap;
      gap: 0.75em 0.5em;
      padding-block: 0.9em;
    }
    .bones:not(:last-of-type) {
      border-block-end: 1px solid var(--_rule);
    }
    .bones > span {
      flex: 0 0 40%;
      block-size: 1.25em;
      border-radius: 1em;
      background: var(--_neutral-soft);
      animation: bones 1.6s ease-in-out infinite alternate;
    }
    .bones > :first-child {
      flex-basis: 85%;
      margin-inline-end: 10%;
      block-size: 1em;
      border-radius: var(--_radius);
    }
    .bones > :last-child {
      flex-basis: 25%;
    }
    .slow {
      display: flex;
      align-items: center;
      gap: 0.5em;
      padding-block-start: 1em;
      animation: appear 0.2s 1s backwards;
    }
    .slow > .icon {
      animation: turn 1s linear infinite;
    }
    .offline {
      display: flex;
      gap: 0.75em;
      padding: 0.75em 1em;
      border: 1px solid transparent;
      border-radius: var(--_radius-card);
      background: var(--_warning-soft);
    }
    .offline > .icon {
      color: var(--_warning);
      margin-block-start: 0.15em;
    }
    @keyframes bones {
      to {
        opacity: 0.5;
      }
    }
    @keyframes appear {
      from {
        opacity: 0;
      }
    }
    @keyframes turn {
      to {
        transform: rotate(1turn);
      }
    }
    @media (forced-colors: active) {
      .bones > span {
        border: 1px solid GrayText;
      }
      .state-icon {
        border: 1px solid CanvasText;
      }
    }
  `,
];

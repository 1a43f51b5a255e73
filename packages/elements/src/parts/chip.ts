import { css, html, type TemplateResult } from 'lit';
import { iconStyles } from '../icons/icon.ts';

/**
 * What the colour of a chip says: `neutral` it goes on and nobody need act · `info` waits for a next step · `warning` missing,
 * returned, nearly due, held · `danger` overdue, worse, blocked, withdrawn by an authority · `success` done, met · `honor`
 * outstanding, replicated.
 */
export type Tone = 'neutral' | 'info' | 'warning' | 'danger' | 'success' | 'honor';

/** How a state looks. No two states of a lifecycle share icon and tone, so that they differ without colour and without words. */
export interface StatusLook {
  icon: TemplateResult;
  tone: Tone;
}

/** A state in an icon, a colour and a word: the word says all of it, for those who see no colour. */
export const chip = ({ icon, tone }: StatusLook, word: string): TemplateResult =>
  html`<span class="chip ${tone}">${icon}${word}</span>`;

/** A state in its icon and word, without a chip of its own. */
export const plainState = ({ icon }: StatusLook, word: string): TemplateResult =>
  html`<span class="chip plain">${icon}${word}</span>`;

/** 26 px high. In forced colours the outline shows what the colour does otherwise. */
export const chipStyles = [
  iconStyles,
  css`
    .chip {
      --_icon: 1.143em;
      --_tone: var(--_neutral);
      --_soft: var(--_neutral-soft);
      display: inline-flex;
      align-items: center;
      gap: 0.4em;
      max-inline-size: 100%;
      min-block-size: 1.857em;
      padding: 0.1em 0.7em;
      border: 1px solid transparent;
      border-radius: 1em;
      background: var(--_soft);
      color: var(--_tone);
      font-size: var(--_font-s);
      font-weight: 600;
      line-height: 1.4;
      text-align: start;
    }
    .chip.info {
      --_tone: var(--_info);
      --_soft: var(--_info-soft);
    }
    .chip.warning {
      --_tone: var(--_warning);
      --_soft: var(--_warning-soft);
    }
    .chip.danger {
      --_tone: var(--_danger);
      --_soft: var(--_danger-soft);
    }
    .chip.success {
      --_tone: var(--_success);
      --_soft: var(--_success-soft);
    }
    .chip.honor {
      --_tone: var(--_honor);
      --_soft: var(--_honor-soft);
      border-color: var(--_honor-line);
    }
    [aria-selected='true'] .chip.info {
      --_soft: var(--_surface);
    }
    .chip.plain {
      padding-inline: 0;
      background: none;
      color: inherit;
    }
    @media (forced-colors: active) {
      .chip:not(.plain) {
        border-color: CanvasText;
      }
    }
    @media print {
      .chip:not(.plain) {
        border-color: currentColor;
      }
    }
  `,
];

import { css, html, nothing, type TemplateResult } from 'lit';
import type { parts } from '../locale/parts/vi.ts';
import { progressBarStyles } from './progress-bar.ts';

export interface ProgressView {
  /** What goes on, e.g. “Đang tải ảnh lên”. */
  label: string;
  done: number;
  total: number;
  /** `done` and `total` in words; the numbers alone without it. */
  inWords?: (amount: number) => string;
  /** Milliseconds since it began; without it no time is said. */
  elapsed?: number | undefined;
  texts: typeof parts;
}

/** Before so much is known of the speed, a time would only be guessed. */
const [knownAfter, knownFrom] = [3000, 0.05];

/**
 * Milliseconds that long work still takes at its speed until now; `undefined` as long as that would be a guess.
 * @param elapsed - milliseconds since it began
 */
export function timeLeft(done: number, total: number, elapsed: number): number | undefined {
  if (elapsed < knownAfter || done <= 0 || done < total * knownFrom) return undefined;
  return (elapsed / done) * Math.max(0, total - done);
}

/** A time in words, whole minutes rounded up: better a little less than said than more. */
function timeInWords(ms: number, texts: typeof parts): string {
  const minutes = Math.ceil(ms / 60_000);
  if (minutes <= 1 && ms < 60_000) return texts.secondsLeft;
  return minutes < 90 ? texts.minutesLeft(minutes) : texts.hoursLeft(Math.round(minutes / 60));
}

/** How far long work has come: a bar, the amount in words, and about how long it still takes. */
export function progress({ label, done, total, inWords = String, elapsed, texts }: ProgressView): TemplateResult {
  const left = elapsed === undefined || done >= total ? undefined : timeLeft(done, total, elapsed);
  return html`<div class="progress">
    <p class="progress-words">
      <b>${label}</b>
      <span class="small"
        >${texts.progress(inWords(done), inWords(total))}${left === undefined ? nothing : html`, ${timeInWords(left, texts)}`}</span
      >
    </p>
    <progress aria-label=${label} max=${total} .value=${done}></progress>
  </div>`;
}

export const progressStyles = [
  progressBarStyles,
  css`
    .progress {
      display: grid;
      gap: 0.4em;
    }
    .progress-words {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 0 1em;
    }
  `,
];

import { listOf, numberIn, oneOf } from '../../statistics/check.ts';

/** How the appraisers' scores of one line become one score; fixed per round, before scoring starts. */
export type Aggregation = 'mean' | 'median' | 'trimmed';

/**
 * One score out of several appraisers'.
 *
 * @param scores one per appraiser; `null` where somebody did not score. Not rounded: rounding is the rubric's rule.
 * @param method `trimmed` is the mean without the lowest and highest `trim` share (each side, rounded down to whole scores).
 * @param trim 0 to under 0.5; 0.2 drops one of five on each side.
 * @returns `undefined` when nobody scored.
 * @throws InputError `not-a-list`, `not-a-number`, `out-of-range`, `unknown-option`.
 */
export function aggregate(scores: readonly (number | null)[], method: Aggregation, trim = 0.2): number | undefined {
  oneOf(method, ['mean', 'median', 'trimmed'], '/method');
  numberIn(trim, '/trim', 0, 0.4999);
  const sorted = Array.from(listOf(scores, '/scores'))
    .flatMap((score, i) => (score === null ? [] : numberIn(score, `/scores/${i}`)))
    .sort((a, b) => a - b);
  const n = sorted.length;
  // A median is the mean of what is left when all but the middle one or two are cut off.
  const cut =
    method === 'mean' ? 0 : method === 'median' ? Math.max(0, Math.ceil(n / 2) - 1) : Math.floor(n * trim + 1e-9);
  const kept = sorted.slice(cut, n - cut);
  return kept.length ? kept.reduce((sum, score) => sum + score, 0) / kept.length : undefined;
}

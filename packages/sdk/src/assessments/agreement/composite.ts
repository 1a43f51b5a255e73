import { listOf, numberIn, oneOf, tableOf } from '../../statistics/check.ts';
import { midRanks } from './ranks.ts';

/**
 * How one indicator becomes comparable with others: share of the range, standard score (n − 1), mid-rank (1 = lowest)
 * or share of a target. Only `target` leaves a subject's value alone when another subject changes; prefer it for fixed
 * point scales.
 */
export type Normalisation = 'min-max' | 'z' | 'rank' | 'target';

/** How normalised indicators combine: `linear` lets one make up for another fully, `geometric` only in part. */
export type Combination = 'linear' | 'geometric';

/**
 * One indicator of all subjects on a common scale.
 *
 * @param values one per subject.
 * @param method see {@link Normalisation}.
 * @param options `target` (not zero) for `target`; `lowerIsBetter` turns the scale: 1 − share, −z, ranks from the top, target/value.
 * @returns `undefined` per subject where the scale does not exist: no spread for `min-max` and `z`, division by zero.
 * @throws InputError `not-a-list`, `not-a-number`, `unknown-option`.
 * @see OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 5.
 */
export function normalise(
  values: readonly number[],
  method: Normalisation,
  options: { target?: number; lowerIsBetter?: boolean } = {},
): (number | undefined)[] {
  oneOf(method, ['min-max', 'z', 'rank', 'target'], '/method');
  listOf(values, '/values').forEach((value, i) => numberIn(value, `/values/${i}`));
  const turned = options.lowerIsBetter ?? false;
  const known = (value: number) => (Number.isFinite(value) ? value : undefined);
  if (method === 'target') {
    const target = numberIn(options.target, '/options/target');
    return values.map((value) => known(turned ? target / value : value / target));
  }
  const upward = turned ? values.map((value) => -value) : values;
  if (method === 'rank') return midRanks(upward).ranks;
  const n = values.length;
  const mean = upward.reduce((sum, value) => sum + value / n, 0);
  const low = method === 'z' ? mean : Math.min(...upward);
  const spread =
    method === 'z'
      ? Math.sqrt(upward.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1))
      : Math.max(...upward) - low;
  return upward.map((value) => known((value - low) / spread));
}

/**
 * Weighted mean of normalised indicators per subject: Σwx/Σw, or Πx^(w/Σw).
 *
 * @param table subjects × indicators, normalised.
 * @param weights one per indicator, zero or more, not all zero.
 * @returns `undefined` for a subject with an undefined indicator, or – geometric – one that is not above zero.
 * @throws InputError `ragged-table`, `wrong-length`, `not-a-number`, `out-of-range`, `unknown-option`.
 */
export function composite(
  table: readonly (readonly (number | undefined)[])[],
  weights: readonly number[],
  combination: Combination = 'linear',
): (number | undefined)[] {
  oneOf(combination, ['linear', 'geometric'], '/combination');
  checkWeights(weights, table.length ? tableOf(table, '/table') : weights.length);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return table.map((row, i) => {
    let sum = 0;
    row.forEach((value, j) => {
      const x = value === undefined ? NaN : numberIn(value, `/table/${i}/${j}`);
      sum += (weights[j]! / total) * (combination === 'linear' ? x : x > 0 ? Math.log(x) : NaN);
    });
    return Number.isNaN(sum) ? undefined : combination === 'linear' ? sum : Math.exp(sum);
  });
}

/** Refuses weights that cannot be shares of a whole. */
export function checkWeights(weights: readonly number[], length: number, pointer = '/weights'): void {
  const total = listOf(weights, pointer, length).reduce((sum, w, i) => sum + numberIn(w, `${pointer}/${i}`, 0), 0);
  numberIn(total, pointer, Number.MIN_VALUE);
}

import { known, listOf, numberIn, oneOf, tableOf } from '../../statistics/check.ts';
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
  const given = Array.from(listOf(values, '/values'), (value, i) => numberIn(value, `/values/${i}`));
  const turned = options.lowerIsBetter ?? false;
  if (method === 'target') {
    const target = numberIn(options.target, '/options/target');
    return given.map((value) => known(turned ? target / value : value / target));
  }
  const upward = turned ? given.map((value) => -value) : given;
  if (method === 'rank') return midRanks(upward).ranks;
  const [low, high] = [
    upward.reduce((a, b) => Math.min(a, b), Infinity),
    upward.reduce((a, b) => Math.max(a, b), -Infinity),
  ];
  const shares = upward.map((value) => (value - low) / (high - low));
  if (method === 'min-max') return shares.map(known);
  // A standard score is the same in any unit; in shares, equal values have no spread by rounding, and no square overflows.
  const n = shares.length;
  const mean = shares.reduce((sum, share) => sum + share / n, 0);
  const spread = Math.sqrt(shares.reduce((sum, share) => sum + (share - mean) ** 2, 0) / (n - 1));
  return shares.map((share) => known((share - mean) / spread));
}

/**
 * Weighted mean of normalised indicators per subject: Σwx/Σw, or Πx^(w/Σw), to twelve digits of the largest.
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
  const sums = table.map((row, i) => {
    let sum = 0;
    weights.forEach((weight, j) => {
      const value = row[j];
      const x = value === undefined ? NaN : numberIn(value, `/table/${i}/${j}`);
      sum += weight * (combination === 'linear' ? x : x > 0 ? Math.log(x) : NaN);
    });
    return combination === 'linear' ? sum / total : Math.exp(sum / total);
  });
  const round = roundingTo(sums);
  return sums.map((sum) => known(round(sum)));
}

/**
 * Rounds to twelve digits of the largest of some values. Composites that are equal but for the order of adding become
 * equal, and one that reaches a bound exactly does not miss it by a rounding error.
 */
export function roundingTo(values: Iterable<number>): (value: number) => number {
  let largest = 0;
  for (const value of values) if (Math.abs(value) > largest) largest = Math.abs(value);
  const steps = 10 ** Math.min(308, 12 - Math.ceil(Math.log10(largest || 1)));
  return (value) => Math.round(value * steps) / steps;
}

/** Refuses weights that cannot be shares of a whole. */
export function checkWeights(weights: readonly number[], length: number, pointer = '/weights'): void {
  const total = listOf(weights, pointer, length).reduce((sum, w, i) => sum + numberIn(w, `${pointer}/${i}`, 0), 0);
  numberIn(total, pointer, Number.MIN_VALUE);
}

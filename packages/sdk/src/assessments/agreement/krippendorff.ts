import { numberIn, oneOf, refuse, tableOf } from '../../statistics/check.ts';
import { unitScale } from './scale.ts';

/** How far apart two ratings are: different or not, by rank, by difference, by difference relative to their sum. */
export type Metric = 'nominal' | 'ordinal' | 'interval' | 'ratio';

const metrics = ['nominal', 'ordinal', 'interval', 'ratio'] as const;

/**
 * Krippendorff's α = 1 − Dₒ/Dₑ: observed over expected disagreement, for any number of raters with missing ratings.
 *
 * @param ratings raters × units; `null` where a rater did not rate. Labels (strings) are possible for `nominal`.
 * @param metric the level of measurement. `ratio` needs values of zero or more, and time with the square of the number of
 * different ones; the others take time with the number of ratings.
 * @returns at most 1 (perfect), 0 (as by chance), below 0 (worse than chance); `undefined` where α does not exist:
 * no unit with two ratings, or only one value ever given – agreement then cannot be distinguished from habit.
 * @throws InputError `ragged-table`, `not-a-number`, `out-of-range`, `unknown-option`.
 * @see K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011).
 */
export function krippendorffAlpha(
  ratings: readonly (readonly (number | string | null)[])[],
  metric: Metric,
): number | undefined {
  oneOf(metric, metrics, '/metric');
  const units = pairableUnits(ratings, metric);
  const counts = new Map<number | string, number>();
  for (const unit of units) for (const value of unit) counts.set(value, (counts.get(value) ?? 0) + 1);
  const total = units.reduce((sum, unit) => sum + unit.length, 0);

  // The ordinal distance is the difference of mid-ranks, so that ordinal is interval on mid-ranks.
  const position = metric === 'ordinal' ? midRanks(counts as Map<number, number>) : undefined;
  const scale = metric === 'interval' ? unitScale([counts.keys() as Iterable<number>]) : 1;
  const place = (value: number | string) => (position ? position.get(value)! : (value as number) * scale);
  const distance = (a: number | string, b: number | string): number => {
    if (a === b) return 0;
    if (metric === 'nominal') return 1;
    const [x, y] = [place(a), place(b)];
    if (metric !== 'ratio') return (x - y) ** 2;
    // (x − y) / (x + y), in shares of the larger: their sum could overflow.
    const larger = Math.max(x, y);
    return ((x - y) / larger / (1 + Math.min(x, y) / larger)) ** 2;
  };

  let observed = 0;
  for (const unit of units) {
    let pairs = 0;
    for (let i = 1; i < unit.length; i++) for (let j = 0; j < i; j++) pairs += distance(unit[i]!, unit[j]!);
    observed += (2 * pairs) / (unit.length - 1);
  }
  let expected = 0;
  if (metric === 'ratio') {
    const seen = [...counts];
    seen.forEach(([a, many], i) => {
      for (let j = 0; j < i; j++) expected += 2 * many * seen[j]![1] * distance(a, seen[j]![0]);
    });
  } else if (metric === 'nominal') {
    for (const many of counts.values()) expected += many * (total - many);
  } else {
    // Σ Σ n_c n_k (c − k)² = 2 n Σ n_c (c − mean)²: no square of the number of values, and no cancellation.
    let mean = 0;
    for (const [value, many] of counts) mean += (many * place(value)) / total;
    for (const [value, many] of counts) expected += 2 * total * many * (place(value) - mean) ** 2;
  }
  return counts.size > 1 ? 1 - ((total - 1) * observed) / expected : undefined;
}

/** The ratings of each unit that at least two raters rated. */
function pairableUnits(
  ratings: readonly (readonly (number | string | null)[])[],
  metric: Metric,
): (number | string)[][] {
  const columns = tableOf(ratings, '/ratings');
  const units: (number | string)[][] = [];
  for (let unit = 0; unit < columns; unit++) {
    const values: (number | string)[] = [];
    ratings.forEach((row, rater) => {
      const value = row[unit]!;
      if (value === null) return;
      if (typeof value !== 'string') numberIn(value, `/ratings/${rater}/${unit}`, metric === 'ratio' ? 0 : undefined);
      else if (metric !== 'nominal')
        refuse(
          'not-a-number',
          `/ratings/${rater}/${unit}`,
          'Nhãn chữ chỉ dùng được với thang định danh (nominal).',
          'Labels can be compared on the nominal metric only.',
        );
      values.push(value);
    });
    if (values.length > 1) units.push(values);
  }
  return units;
}

function midRanks(counts: ReadonlyMap<number, number>): Map<number | string, number> {
  let before = 0;
  return new Map(
    [...counts]
      .sort(([a], [b]) => a - b)
      .map(([value, many]) => {
        before += many;
        return [value, before - many / 2];
      }),
  );
}

import { countAt, numberIn, numberTable, oneOf, refuse } from '../../statistics/check.ts';

/** How much of a disagreement counts: all, by distance, by squared distance – or a table (see {@link weightedKappa}). */
export type KappaWeights = 'unweighted' | 'linear' | 'quadratic' | readonly (readonly number[])[];

/**
 * Cohen's κ for two raters, weighted: κ = 1 − Σ v·p / Σ v·e, with v the weight of a disagreement, p the observed and e
 * the expected share.
 *
 * @param table square: first rater's categories × second rater's; counts, or shares as papers print them.
 * @param weights a name – v = 1, |i − j| / (k − 1) or its square off the diagonal – or Cohen's (1968) table of
 * disagreement weights with a diagonal of zeros. A table with another diagonal, the same all along and nowhere exceeded,
 * is read as agreement weights (v = diagonal − w).
 * @returns `undefined` for an empty table and where chance alone agrees perfectly (one category used).
 * @throws InputError `ragged-table`, `not-square`, `not-a-number`, `out-of-range`, `wrong-diagonal`, `unknown-option`.
 */
export function weightedKappa(table: readonly (readonly number[])[], weights: KappaWeights): number | undefined {
  const k = square(table, '/table', 0);
  const disagreement = typeof weights === 'string' ? namedWeights(weights, k) : tableWeights(weights, k);
  const rows = new Float64Array(k);
  const columns = new Float64Array(k);
  let [total, observed, expected] = [0, 0, 0];
  table.forEach((row, i) =>
    row.forEach((value, j) => {
      rows[i]! += value;
      columns[j]! += value;
      total += value;
      observed += value * disagreement(i, j);
    }),
  );
  for (let i = 0; i < k; i++) for (let j = 0; j < k; j++) expected += rows[i]! * columns[j]! * disagreement(i, j);
  return expected > 0 ? 1 - (observed * total) / expected : undefined;
}

function namedWeights(name: 'unweighted' | 'linear' | 'quadratic', k: number): (i: number, j: number) => number {
  const power = ['unweighted', 'linear', 'quadratic'].indexOf(
    oneOf(name, ['unweighted', 'linear', 'quadratic'], '/weights'),
  );
  return (i, j) => (i === j ? 0 : (Math.abs(i - j) / (k - 1)) ** power);
}

function tableWeights(weights: readonly (readonly number[])[], k: number): (i: number, j: number) => number {
  if (square(weights, '/weights') !== k)
    refuse(
      'wrong-length',
      '/weights',
      'Bảng trọng số phải cùng cỡ với bảng số liệu.',
      'The weights must be as large as the table.',
    );
  const diagonal = k ? numberIn(weights[0]![0]!, '/weights/0/0', 0) : 0;
  weights.forEach((row, i) => {
    if (row[i] !== diagonal)
      refuse(
        'wrong-diagonal',
        `/weights/${i}`,
        'Đường chéo phải toàn số 0 (trọng số bất đồng) hoặc toàn một số dương (trọng số đồng thuận).',
        'The diagonal must be all zeros (disagreement weights) or one positive number throughout (agreement weights).',
      );
    row.forEach((value, j) =>
      diagonal === 0
        ? numberIn(value, `/weights/${i}/${j}`, 0)
        : numberIn(value, `/weights/${i}/${j}`, undefined, diagonal),
    );
  });
  return diagonal === 0 ? (i, j) => weights[i]![j]! : (i, j) => diagonal - weights[i]![j]!;
}

function square(table: readonly (readonly number[])[], pointer: string, low?: number): number {
  return numberTable(table, pointer, low) === table.length
    ? table.length
    : refuse('not-square', pointer, 'Bảng phải có số dòng bằng số cột.', 'The table must be square.');
}

/**
 * Fleiss' κ for many raters and nominal categories.
 *
 * @param counts subjects × categories: how many raters chose each. Every subject needs the same number of raters.
 * @returns `undefined` with no subject, fewer than two raters, or only one category ever chosen.
 * @throws InputError `ragged-table`, `not-a-number`, `not-a-count`, `unequal-raters`.
 * @see J. L. Fleiss, Psychological Bulletin 76 (1971).
 */
export function fleissKappa(counts: readonly (readonly number[])[]): number | undefined {
  const categories = new Float64Array(numberTable(counts, '/counts'));
  const raters = counts.length ? counts[0]!.reduce((sum, value) => sum + value, 0) : 0;
  let agreeing = 0;
  counts.forEach((row, i) => {
    let here = 0;
    row.forEach((value, j) => {
      here += countAt(value, `/counts/${i}/${j}`);
      categories[j]! += value;
      agreeing += value * (value - 1);
    });
    if (here !== raters)
      refuse(
        'unequal-raters',
        `/counts/${i}`,
        `Mỗi đối tượng phải có cùng số người chấm (${raters}).`,
        `Every subject needs the same number of raters (${raters}).`,
      );
  });
  const total = counts.length * raters;
  const chance = categories.reduce((sum, many) => sum + (many / total) ** 2, 0);
  const used = categories.filter((many) => many > 0).length;
  return raters < 2 || used < 2 ? undefined : (agreeing / (total * (raters - 1)) - chance) / (1 - chance);
}

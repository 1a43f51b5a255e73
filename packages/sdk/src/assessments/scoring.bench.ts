import { freezeRubric, illustrativeModel, type Rubric, type RubricNode } from '../rubrics/index.ts';
import { classify, rank, score, type FilledLine } from './index.ts';
import type { BenchLine } from '../../../../scripts/bench.ts';

const criteria = 60;
const maximum = 166;

/** 60 lines of points in six groups, five bands, quota: the plainest rubric of that size. */
const rubric: Rubric = freezeRubric({
  ...illustrativeModel,
  id: 'bench',
  total: criteria * maximum,
  ceiling: criteria * maximum,
  criteria: Array.from({ length: 6 }, (_, group): RubricNode => ({
    kind: 'group',
    id: `g${group}`,
    title: { vi: `Nhóm ${group}` },
    max: 10 * maximum,
    children: Array.from({ length: 10 }, (__, line): RubricNode => ({
      kind: 'range',
      id: `c${group}.${line}`,
      title: { vi: `Tiêu chí ${group}.${line}` },
      max: maximum,
    })),
  })),
  bonus: undefined,
  deduction: undefined,
  order: ['clamp', 'round'],
  rounding: { to: 1, mode: 'half-up' },
  conditions: [],
  tieBreak: undefined,
  variants: undefined,
});

/** The same numbers twice: as values, and as one typed array. */
function units(count: number): { values: FilledLine[][]; points: Int32Array } {
  const points = new Int32Array(count * criteria);
  // A multiplicative generator: the same numbers on every machine.
  let state = 20_260_508;
  for (let at = 0; at < points.length; at++) {
    state = (state * 48_271) % 2_147_483_647;
    points[at] = state % (maximum + 1);
  }
  const ids = Array.from({ length: criteria }, (_, at) => `c${Math.floor(at / 10)}.${at % 10}`);
  const values = Array.from({ length: count }, (_, unit) =>
    ids.map((criterionId, at) => ({ criterionId, value: { points: points[unit * criteria + at]! } })),
  );
  return { values, points };
}

/** Best of several rounds, in milliseconds: the machine's other work only ever slows a round down. */
function best(rounds: number, work: () => unknown): number {
  let fastest = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    work();
    fastest = Math.min(fastest, performance.now() - started);
  }
  return fastest;
}

function sums(points: Int32Array, count: number): Int32Array {
  const totals = new Int32Array(count);
  for (let unit = 0; unit < count; unit++) {
    let total = 0;
    for (let at = 0; at < criteria; at++) total += points[unit * criteria + at]!;
    totals[unit] = total;
  }
  return totals;
}

/** Scoring against a loop that only adds the same numbers up, and how the cost grows with the units. */
export async function bench(report: (line: BenchLine) => void): Promise<void> {
  const thousand = units(1000);
  const scoreAll = (values: FilledLine[][]) => values.map((lines) => score(rubric, lines));
  if (scoreAll(thousand.values).some(({ points }, at) => points !== sums(thousand.points, 1000)[at])) {
    throw new Error('The two sides of the benchmark disagree');
  }
  const loop = best(40, () => sums(thousand.points, 1000));
  const baseline = 'a typed-array loop that only adds the same numbers';
  const plain = best(20, () => scoreAll(thousand.values));
  report({ name: 'scoring: 1,000 units × 60 criteria', value: plain, unit: 'ms', baseline, ratio: plain / loop });

  const explained = best(5, () => scoreAll(thousand.values).map(({ explanation }) => explanation.length));
  report({
    name: 'scoring: the same, with every explanation read',
    value: explained,
    unit: 'ms',
    baseline,
    ratio: explained / loop,
  });

  const all = (values: FilledLine[][]) => {
    const results = values.map((lines, at) => {
      const result = score(rubric, lines);
      const { finalBand, eligible } = classify(rubric, result);
      return { id: String(at), points: result.points, band: finalBand, eligible, group: String(at % 10) };
    });
    return rank(results, rubric.quota);
  };
  const ranked = best(10, () => all(thousand.values));
  report({
    name: 'scoring, classes and ranks: 1,000 units × 60 criteria',
    value: ranked,
    unit: 'ms',
    baseline,
    ratio: ranked / loop,
  });

  const [few, many] = [units(100), units(10_000)];
  const [small, large] = [best(40, () => all(few.values)), best(4, () => all(many.values))];
  report({
    name: 'scoring, classes and ranks: growth from 100 to 10,000 units',
    value: large / small,
    unit: 'times',
    baseline: '100 times the units',
    ratio: large / small / 100,
  });
}

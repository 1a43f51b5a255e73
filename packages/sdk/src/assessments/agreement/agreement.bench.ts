import { seededRandom } from '../../statistics/random.ts';
import { freezeRubric, tayNinh2022 } from '../../rubrics/index.ts';
import { classify, rank, score, type FilledLine } from '../index.ts';
import { aggregate, appraiserSeverity, icc, kendallW, krippendorffAlpha, outlierLines, sensitivity } from './index.ts';
import type { BenchLine } from '../../../../../scripts/bench.ts';

const appraisers = 5;
const criteria = 60;
const most = 1000;

const rubric = freezeRubric({
  ...tayNinh2022,
  id: 'bench',
  total: criteria * most,
  bands: [{ id: 'all', title: { vi: 'Tất cả' }, from: 0 }],
  conditions: [],
  criteria: Array.from({ length: criteria }, (_, at) => ({
    kind: 'range' as const,
    id: `c${at}`,
    title: { vi: `Tiêu chí ${at + 1}` },
    max: most,
  })),
});

/** Points in hundredths, appraiser by unit by criterion: a unit's quality, an appraiser's severity, and noise. */
function marks(units: number): Int32Array {
  const random = seededRandom(2026);
  const severity = Array.from({ length: appraisers }, () => random() * 100);
  const quality = Array.from({ length: units }, () => 400 + random() * 400);
  return Int32Array.from({ length: appraisers * units * criteria }, (_, i) => {
    const [appraiser, unit] = [Math.floor(i / (units * criteria)), Math.floor(i / criteria) % units];
    return Math.round((quality[unit]! + severity[appraiser]! + random() * 100) / 50) * 50;
  });
}

/** One round: every appraiser's table scored, totals aggregated, classified, ranked, agreement per criterion and overall. */
function appraise(data: Int32Array, units: number): unknown {
  const at = (appraiser: number, unit: number, criterion: number) =>
    data[(appraiser * units + unit) * criteria + criterion]!;
  const totals = Array.from({ length: appraisers }, (_, appraiser) =>
    Array.from({ length: units }, (_unused, unit) => {
      const lines: FilledLine[] = rubric.criteria.map(({ id }, criterion) => ({
        criterionId: id,
        value: { points: at(appraiser, unit, criterion) },
      }));
      return score(rubric, lines).points!;
    }),
  );
  const results = rank(
    Array.from({ length: units }, (_, unit) => {
      const points = Math.round(
        aggregate(
          totals.map((row) => row[unit]!),
          'median',
        )!,
      );
      return { id: `u${unit}`, points, band: classify(rubric, { points, complete: true, triggered: [] }).finalBand };
    }),
  );
  const perUnit = Array.from({ length: units }, (_, unit) => totals.map((row) => row[unit]!));
  const perCriterion = Array.from({ length: criteria }, (_, criterion) => {
    const ratings = Array.from({ length: appraisers }, (_unused, appraiser) =>
      Array.from({ length: units }, (_unit, unit) => at(appraiser, unit, criterion)),
    );
    return [krippendorffAlpha(ratings, 'interval'), outlierLines(ratings, 300).length];
  });
  return [results, icc(perUnit), kendallW(totals), appraiserSeverity(totals), perCriterion];
}

/** The least that could be done: the sums alone, on a typed array. */
function sumsOnly(data: Int32Array, units: number): Float64Array {
  const totals = new Float64Array(units);
  let at = 0;
  for (let appraiser = 0; appraiser < appraisers; appraiser++)
    for (let unit = 0; unit < units; unit++)
      for (let criterion = 0; criterion < criteria; criterion++) totals[unit]! += data[at++]!;
  return totals;
}

function best(rounds: number, run: () => unknown): number {
  let least = Infinity;
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    run();
    least = Math.min(least, performance.now() - started);
  }
  return least;
}

export async function bench(report: (line: BenchLine) => void): Promise<void> {
  for (const units of [100, 1000, 10_000]) {
    const data = marks(units);
    const rounds = Math.max(1, 2000 / units);
    const ours = best(rounds, () => appraise(data, units));
    const plain = best(20, () => sumsOnly(data, units));
    report({
      name: `appraisal: score, rank, agreement of ${units} units × ${criteria} criteria × ${appraisers} appraisers`,
      value: ours,
      unit: 'ms',
      baseline: `a typed-array loop over the sums (${plain.toFixed(2)} ms)`,
      ratio: ours / plain,
    });
  }

  const units = 1000;
  const data = marks(units);
  const ratings = Array.from({ length: appraisers }, (_, appraiser) =>
    Array.from(data.subarray(appraiser * units * criteria, (appraiser + 1) * units * criteria)),
  );
  for (const metric of ['nominal', 'ordinal', 'interval', 'ratio'] as const)
    report({
      name: `agreement: Krippendorff α, ${metric}, ${appraisers} × ${units * criteria} ratings`,
      value: best(3, () => krippendorffAlpha(ratings, metric)),
      unit: 'ms',
    });

  const scores = Array.from({ length: units }, (_, unit) =>
    Array.from(data.subarray(unit * criteria, (unit + 1) * criteria), (points) => points / most),
  );
  const weights = Array.from({ length: criteria }, () => most);
  const draws = best(2, () => sensitivity({ scores, weights, bands: [{ id: 'A', from: 0.6 }], seed: 1 }));
  const drawn = Float64Array.from(scores.flat());
  const sums = best(2, () => {
    const totals = new Float64Array(units);
    for (let draw = 0; draw < 1000; draw++)
      for (let unit = 0; unit < units; unit++) {
        let sum = 0;
        for (let i = unit * criteria; i < (unit + 1) * criteria; i++) sum += weights[i % criteria]! * drawn[i]!;
        totals[unit] = sum;
      }
    return totals;
  });
  report({
    name: `sensitivity: 1,000 weight draws of ${units} units × ${criteria} criteria`,
    value: draws,
    unit: 'ms',
    baseline: `the weighted sums alone (${sums.toFixed(0)} ms)`,
    ratio: draws / sums,
  });
}

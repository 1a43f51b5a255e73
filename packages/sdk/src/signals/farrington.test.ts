import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isInputError } from '../errors/index.ts';
import { farringtonFlexible, type FarringtonOptions } from './farrington/farrington.ts';
import { dispersionOf, fitQuasiPoisson } from './farrington/quasi-poisson.ts';
import { referenceOf } from './farrington/reference.ts';
import oneStep from './fixtures/farrington-one-step.json' with { type: 'json' };
import further from './fixtures/farrington-further.json' with { type: 'json' };
import newport from './fixtures/salmonella-newport.json' with { type: 'json' };
import { alarms, near } from './testkit/compare.ts';

/** R's control list; what is absent takes the default. */
interface Settings {
  b: number;
  w: number;
  noPeriods?: number;
  alpha?: number;
  trend?: boolean;
  pThresholdTrend?: number;
  reweight?: boolean;
  weightsThreshold?: number;
  pastWeeksNotIncluded?: number;
  thresholdMethod?: string;
  powertrans?: string;
  limit54?: number[];
}

function fromR(r: Settings): FarringtonOptions {
  return {
    frequency: 52,
    years: r.b,
    halfWindow: r.w,
    noPeriods: r.noPeriods,
    alpha: r.alpha,
    trend: r.trend,
    pThresholdTrend: r.pThresholdTrend,
    reweight: r.reweight,
    weightsThreshold: r.weightsThreshold,
    pastWeeksNotIncluded: r.pastWeeksNotIncluded,
    thresholdMethod: r.thresholdMethod as 'delta',
    powerTransform: r.powertrans as '2/3',
    limit54: r.limit54 as [number, number] | undefined,
  };
}

test('R’s farringtonFlexible on the year 2011 in six settings: bound, expectation, score, p, alarms', () => {
  for (const [name, r] of Object.entries(newport.farrington)) {
    const first = r.firstIndex1 - 1;
    const points = farringtonFlexible(newport.counts, {
      ...fromR(r.settings),
      start: newport.start,
      range: [first, first + r.upperbound.length - 1],
    });
    points.forEach((point, i) => {
      const what = `${name} ${first + i}`;
      near(point.upper, r.upperbound[i]!, `${what} upper`);
      if (point.upper === null) return;
      near(point.expected, r.expected[i]!, `${what} expected`);
      near(point.statistic, r.score[i]!, `${what} score`);
      near(point.p!, r.pvalue[i]!, `${what} p`);
    });
    assert.deepEqual(
      alarms(points),
      r.alarmIndices1.map((i) => i - 1),
      name,
    );
  }
});

test('one point opened up: reference, first fit, leverage by way of the residuals', () => {
  for (const r of [oneStep.original_k, oneStep.noufaily_k]) {
    const reference = referenceOf(newport.counts, r.k1 - 1, {
      frequency: 52,
      start: newport.start,
      years: r.b,
      halfWindow: r.w,
      noPeriods: r.noPeriods,
      pastWeeksNotIncluded: r.pastWeeksNotIncluded,
    })!;
    assert.deepEqual([reference.time, reference.y], [r.wtime, r.response]);
    if (r.seasgroups)
      assert.deepEqual(
        reference.group.map((group) => group + 1),
        r.seasgroups,
      );
    const fit = fitQuasiPoisson(reference, r.noPeriods, true);
    near(fit.trend, r.firstFit.coef.wtime, 'trend', 1e-9);
    near(dispersionOf(fit, reference.y, fit.weights), r.firstFit.dispersion, 'dispersion', 1e-9);
    r.firstFit.fitted.forEach((mean, i) => near(fit.fitted[i]!, mean, `fitted ${i}`, 1e-9));
    r.anscombe.forEach((expected, i) => {
      const [y, mean] = [reference.y[i]!, fit.fitted[i]!];
      const residual = 1.5 * (y ** (2 / 3) * mean ** (-1 / 6) - mean ** 0.5);
      const scale = Math.max(1, r.firstFit.dispersion) * (1 - fit.leverage(i));
      near(residual / Math.sqrt(scale), expected, `residual ${i}`, 1e-9);
    });
  }
});

test('further series: weeks and months counted by index, months by date, days over a leap day; all powers, no trend, no weights', () => {
  for (const series of [further.agona, further.month, further.rota, further.day])
    for (const { control, first, upper, ...r } of series.runs as Run[]) {
      const points = farringtonFlexible(series.counts, {
        ...fromR(control),
        frequency: series.frequency,
        start: 'start' in series ? series.start : undefined,
        range: [first - 1, first - 2 + upper.length],
      });
      points.forEach((point, i) => {
        const what = `${JSON.stringify(control)} ${i}`;
        near(point.upper, upper[i]!, what);
        assert.equal(Number(point.alarm), r.alarm[i], what);
        if (point.upper === null) return;
        near(point.expected, r.expected[i]!, what);
        near(point.statistic, r.score[i]!, what);
        near(point.p!, r.p[i]!, what);
      });
    }
});

interface Run {
  control: Settings;
  first: number;
  upper: (number | null)[];
  expected: (number | null)[];
  score: (number | null)[];
  p: (number | null)[];
  alarm: number[];
}

const weekly = { frequency: 52, years: 3 };
const flat = Array.from({ length: 200 }, () => 6);

test('constant, zero, short, sparse and gapped series', () => {
  const last = (counts: (number | null)[], options: Partial<FarringtonOptions> = {}) =>
    farringtonFlexible(counts, { ...weekly, ...options }).at(-1)!;
  const constant = last(flat);
  near(constant.expected, 6, 'expected', 1e-9);
  assert.deepEqual([constant.alarm, constant.reason], [false, undefined]);
  assert.equal(last([...flat, 30]).alarm, true);
  const zeros = Array.from({ length: 200 }, () => 0);
  assert.deepEqual([last(zeros).reason, last(zeros).alarm], ['few-cases', false]);
  assert.deepEqual([last([...zeros, 9]).reason, last([...zeros, 9]).alarm], ['zero-baseline', true]);
  assert.deepEqual([last(flat.slice(0, 150)).reason, last(flat.slice(0, 150)).upper], ['short-baseline', null]);
  assert.deepEqual([last([...flat, null]).reason, last([...flat, null]).alarm], ['missing', false]);
  const gapped = flat.map((count, i) => (i % 3 ? count : null));
  assert.deepEqual([last([...gapped, 30]).reason, last([...gapped, 30]).alarm], ['gap-in-baseline', true]);
  assert.equal(last([...flat.map(() => null), 30]).upper, null);
  assert.deepEqual(farringtonFlexible([], weekly), []);
});

test('a topic that died out years ago: a bound beyond all counts is no answer, and not searched for', () => {
  const counts = Array.from({ length: 212 }, (_, week) => Number(week < 5));
  counts[211] = 9;
  const options = { frequency: 52, years: 4, alpha: 0.01, pThresholdTrend: 1, range: [211] };
  const [muan] = farringtonFlexible(counts, { ...options, thresholdMethod: 'muan' });
  assert.deepEqual([muan!.upper, muan!.alarm, muan!.reason], [null, false, 'no-convergence']);
  const [plugin] = farringtonFlexible(counts, { ...options, thresholdMethod: 'nbPlugin' });
  assert.deepEqual([plugin!.upper, plugin!.alarm], [0, true]);
});

test('a count alone in its group is fitted exactly, not thrown out', () => {
  // One year back without a window: the same month a year ago is all there is.
  const counts = Array.from({ length: 40 }, (_, month) => 20 + ((month * 7) % 5));
  const options = { frequency: 12, years: 1, halfWindow: 0, noPeriods: 4, trend: false, range: [39, 39] };
  near(farringtonFlexible(counts, options)[0]!.expected, counts[27]!, 'expected', 1e-9);
  const levels = farringtonFlexible(counts, { ...options, weightsThreshold: 0.5 })[0]!;
  near(levels.expected, counts[27]!, 'expected with weights', 1e-9);
});

test('a count above bound and expectation alarms, also where the bound lies below the logarithm of the expectation', () => {
  // One absurd past count: most counts would be 0, though the mean is in the thousands.
  const last = (count: number) => {
    const counts = Array.from({ length: 60 }, (_, month) => (month === 11 ? 1e5 : month === 59 ? count : 5));
    const options = { frequency: 12, years: 4, halfWindow: 2, trend: false, reweight: false, alpha: 0.5 };
    return farringtonFlexible(counts, { ...options, thresholdMethod: 'nbPlugin', range: [59] })[0]!;
  };
  const high = last(20_000);
  assert.ok(high.upper! < Math.log(high.expected!) && high.expected! < 20_000);
  assert.equal(high.alarm, true);
  assert.deepEqual([last(40).alarm, last(0).alarm], [false, false]);
});

test('the range: first and last, a list, never backwards', () => {
  const at = (range: number[]) => farringtonFlexible(flat, { ...weekly, range }).map((point) => point.index);
  assert.deepEqual(
    [at([197, 199]), at([199]), at([199, 190, 195]), at([])],
    [[197, 198, 199], [199], [199, 190, 195], []],
  );
  assert.throws(
    () => at([199, 198]),
    (error) => isInputError(error) && error.pointer === '/options/range/1',
  );
});

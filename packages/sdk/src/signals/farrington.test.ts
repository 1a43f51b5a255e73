import assert from 'node:assert/strict';
import { test } from 'node:test';
import { farringtonFlexible, type FarringtonOptions } from './farrington/farrington.ts';
import { dispersionOf, fitQuasiPoisson } from './farrington/quasi-poisson.ts';
import { referenceOf } from './farrington/reference.ts';
import oneStep from './fixtures/farrington-one-step.json' with { type: 'json' };
import newport from './fixtures/salmonella-newport.json' with { type: 'json' };
import { alarms, near } from './testkit/compare.ts';

type Settings = (typeof newport.farrington)['package_default']['settings'];

function fromR(r: Settings): FarringtonOptions {
  return {
    frequency: 52,
    start: newport.start,
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
    limit54: r.limit54 as [number, number],
  };
}

test('R’s farringtonFlexible on the year 2011 in six settings: bound, expectation, score, p, alarms', () => {
  for (const [name, r] of Object.entries(newport.farrington)) {
    const first = r.firstIndex1 - 1;
    const points = farringtonFlexible(newport.counts, {
      ...fromR(r.settings),
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

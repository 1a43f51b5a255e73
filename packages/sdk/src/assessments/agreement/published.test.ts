import assert from 'node:assert/strict';
import { test } from 'node:test';
import published from './fixtures/published.json' with { type: 'json' };
import { fleissKappa, icc, kendallW, krippendorffAlpha, weightedKappa, type Metric } from './index.ts';

/** Equal to nine decimals. */
function near(actual: number | undefined, expected: number, what: string) {
  assert.ok(actual !== undefined && Math.abs(actual - expected) < 1e-9, `${what}: ${actual} instead of ${expected}`);
}

test('Krippendorff α, data C, on every metric', () => {
  for (const [metric, alpha] of Object.entries(published.krippendorff.alpha))
    near(krippendorffAlpha(published.krippendorff.ratings, metric as Metric), alpha, metric);
  const { ratings, alpha } = published.krippendorff.labels;
  assert.ok(Math.abs(krippendorffAlpha(ratings, 'nominal')! - alpha) < 1e-6);
});

test('ICC, Shrout & Fleiss table 2 and a larger table: six forms with F, p and interval', () => {
  for (const table of [published.icc, published.iccLarger]) compareIcc(table);
});

function compareIcc(table: typeof published.icc) {
  const { single, average } = icc(table.ratings);
  const ours = {
    ICC1: single.oneWay,
    ICC2: single.agreement,
    ICC3: single.consistency,
    ICC1k: average.oneWay,
    ICC2k: average.agreement,
    ICC3k: average.consistency,
  };
  for (const { type, icc: value, F, df1, df2, p, lower95, upper95 } of table.forms) {
    const form = ours[type as keyof typeof ours];
    for (const [name, expected] of Object.entries({ value, f: F, df1, df2, p, lower95, upper95 }))
      near(form[name as keyof typeof form], expected, `${type} ${name}`);
  }
}

test('Kendall W, Zar 20.5, corrected for ties', () => {
  const { ratings, ...expected } = published.kendall;
  const ours = kendallW(ratings);
  for (const name of ['w', 'chiSquared', 'df', 'p'] as const) near(ours[name], expected[name], name);
});

test('weighted κ: 91 couples, and Cohen’s own weights on shares', () => {
  for (const weights of ['unweighted', 'linear', 'quadratic'] as const)
    near(weightedKappa(published.kappa.table, weights), published.kappa[weights], weights);
  const { table, weights, unweighted, weighted } = published.kappaCustom;
  near(weightedKappa(table, 'unweighted'), unweighted, 'Cohen, unweighted');
  near(weightedKappa(table, weights), weighted, 'Cohen, weighted');
  const agreement = weights.map((row) => row.map((value) => 1 - value / 6));
  near(weightedKappa(table, agreement), weighted, 'the same as agreement weights');
});

test('Fleiss κ, the fourteen raters, and Fleiss’ own psychiatrists', () => {
  near(fleissKappa(published.fleiss.counts), published.fleiss.kappa, 'kappa');
  near(fleissKappa(published.fleiss1971.counts), published.fleiss1971.kappa, '1971');
});

test('Krippendorff α, data A and B', () => {
  for (const { ratings, alpha, source } of [published.krippendorffA, published.krippendorffB])
    near(krippendorffAlpha(ratings, 'nominal'), alpha, source);
});

test('one table seen three ways: ICC, W and α of twenty subjects with ties', () => {
  const { ratings, alpha, ...expected } = published.anxiety;
  const { agreement } = icc(ratings[0]!.map((_, subject) => ratings.map((row) => row[subject]!))).single;
  near(agreement.value, expected.agreement, 'ICC(2,1)');
  near(agreement.lower95, expected.lower95, 'lower');
  near(agreement.upper95, expected.upper95, 'upper');
  const concordance = kendallW(ratings);
  for (const name of ['w', 'chiSquared', 'p'] as const) near(concordance[name], expected[name], name);
  for (const [metric, value] of Object.entries(alpha))
    near(krippendorffAlpha(ratings, metric as Metric), value, metric);
});

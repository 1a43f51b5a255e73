import assert from 'node:assert/strict';
import { test } from 'node:test';
import { appraiserSeverity, icc, kendallW, krippendorffAlpha, outlierLines, sensitivity } from './index.ts';

test('the numbers of docs/guides/agreement.md', () => {
  const marks = [
    [9, 2, 5, 8],
    [6, 1, 3, 2],
    [8, 4, 6, 8],
    [7, 1, 2, 6],
    [10, 5, 6, 9],
    [6, 2, 4, 7],
  ];
  const byRater = marks[0]!.map((_, rater) => marks.map((row) => row[rater]!));
  const round = (values: (number | undefined)[], digits: number) =>
    values.map((value) => Number(value!.toFixed(digits)));

  const { agreement, consistency } = icc(marks).single;
  assert.deepEqual(
    round([agreement.value, agreement.lower95, agreement.upper95, agreement.f], 3),
    [0.29, 0.019, 0.761, 11.027],
  );
  assert.deepEqual(round([consistency.value, consistency.lower95, consistency.upper95], 3), [0.715, 0.342, 0.946]);
  const { w, chiSquared, p } = kendallW(byRater);
  assert.deepEqual(round([w, chiSquared, p], 4), [0.887, 17.7407, 0.0033]);
  assert.deepEqual(round([krippendorffAlpha(byRater, 'interval')], 3), [0.147]);
  assert.deepEqual(
    round(
      appraiserSeverity(byRater).map((rater) => rater.meanDifference),
      2,
    ),
    [3.17, -3.72, -1.28, 1.83],
  );
  assert.deepEqual(outlierLines(byRater, 4).at(1), { line: 3, rater: 0, score: 7, median: 2, difference: 5 });

  const scores = [
    [0.9, 0.6, 0.8],
    [0.7, 0.9, 0.75],
    [0.8, 0.7, 0.6],
  ];
  const bands = [
    { id: 'A', from: 0.8 },
    { id: 'B', from: 0.7 },
  ];
  const [first, , third] = sensitivity({ scores, weights: [50, 30, 20], bands, seed: 2026 });
  assert.deepEqual([first!.rank, first!.keepsRank, first!.band, first!.keepsBand], [1, 0.82, 'B', 0.807]);
  assert.deepEqual([third!.rank, third!.keepsRank, third!.keepsBand], [3, 1, 1]);
});

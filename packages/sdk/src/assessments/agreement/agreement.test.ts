import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isInputError } from '../../errors/index.ts';
import {
  aggregate,
  appraiserSeverity,
  fleissKappa,
  icc,
  kendallW,
  krippendorffAlpha,
  outlierLines,
  weightedKappa,
  type Metric,
} from './index.ts';

const metrics: Metric[] = ['nominal', 'ordinal', 'interval', 'ratio'];
const close = (a: number, b: number) => assert.ok(Math.abs(a - b) < 1e-9, `${a} is not ${b}`);

function refuses(act: () => unknown, code: string, pointer: string) {
  assert.throws(act, (error) => {
    assert.ok(isInputError(error));
    assert.deepEqual([error.code, error.pointer], [code, pointer]);
    return error.text.vi.length > 0 && error.text.en.length > 0;
  });
}

test('α is undefined without a pair or without variation, never one', () => {
  for (const metric of metrics) {
    assert.equal(krippendorffAlpha([], metric), undefined);
    assert.equal(krippendorffAlpha([[1, 2, 3]], metric), undefined);
    assert.equal(
      krippendorffAlpha(
        [
          [1, null],
          [null, 2],
        ],
        metric,
      ),
      undefined,
    );
    assert.equal(
      krippendorffAlpha(
        [
          [2, 2, null],
          [2, 2, 5],
        ],
        metric,
      ),
      undefined,
    );
    assert.equal(
      krippendorffAlpha(
        [
          [0, 0],
          [0, 0],
        ],
        metric,
      ),
      undefined,
    );
    const perfect = [1, 2, 3, 4];
    assert.equal(krippendorffAlpha([perfect, perfect, perfect], metric), 1);
  }
});

test('interval and ordinal α equal the definition over all pairs of values', () => {
  const table = fc.array(fc.array(fc.option(fc.integer({ min: 0, max: 6 })), { minLength: 6, maxLength: 6 }), {
    minLength: 2,
    maxLength: 5,
  });
  fc.assert(
    fc.property(table, fc.constantFrom(...metrics), (ratings, metric) => {
      const [ours, theirs] = [krippendorffAlpha(ratings, metric), alphaByDefinition(ratings, metric)];
      if (ours === undefined || theirs === undefined) assert.equal(ours, theirs);
      else close(ours, theirs);
    }),
  );
});

/** The coincidence matrix as Krippendorff writes it, with the ordinal distance as a sum over the values between. */
function alphaByDefinition(ratings: (number | null)[][], metric: Metric): number | undefined {
  const o = Array.from({ length: 7 }, () => new Float64Array(7));
  for (let unit = 0; unit < 6; unit++) {
    const values = ratings.map((row) => row[unit]!).filter((value) => value !== null);
    values.forEach((a, i) => values.forEach((b, j) => i !== j && (o[a]![b]! += 1 / (values.length - 1))));
  }
  const n = o.map((row) => row.reduce((sum, value) => sum + value, 0));
  const all = n.reduce((sum, value) => sum + value, 0);
  const distance = (a: number, b: number) => {
    if (a === b) return 0;
    if (metric === 'nominal') return 1;
    if (metric === 'interval') return (a - b) ** 2;
    if (metric === 'ratio') return ((a - b) / (a + b)) ** 2;
    const between = n.slice(Math.min(a, b), Math.max(a, b) + 1).reduce((sum, value) => sum + value, 0);
    return (between - (n[a]! + n[b]!) / 2) ** 2;
  };
  let [observed, expected] = [0, 0];
  for (let a = 0; a < 7; a++)
    for (let b = 0; b < 7; b++) {
      observed += o[a]![b]! * distance(a, b);
      expected += n[a]! * n[b]! * distance(a, b);
    }
  return expected > 1e-9 ? 1 - ((all - 1) * observed) / expected : undefined;
}

test('raters a constant apart: consistent, not in agreement, and no F test', () => {
  const { single, average } = icc([
    [1, 3],
    [2, 4],
    [5, 7],
    [4, 6],
  ]);
  close(single.consistency.value!, 1);
  close(average.consistency.value!, 1);
  close(single.agreement.value!, 10 / 16);
  for (const form of [single.consistency, single.agreement])
    assert.deepEqual([form.f, form.p, form.lower95, form.upper95], [undefined, undefined, undefined, undefined]);
  assert.ok(single.oneWay.f! > 1 && single.oneWay.lower95! < single.oneWay.value!);
});

test('ICC is undefined without variation or with one rater or subject', () => {
  for (const ratings of [
    [],
    [[1, 2, 3]],
    [[1], [2], [3]],
    [
      [0.1, 0.1],
      [0.1, 0.1],
    ],
  ])
    for (const model of ['oneWay', 'agreement', 'consistency'] as const) {
      const { single, average } = icc(ratings);
      for (const form of [single[model], average[model]])
        assert.deepEqual([form.value, form.f, form.p, form.lower95], [undefined, undefined, undefined, undefined]);
    }
});

test('ICC does not move with the origin or the unit of the scale', () => {
  const score = fc.integer({ min: 0, max: 100 });
  fc.assert(
    fc.property(fc.array(fc.tuple(score, score, score), { minLength: 3, maxLength: 20 }), (ratings) => {
      const here = icc(ratings).single.agreement;
      const there = icc(ratings.map((row) => row.map((value) => value * 3 + 1_000_000))).single.agreement;
      for (const name of ['value', 'lower95', 'upper95'] as const)
        if (here[name] === undefined) assert.equal(there[name], undefined);
        else assert.ok(Math.abs(here[name] - there[name]!) < 1e-6);
    }),
  );
});

test('ICC does not depend on how large or small the numbers are', () => {
  const ratings = [
    [1, 2],
    [3, 4],
    [2, 5],
  ];
  const plain = icc(ratings).single.agreement;
  for (const unit of [1e-300, 1e-200, 1e200, 1e307]) {
    const scaled = icc(ratings.map((row) => row.map((value) => value * unit))).single.agreement;
    for (const name of ['value', 'f', 'p', 'lower95', 'upper95'] as const) close(scaled[name]!, plain[name]!);
  }
});

test('ICC tells rounding from variation: exact shifts of decimals leave none, a trace of noise is some', () => {
  const shifted = [1_000_000, 1_000_001.1, 1_000_003.3].map((x) => [x, x + 0.1, x + 0.7]);
  assert.deepEqual([icc(shifted).single.consistency.f, icc(shifted).single.consistency.value], [undefined, 1]);
  // 2⁻²⁰ between the raters of one subject, 2²⁰ between the subjects: F = 2⁸² but for one part in 2⁴⁰, p = 1/F.
  const { f, p } = icc([
    [0, 2 ** -20],
    [2 ** 20, 2 ** 20],
  ]).single.oneWay;
  close(f! / 2 ** 82, 1);
  close(p! * 2 ** 82, 1);
});

test('ICC of the mean keeps its digits where the subjects hardly differ', () => {
  // R: psych::ICC(lmer = FALSE); relative to the size, as R itself keeps ten digits here.
  const { average } = icc([
    [1, 3],
    [3.0001, 1],
    [1, 3.0002],
    [3, 1],
  ]);
  for (const [ours, theirs] of [
    [average.oneWay.value, -436396364.000812],
    [average.oneWay.lower95, -4354885964.09267],
    [average.agreement.value, 4.00000002249831],
    [average.consistency.value, -581861818.910173],
    [average.consistency.upper95, -37687345.7542642],
  ] as const)
    close(ours! / theirs, 1);
  // The mean square of the subjects is exactly what the raters take away: no denominator.
  const none = [
    [4, 0, 2],
    [1, 4, 1],
    [0, 3, 0],
  ];
  assert.equal(icc(none).average.agreement.value, undefined);
});

test('α does not depend on how large or small the numbers are', () => {
  const ratings = [
    [1, 2, 3],
    [1, 2, 2],
  ];
  for (const metric of ['interval', 'ratio'] as const)
    for (const unit of [1e-300, 1e-200, 1e200, 5e307])
      close(
        krippendorffAlpha(
          ratings.map((row) => row.map((value) => value * unit)),
          metric,
        )!,
        krippendorffAlpha(ratings, metric)!,
      );
  // Zero is as far from a trace as from anything, however large the rest.
  assert.equal(
    krippendorffAlpha(
      [
        [0, 1e-300],
        [1e-300, 1e300],
      ],
      'ratio',
    ),
    krippendorffAlpha(
      [
        [0, 1e-30],
        [1e-30, 1e30],
      ],
      'ratio',
    ),
  );
});

test('typed arrays count like lists', () => {
  const rows = [3, 1].map((step) => Uint8Array.from({ length: 600 }, (_, i) => (i * step) % 251));
  const lists = rows.map((row) => Array.from(row));
  const typed = rows as unknown as number[][];
  assert.deepEqual(kendallW(typed), kendallW(lists));
  assert.deepEqual(icc(typed), icc(lists));
  assert.equal(krippendorffAlpha(typed, 'ordinal'), krippendorffAlpha(lists, 'ordinal'));
  assert.equal(aggregate(typed[0]!, 'trimmed'), aggregate(lists[0]!, 'trimmed'));
});

test('W is one for equal orders, zero for opposite ones, undefined where nobody ranks', () => {
  close(
    kendallW([
      [1, 2, 3],
      [10, 20, 30],
    ]).w!,
    1,
  );
  close(
    kendallW([
      [1, 2, 3],
      [3, 2, 1],
    ]).w!,
    0,
  );
  for (const ratings of [
    [],
    [[1, 2, 3]],
    [[1], [2]],
    [
      [5, 5, 5],
      [7, 7, 7],
    ],
  ]) {
    const { w, chiSquared, p } = kendallW(ratings);
    assert.deepEqual([w, chiSquared, p], [undefined, undefined, undefined]);
  }
});

test('κ is undefined where chance alone agrees', () => {
  assert.equal(weightedKappa([], 'linear'), undefined);
  assert.equal(weightedKappa([[4]], 'quadratic'), undefined);
  assert.equal(
    weightedKappa(
      [
        [0, 0],
        [0, 0],
      ],
      'unweighted',
    ),
    undefined,
  );
  assert.equal(
    weightedKappa(
      [
        [9, 0],
        [0, 0],
      ],
      'unweighted',
    ),
    undefined,
  );
  assert.equal(
    weightedKappa(
      [
        [9, 0],
        [0, 3],
      ],
      'unweighted',
    ),
    1,
  );
  assert.equal(fleissKappa([]), undefined);
  assert.equal(
    fleissKappa([
      [3, 0],
      [3, 0],
    ]),
    undefined,
  );
  assert.equal(
    fleissKappa([
      [1, 0],
      [0, 1],
    ]),
    undefined,
  );
  assert.equal(
    fleissKappa([
      [3, 0],
      [0, 3],
    ]),
    1,
  );
});

test('agreement weights of any size, as far as none exceeds the diagonal', () => {
  const table = [
    [88, 14, 18],
    [10, 40, 10],
    [2, 6, 12],
  ];
  const disagreement = [
    [0, 1, 3],
    [1, 0, 6],
    [3, 6, 0],
  ];
  for (const most of [1, 6, 100])
    close(
      weightedKappa(
        table,
        disagreement.map((row) => row.map((value) => most - value)),
      )!,
      weightedKappa(table, disagreement)!,
    );
  const above = [
    [6, 7, 0],
    [0, 6, 0],
    [0, 0, 6],
  ];
  refuses(() => weightedKappa(table, above), 'out-of-range', '/weights/0/1');
});

test('a cell left out is refused, not passed over', () => {
  const hole: number[] = [1];
  hole[2] = 3;
  const holes = [hole, [2, 3, 4]];
  refuses(() => icc(holes), 'not-a-number', '/ratings/0/1');
  refuses(() => kendallW(holes), 'not-a-number', '/ratings/0/1');
  refuses(() => fleissKappa(holes), 'not-a-number', '/counts/0/1');
  refuses(() => weightedKappa([hole, [1, 2, 3], [1, 2, 3]], 'linear'), 'not-a-number', '/table/0/1');
  refuses(() => aggregate(hole, 'mean'), 'not-a-number', '/scores/1');
  const rows: number[][] = [[1, 2]];
  rows[2] = [3, 4];
  refuses(() => icc(rows), 'not-a-list', '/ratings/1');
  refuses(() => aggregate(new DataView(new ArrayBuffer(8)) as unknown as number[], 'mean'), 'not-a-list', '/scores');
  refuses(() => outlierLines([[1], [2], [3]], null as unknown as number), 'not-a-list', '/tolerance');
});

test('bad tables are refused with their place', () => {
  refuses(() => krippendorffAlpha([[1, 2], [1]], 'nominal'), 'ragged-table', '/ratings/1');
  refuses(() => krippendorffAlpha([[1, NaN]], 'interval'), 'not-a-number', '/ratings/0/1');
  refuses(() => krippendorffAlpha([['a']], 'ordinal'), 'not-a-number', '/ratings/0/0');
  refuses(() => krippendorffAlpha([[-1, 2]], 'ratio'), 'out-of-range', '/ratings/0/0');
  refuses(() => krippendorffAlpha([[1]], 'other' as Metric), 'unknown-option', '/metric');
  refuses(
    () =>
      icc([
        [1, 2],
        [Infinity, 3],
      ]),
    'not-a-number',
    '/ratings/1/0',
  );
  refuses(
    () =>
      kendallW([
        [1, 2],
        [1, 2, 3],
      ]),
    'ragged-table',
    '/ratings/1',
  );
  refuses(() => weightedKappa([[1, 2]], 'linear'), 'not-square', '/table');
  refuses(
    () =>
      weightedKappa(
        [
          [1, -2],
          [1, 1],
        ],
        'linear',
      ),
    'out-of-range',
    '/table/0/1',
  );
  refuses(
    () =>
      weightedKappa(
        [
          [1, 2],
          [1, 1],
        ],
        [
          [0, 1],
          [1, 1],
        ],
      ),
    'wrong-diagonal',
    '/weights/1',
  );
  refuses(
    () =>
      weightedKappa(
        [
          [1, 2],
          [1, 1],
        ],
        [[0]],
      ),
    'wrong-length',
    '/weights',
  );
  refuses(
    () =>
      fleissKappa([
        [1, 2],
        [1, 1],
      ]),
    'unequal-raters',
    '/counts/1',
  );
  refuses(() => fleissKappa([[1.5, 2]]), 'not-a-count', '/counts/0/0');
  refuses(() => fleissKappa([[-1, 2]]), 'not-a-count', '/counts/0/0');
});

test('aggregation: mean, median, trimmed, and nobody', () => {
  const scores = [900, 700, null, 800, 0, 850];
  assert.equal(aggregate(scores, 'mean'), 650);
  assert.equal(aggregate(scores, 'median'), 800);
  assert.equal(aggregate(scores, 'trimmed'), (700 + 800 + 850) / 3);
  assert.equal(aggregate([1, 2, 3, 10], 'median'), 2.5);
  assert.equal(aggregate([null], 'mean'), undefined);
  refuses(() => aggregate([1, NaN], 'mean'), 'not-a-number', '/scores/1');
  refuses(() => aggregate([1], 'trimmed', 0.5), 'out-of-range', '/trim');
});

test('severity is the mean distance to the colleagues on shared lines', () => {
  const severity = appraiserSeverity([
    [8, 6, null, 9],
    [9, 7, 5, null],
    [10, 8, 6, null],
  ]);
  assert.deepEqual(severity, [
    { rater: 0, lines: 2, meanDifference: -1.5 },
    { rater: 1, lines: 3, meanDifference: -1 / 3 },
    { rater: 2, lines: 3, meanDifference: (1.5 + 1.5 + 1) / 3 },
  ]);
});

test('outlier lines need three scores and a distance above the tolerance', () => {
  const ratings = [
    [8, 2, 9],
    [9, 7, null],
    [8, 8, 1],
  ];
  assert.deepEqual(
    outlierLines(ratings, 2),
    [{ line: 1, rater: 0, score: 2, median: 7.5, difference: -5.5 }].concat([
      { line: 1, rater: 2, score: 8, median: 4.5, difference: 3.5 },
    ]),
  );
  assert.deepEqual(outlierLines(ratings, [2, 6, 2]), []);
  refuses(() => outlierLines(ratings, [1, -1, 1]), 'out-of-range', '/tolerance/1');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isInputError } from '../errors/index.ts';
import { benjaminiHochberg, ears, replay, screen, weekdayAdjusted, type SignalPoint } from './index.ts';

test('Benjamini & Hochberg’s own example: four of fifteen at 5 %', () => {
  // Benjamini & Hochberg (1995), section 3.2: thrombolysis trial.
  const p = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
  ];
  const { rejected, adjusted } = benjaminiHochberg(p.toReversed(), 0.05);
  assert.equal(rejected.filter(Boolean).length, 4);
  assert.ok(Math.abs(adjusted[11]! - (0.0095 * 15) / 4) < 1e-12);
  assert.deepEqual(benjaminiHochberg([0.04, null, 0.03], 0.05).adjusted, [0.04, null, 0.04]);
  assert.deepEqual(benjaminiHochberg([], 0.05).rejected, []);
  assert.deepEqual(benjaminiHochberg(Float64Array.of(0.05, 0.05, 0.05), 0.05).rejected, [true, true, true]);
  assert.throws(
    () => benjaminiHochberg([0.1, 1.1], 0.05),
    (error) => isInputError(error) && error.pointer === '/p/1',
  );
  assert.throws(() => benjaminiHochberg([0.1, NaN], 0.05), isInputError);
});

test('screening keeps the series that stands out and says which were not judged', () => {
  const usual = Array.from({ length: 40 }, (_, day) => 5 + (day % 3));
  const series = [usual, [...usual.slice(1), 19], [1, 2, 3], []];
  const points = screen(series, (counts) => weekdayAdjusted(counts));
  assert.deepEqual(
    points.map(({ series: at, signal, reason }) => [at, signal, reason]),
    [
      [0, false, undefined],
      [1, true, undefined],
      [2, false, 'short-baseline'],
    ],
  );
  assert.equal(points[2]!.adjustedP, null);
});

test('screening keeps an alarm that has no p to weigh it by', () => {
  const zeros = Array.from({ length: 40 }, () => 0);
  const [silent, waking] = screen([Uint8Array.from(zeros), [...zeros, 9]], (counts) => weekdayAdjusted(counts));
  assert.deepEqual([waking!.reason, waking!.alarm, waking!.signal], ['zero-baseline', true, true]);
  assert.deepEqual([silent!.reason, silent!.signal], ['zero-baseline', false]);
});

test('replay: alarms by month, episodes found and missed, delay, periods without an answer', () => {
  const counts = [...Array.from({ length: 40 }, (_, day) => 4 + (day % 2)), 5, 30, 4, 4, 5, null, 5];
  const report = replay(
    {
      start: '2026-01-01',
      step: 'day',
      series: [
        {
          counts,
          episodes: [
            { from: 40, through: 42 },
            { from: 44, through: 45 },
          ],
        },
        { counts: [1, 2, 3], episodes: [{ from: 0, through: 1 }] },
      ],
    },
    { detect: (series) => ears(series, { method: 'C1' }) },
  );
  assert.deepEqual(
    report.months.map(({ month, alarms, judged }) => [month, alarms, judged]),
    [
      ['2026-01', 0, 24],
      ['2026-02', 1, 15],
    ],
  );
  assert.deepEqual(report.episodes, [
    { series: 0, from: 40, through: 42, delay: 1 },
    { series: 0, from: 44, through: 45, delay: undefined },
  ]);
  assert.deepEqual([report.detected, report.medianDelay], [{ numerator: 1, denominator: 2 }, 1]);
  assert.deepEqual(report.falseAlarmRate, { numerator: 0, denominator: 35 });
  assert.equal(report.alarmsPerMonth, 0.5);
});

test('replay without a detector or without counts is refused with the place', () => {
  const refused = (series: unknown[], settings: unknown, pointer: string) =>
    assert.throws(
      () => replay({ start: '2026-01-01', step: 'day', series } as never, settings as never),
      (error) => isInputError(error) && error.pointer === pointer,
    );
  refused([{ counts: [1] }], {}, '/settings/detect');
  refused([{ counts: [1] }], undefined, '/settings/detect');
  refused([{}], { detect: () => [] }, '/history/series/0/counts');
});

test('replay of nothing, and of weeks', () => {
  const nothing = replay({ start: '2026-01-01', step: 'week', series: [] }, { detect: () => [] });
  assert.deepEqual([nothing.alarmsPerMonth, nothing.medianDelay, nothing.months], [undefined, undefined, []]);
  const judged: SignalPoint = { index: 5, observed: 1, expected: 1, upper: 2, statistic: 0, alarm: true };
  const weeks = replay({ start: '2026-01-05', step: 'week', series: [{ counts: [1] }] }, { detect: () => [judged] });
  assert.deepEqual(weeks.months, [{ month: '2026-02', alarms: 1, falseAlarms: 1, judged: 1 }]);
  assert.throws(
    () =>
      replay(
        { start: '2026-01-05', step: 'day', series: [{ counts: [1], episodes: [{ from: 0, through: 1 }] }] },
        { detect: () => [] },
      ),
    (error) => isInputError(error) && error.pointer === '/history/series/0/episodes/0/through',
  );
});

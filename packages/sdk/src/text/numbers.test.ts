import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatMoney, formatNumber, formatPoints, parseNumber, parsePoints } from './index.ts';

test('numbers as typed, with comma or point', () => {
  const read: [string, number, number?][] = [
    ['8,5', 8.5],
    ['8.5', 8.5],
    ['87', 87],
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['1 234,5', 1234.5],
    ['1\u00a0234', 1234],
    ['1.234.567', 1_234_567],
    ['1234.567', 1234.567],
    ['0.125', 0.125],
    [',5', 0.5],
    ['−3', -3],
    ['– 3', -3],
    ['１．２３４，５', 1234.5],
    ['1\u202f234,5', 1234.5],
    ['1\u2009234,5', 1234.5],
    ['\u200b8,5\ufeff', 8.5],
    ['8‚5', 8.5],
    ['1\u00ad234', 1234],
    ['+3', 3],
    ['1.000', 1000, 1],
    ['1,000', 1, 1000],
    ['-12.345', -12_345, -12.345],
  ];
  for (const [typed, value, other] of read) {
    assert.deepEqual(parseNumber(typed), other === undefined ? { value } : { value, other }, typed);
  }
  for (const typed of [
    '',
    ' ',
    '.',
    ',',
    '5,',
    '12.34.5',
    '1..5',
    '1,2.3,4',
    '1 23',
    'mười',
    '1e5',
    '0x10',
    '٣',
    '5²',
    '8½',
    '1’234',
    '--1',
  ]) {
    assert.equal(parseNumber(typed), undefined, typed);
  }
});

test('numbers are written the Vietnamese way', () => {
  assert.equal(formatNumber(1_234_567.5), '1.234.567,5');
  assert.equal(formatNumber(-0.0001), '0');
  assert.equal(formatNumber(2, { decimals: 2, fixed: true }), '2,00');
  assert.equal(formatMoney(7_700_000_000), '7.700.000.000\u00a0₫');
  assert.equal(formatMoney(-1500n), '-1.500\u00a0₫');
  assert.throws(() => formatNumber(NaN), { code: 'not-a-number' });
  assert.throws(() => formatNumber(Infinity), { code: 'not-a-number' });
  assert.throws(() => formatMoney(0.5), { code: 'not-money' });
  const intl = new Intl.NumberFormat('vi-VN');
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 0, max: 7 }), (whole, eighths) => {
      const value = whole + eighths / 8; // exact in binary, so that rounding is not the question
      assert.equal(formatNumber(value), intl.format(value));
    }),
  );
});

test('points are whole hundredths and come back as they were', () => {
  assert.equal(formatPoints(8750), '87,50');
  assert.equal(formatPoints(8750, { trim: true }), '87,5');
  assert.equal(formatPoints(8700, { trim: true }), '87');
  assert.equal(formatPoints(-5), '-0,05');
  assert.equal(formatPoints(123_456), '1.234,56');
  assert.throws(() => formatPoints(87.5), { code: 'not-points' });
  assert.equal(parsePoints('8,05'), 805);
  assert.equal(parsePoints('89.995'), undefined);
  assert.equal(parsePoints('1.000'), undefined);
  assert.equal(parsePoints('1000'), 100_000);
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.boolean(), (points, trim) => {
      // "1.234" alone has two readings and is refused; the two-decimal form never does.
      const text = formatPoints(points, { trim });
      assert.equal(parsePoints(text), /^-?\d{1,3}\.\d{3}$/.test(text) ? undefined : points);
    }),
  );
});

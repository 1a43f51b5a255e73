import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dateInVietnam, formatDate, formatDateTime, formatLongDate, isDate, parseDate } from './index.ts';

test('dates are written day first, with four-digit years', () => {
  assert.equal(formatDate('2026-05-10'), '10/05/2026');
  assert.equal(formatLongDate('2026-02-05'), 'ngày 05 tháng 02 năm 2026');
  assert.equal(formatLongDate('2026-05-27'), 'ngày 27 tháng 5 năm 2026');
  assert.throws(() => formatDate('2026-02-30'), { name: 'InputError', code: 'not-a-date', pointer: '/date' });
});

test('instants are shown in Việt Nam time', () => {
  assert.equal(formatDateTime('2026-05-09T20:05:00Z'), '10/05/2026 03:05');
  assert.equal(formatDateTime('2026-05-10T03:05:00+07:00'), '10/05/2026 03:05');
  assert.equal(dateInVietnam('2026-12-31T17:00:00Z'), '2027-01-01');
  for (const bad of ['2026-05-09T20:05:00', '2026-05-09', 'hôm qua', NaN]) {
    assert.throws(() => formatDateTime(bad), { code: 'not-an-instant' });
  }
  const intl = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Ho_Chi_Minh',
    dateStyle: 'short',
    timeStyle: 'short',
  });
  fc.assert(
    fc.property(fc.date({ min: new Date('1976-01-01'), max: new Date('2199-01-01'), noInvalidDate: true }), (date) => {
      assert.equal(formatDateTime(date), intl.format(date).replace(',', ''));
    }),
  );
});

test('typed dates', () => {
  const read: Record<string, string | undefined> = {
    '1/2/2026': '2026-02-01',
    '01-02-2026': '2026-02-01',
    '1.2.2026': '2026-02-01',
    ' 1 / 2 / 2026 ': '2026-02-01',
    '2026-02-01': '2026-02-01',
    '29/2/2028': '2028-02-29',
    '29/2/2026': undefined,
    '31/4/2026': undefined,
    '1/13/2026': undefined,
    '1/2/26': undefined,
    '1/2-2026': undefined,
    '1 2/2/2026': undefined,
    '0/1/2026': undefined,
    '1/1/0026': undefined,
    '': undefined,
  };
  for (const [typed, date] of Object.entries(read)) assert.equal(parseDate(typed), date, typed);
});

test('what is formatted can be read back', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }), (made) => {
      const date = made.toISOString().slice(0, 10);
      assert.ok(isDate(date));
      assert.equal(parseDate(formatDate(date)), date);
    }),
  );
  fc.assert(fc.property(fc.string(), (typed) => parseDate(typed) === undefined || isDate(parseDate(typed)!)));
});

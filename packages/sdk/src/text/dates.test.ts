import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  dateInVietnam,
  formatDate,
  formatDateWithWeekday,
  formatDue,
  formatLongDate,
  formatMoment,
  isDate,
  parseDate,
  readDate,
} from './index.ts';

test('dates are written day first, with four-digit years', () => {
  assert.equal(formatDate('2026-05-10'), '10/05/2026');
  assert.equal(formatLongDate('2026-02-05'), 'ngày 05 tháng 02 năm 2026');
  assert.equal(formatLongDate('2026-05-27'), 'ngày 27 tháng 5 năm 2026');
  assert.throws(() => formatDate('2026-02-30'), { name: 'InputError', code: 'not-a-date', pointer: '/date' });
});

test('instants are shown in Việt Nam time', () => {
  assert.equal(formatMoment('2026-05-09T20:05:00Z'), '03:05 ngày 10/05/2026');
  assert.equal(formatMoment('2026-05-10T03:05:00+07:00', 'en'), '03:05 on 10/05/2026');
  assert.equal(dateInVietnam('2026-12-31T17:00:00Z'), '2027-01-01');
  for (const bad of ['2026-05-09T20:05:00', '2026-05-09', 'hôm qua', NaN]) {
    assert.throws(() => formatMoment(bad), { code: 'not-an-instant' });
    assert.throws(() => formatDue(bad), { code: 'not-an-instant' });
  }
  const intl = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Ho_Chi_Minh',
    dateStyle: 'short',
    timeStyle: 'short',
  });
  fc.assert(
    fc.property(fc.date({ min: new Date('1976-01-01'), max: new Date('2199-01-01'), noInvalidDate: true }), (date) => {
      assert.equal(formatMoment(date), intl.format(date).split(', ').reverse().join(' ngày '));
    }),
  );
});

test('a due end of day says so, with the day of the week; another instant keeps its time', () => {
  assert.equal(formatDue('2026-12-11T16:59:59.999Z'), 'Hết ngày 11/12/2026 (thứ Sáu)');
  assert.equal(formatDue('2026-12-11T16:59:59.999Z', 'en'), 'End of 11/12/2026 (Friday)');
  assert.equal(formatDue('2026-12-13T10:00:00Z'), '17:00 ngày 13/12/2026 (Chủ Nhật)');
  assert.equal(formatDateWithWeekday('2026-11-30', 'vi', { year: false }), '30/11 (thứ Hai)');
  assert.throws(() => formatDateWithWeekday('2026-02-30'), { code: 'not-a-date' });
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
    '1/2/26': '2026-02-01',
    '01-12-49': '2049-12-01',
    '1.12.50': '1950-12-01',
    '01122026': '2026-12-01',
    '2026/12/1': '2026-12-01',
    'ngày 1 tháng 12 năm 2026': '2026-12-01',
    '01 tháng 02, 2026': '2026-02-01',
    'Ngày 05/02/2026': '2026-02-05',
    '１／１２／２０２６': '2026-12-01',
    '1\u200b/12\u00a0/2026\ufeff': '2026-12-01',
    '01–12–2026': '2026-12-01',
    '1/12/2026.': '2026-12-01',
    '01/12/2026,': '2026-12-01',
    '(1/12/2026)': '2026-12-01',
    '“01/12/2026”': '2026-12-01',
    '1 12 2026': '2026-12-01',
    '1,12,2026': '2026-12-01',
    '1\\12\\2026': '2026-12-01',
    '01·12·2026': '2026-12-01',
    'ngày: 01/12/2026': '2026-12-01',
    'ngày 1 tháng 12 năm 26': '2026-12-01',
    'ngày 01 tháng 12/2026': '2026-12-01',
    'ngày 01, tháng 12, năm 2026': '2026-12-01',
    'mùng 1 tháng 12 năm 2026': '2026-12-01',
    'ngày mồng 1/12/2026': '2026-12-01',
    'Thứ Ba, 01/12/2026': '2026-12-01',
    'Thứ ba ngày 1 tháng 12 năm 2026': '2026-12-01',
    'T3, 1/12/2026': '2026-12-01',
    'Chủ nhật 6/12/2026': '2026-12-06',
    'Đắk Lắk, ngày 01 tháng 12 năm 2026': '2026-12-01',
    '2026-12-01T00:00:00': '2026-12-01',
    '2026-12-01 08:30': '2026-12-01',
    '01/12/2026 08:30:00': '2026-12-01',
    '2026-12-01T20:00:00Z': undefined,
    '20261201': '2026-12-01',
    '20111201': '2011-12-01',
    '20121912': '1912-12-20',
    '011226': undefined,
    '1 tháng 12': undefined,
    'Đắk Lắk 1/12/2026': undefined,
    '1/12': undefined,
    '12/2026': undefined,
    '٠١/١٢/٢٠٢٦': undefined,
    '1/2-2026': undefined,
    '1 2/2/2026': undefined,
    '0/1/2026': undefined,
    '1/1/0026': undefined,
    '': undefined,
  };
  for (const [typed, date] of Object.entries(read)) assert.equal(parseDate(typed), date, typed);
});

test('a year of two digits is of the century that fits', () => {
  for (const [typed, between, date] of [
    ['1/12/30', {}, '2030-12-01'],
    ['1/12/30', { max: '2026-11-29' }, '1930-12-01'],
    ['1/12/60', { min: '2026-01-01' }, '2060-12-01'],
    ['1/12/30', { min: '2040-01-01' }, '2030-12-01'],
    ['1/12/2030', { max: '2026-11-29' }, '2030-12-01'],
  ] as const)
    assert.equal(readDate(typed, between).date, date, `${typed} ${JSON.stringify(between)}`);
});

test('a date that cannot be read is explained in words', () => {
  for (const [typed, words] of [
    ['1/12', 'Còn thiếu năm'],
    ['ngày 1 tháng 12', 'Còn thiếu năm'],
    ['31/2/2026', 'Tháng 2 năm 2026 không có ngày 31'],
    ['12/25/2026', 'Không có tháng 25'],
    ['2026-02-30', 'Tháng 2 năm 2026 không có ngày 30'],
  ] as const)
    assert.ok(readDate(typed).fault?.vi.startsWith(words), `${typed}: ${readDate(typed).fault?.vi}`);
  assert.deepEqual(readDate('mai'), {});
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

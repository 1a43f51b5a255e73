import assert from 'node:assert/strict';
import { test } from 'node:test';
import { elapsedWorkingTime, isWorkingDay, layerCalendars, vietnamCalendar } from './index.ts';

const province = layerCalendars(vietnamCalendar, {
  id: 'vn-79',
  version: '79.1',
  scope: { level: 'province', code: '79' },
  holidays: [{ date: '2026-08-22', name: 'Ngày của tỉnh' }],
  makeUpDays: [{ date: '2026-08-31', name: 'Không hoán đổi' }],
});

test('on one date the nearer layer decides, in both directions', () => {
  assert.deepEqual([isWorkingDay(vietnamCalendar, '2026-08-22'), isWorkingDay(province, '2026-08-22')], [true, false]);
  assert.deepEqual([isWorkingDay(vietnamCalendar, '2026-08-31'), isWorkingDay(province, '2026-08-31')], [false, true]);
  assert.equal(isWorkingDay(province, '2026-02-17'), false);
});

test('nation, province and office stack; the version names every layer', () => {
  const office = layerCalendars(province, {
    id: 'office-1',
    version: 'office.2',
    weekdays: [1, 2, 3, 4, 5, 6],
    weekdayShifts: { 6: [{ start: '07:30', end: '11:30' }] },
    ordinaryDays: ['2026-08-22', '2026-11-24'],
  });
  assert.equal(office.version, '2026.1+79.1+office.2');
  assert.equal(office.id, 'office-1');
  assert.deepEqual(office.scope, { level: 'province', code: '79' });
  assert.equal(isWorkingDay(office, '2026-08-22'), true);
  assert.equal(isWorkingDay(office, '2026-11-24'), true);
  assert.equal(elapsedWorkingTime(office, '2026-08-22T00:00:00+07:00', '2026-08-23T00:00:00+07:00'), 240);
  assert.deepEqual(office.announcedYears, [2025, 2026]);
});

test('layers leave the calendars below as they were', () => {
  assert.equal(vietnamCalendar.version, '2026.1');
  assert.ok(vietnamCalendar.makeUpDays.some(({ date }) => date === '2026-08-22'));
});

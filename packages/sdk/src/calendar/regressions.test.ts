import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addTerm,
  addWorkingTime,
  countWorkingDays,
  deadline,
  elapsedWorkingTime,
  vietnamCalendar,
  type TermRule,
  type WorkCalendar,
} from './index.ts';

/*
 * Faults reported in public against help desks and business-time libraries, retold as cases of our own. Each test is
 * named for the report it answers.
 */

const office: WorkCalendar = {
  id: 'office',
  version: '1',
  timeZone: 'UTC',
  weekdays: [1, 2, 3, 4, 5],
  holidays: [],
  makeUpDays: [],
  shifts: [{ start: '09:00', end: '17:00' }],
};

const oneDay: TermRule = {
  id: 'one-day',
  matter: 'report',
  step: 'resolve',
  name: { vi: 'xử lý', en: 'handle' },
  startEvent: { vi: 'tiếp nhận', en: 'receipt' },
  amount: 1,
  unit: 'working-day',
  rollToWorkingDay: false,
  basis: { title: 'Thử nghiệm', confidence: 'illustrative' },
};
const request = { rules: [oneDay], matter: 'report', step: 'resolve' };

test('glpi #10594, PR #14937: a pause over a weekend is not counted twice', () => {
  // Received on Friday with one working day to go; waiting from Friday to Sunday costs nothing.
  const start = '2026-03-06T10:00:00Z';
  const weekend = { from: '2026-03-06T18:00:00Z', to: '2026-03-08T12:00:00Z', reason: 'waiting' };
  assert.equal(deadline(office, { ...request, start }).dueDate, '2026-03-09');
  assert.equal(deadline(office, { ...request, start, pauses: [weekend] }).dueDate, '2026-03-09');
  // In working minutes a pause from Friday 16:00 to Monday 10:00 costs the two hours it holds, not 66.
  const pauses = [{ from: '2026-03-06T16:00:00Z', to: '2026-03-09T10:00:00Z', reason: 'waiting' }];
  assert.equal(addWorkingTime(office, start, 480, { pauses }), '2026-03-09T12:00:00.000Z');
  assert.equal(elapsedWorkingTime(office, start, '2026-03-09T12:00:00Z', { pauses }), 480);
});

test('zammad #390: 48 hours of 12 a day take four days, or six with two holidays from a feed – and it is said why', () => {
  const calendar: WorkCalendar = {
    ...office,
    timeZone: 'Europe/Berlin',
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    shifts: [{ start: '09:00', end: '21:00' }],
  };
  const feed = ['2016-11-11', '2016-11-13'].map((date) => ({ date, name: 'Ngày nghỉ từ nguồn ngoài' }));
  const received = '2016-11-09T23:00:00+01:00';
  assert.equal(addWorkingTime(calendar, received, 48 * 60), '2016-11-13T20:00:00.000Z');
  assert.equal(addWorkingTime({ ...calendar, holidays: feed }, received, 48 * 60), '2016-11-15T20:00:00.000Z');
  const { explanation } = deadline(
    { ...calendar, holidays: feed },
    { ...request, rules: [{ ...oneDay, amount: 48 * 60, unit: 'working-minute' }], start: received },
  );
  assert.deepEqual(
    explanation.skipped.map(({ date }) => date),
    ['2016-11-11', '2016-11-13'],
  );
});

test('chatwoot #13392: a deadline in working time is not wall-clock time', () => {
  assert.equal(addWorkingTime(office, '2026-03-06T16:00:00Z', 120), '2026-03-09T10:00:00.000Z');
});

test('chatwoot #14009, osTicket #6847: two blocks a day with a lunch break', () => {
  assert.equal(addWorkingTime(vietnamCalendar, '2026-03-06T11:00:00+07:00', 60), '2026-03-06T07:00:00.000Z');
  assert.equal(elapsedWorkingTime(vietnamCalendar, '2026-03-06T11:00:00+07:00', '2026-03-06T14:00:00+07:00'), 60);
  assert.equal(addWorkingTime(vietnamCalendar, '2026-03-06T12:15:00+07:00', 30), '2026-03-06T07:00:00.000Z');
});

test('frappe helpdesk #2449: time on hold lengthens the term from where it stood, not from the creation', () => {
  // Created on Saturday, on hold for Tuesday's hours; adding eight hours to the creation would be lost in the weekend.
  const pauses = [{ from: '2026-03-10T09:00:00Z', to: '2026-03-10T17:00:00Z', reason: 'waiting' }];
  assert.equal(addWorkingTime(office, '2026-03-07T12:00:00Z', 960, { pauses }), '2026-03-11T17:00:00.000Z');
  const two = [{ ...oneDay, amount: 2 }];
  const paused = [{ from: '2026-03-09', to: '2026-03-10', reason: 'waiting' }];
  assert.equal(deadline(office, { ...request, rules: two, start: '2026-03-07', pauses: paused }).dueDate, '2026-03-11');
});

test('glpi #467: a Saturday worked for a Monday off', () => {
  const calendar: WorkCalendar = {
    ...office,
    holidays: [
      { date: '2016-02-22', name: 'Nghỉ hoán đổi' },
      { date: '2016-02-23', name: 'Ngày lễ' },
    ],
    makeUpDays: [{ date: '2016-02-20', name: 'Làm bù' }],
  };
  assert.equal(addTerm(calendar, '2016-02-19', { amount: 2, unit: 'working-day' }), '2016-02-24');
  assert.equal(countWorkingDays(calendar, '2016-02-18', '2016-02-24'), 3);
  assert.equal(addWorkingTime(calendar, '2016-02-19T16:00:00Z', 120), '2016-02-20T10:00:00.000Z');
});

test('biz #5: a make-up day needs no list of every other Saturday as a holiday', () => {
  const days = (calendar: WorkCalendar) => countWorkingDays(calendar, '2026-08-14', '2026-08-31');
  assert.deepEqual([days({ ...vietnamCalendar, makeUpDays: [] }), days(vietnamCalendar)], [10, 11]);
});

test('osTicket #6739: a week in which only Tuesday is worked', () => {
  const calendar: WorkCalendar = { ...office, weekdays: [2], shifts: [{ start: '08:00', end: '17:00' }] };
  assert.equal(addTerm(calendar, '2024-08-07', { amount: 2, unit: 'working-day' }), '2024-08-20');
  assert.equal(addWorkingTime(calendar, '2024-08-07T10:00:00Z', 10 * 60), '2024-08-20T09:00:00.000Z');
  assert.equal(elapsedWorkingTime(calendar, '2024-08-07T10:00:00Z', '2024-08-20T09:00:00Z'), 600);
});

test('glpi #15429: office hours belong to the calendar, whatever zone the server runs in', () => {
  const before = process.env['TZ'];
  try {
    for (const zone of ['UTC', 'America/Los_Angeles', 'Pacific/Auckland']) {
      process.env['TZ'] = zone;
      assert.equal(addWorkingTime(vietnamCalendar, '2026-03-06T16:30:00+07:00', 60), '2026-03-09T01:00:00.000Z');
      assert.equal(addTerm(vietnamCalendar, '2026-03-06', { amount: 1, unit: 'month' }), '2026-04-06');
    }
  } finally {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  }
});

test('glpi PR #22678: a reminder before the due moment keeps to office hours', () => {
  const calendar: WorkCalendar = { ...office, shifts: [{ start: '08:00', end: '18:00' }] };
  const due = addWorkingTime(calendar, '2026-03-09T17:00:00Z', 240);
  assert.equal(due, '2026-03-10T11:00:00.000Z');
  assert.equal(addWorkingTime(calendar, due, -60), '2026-03-10T10:00:00.000Z');
  assert.equal(addWorkingTime(calendar, due, -210), '2026-03-09T17:30:00.000Z');
});

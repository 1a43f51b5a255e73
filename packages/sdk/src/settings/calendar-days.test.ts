import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { vietnamCalendar } from '../calendar/index.ts';
import { calendarWith, differingDays, kindOfDay, noCalendarChanges, swapOf, withDays, type OwnDay } from './index.ts';

const national = vietnamCalendar;
const calendarOf = (days: Record<string, OwnDay>) =>
  calendarWith(national, withDays(noCalendarChanges, days, national), { version: 1 });
const swap: Record<string, OwnDay> = {
  '2026-12-31': { is: 'holiday', name: 'Nghỉ hoán đổi' },
  '2026-12-26': { is: 'made-up', name: 'Làm bù cho 31/12/2026' },
};

describe('days of a calendar', () => {
  test('are what people call them', () => {
    const kinds = {
      '2026-11-30': 'working',
      '2026-11-29': 'rest',
      '2026-04-26': 'holiday',
      '2026-04-27': 'swapped',
      '2026-08-31': 'swapped',
      '2026-08-22': 'made-up',
      '2026-02-17': 'holiday',
    };
    for (const [date, kind] of Object.entries(kinds)) assert.equal(kindOfDay(national, date).kind, kind, date);
  });

  test('of a swap find each other from both sides, however the date is written', () => {
    assert.equal(swapOf(national, '2026-08-31'), '2026-08-22');
    assert.equal(swapOf(national, '2026-08-22'), '2026-08-31');
    assert.equal(swapOf(national, '2026-01-10'), '2026-01-02');
    assert.equal(swapOf(national, '2026-04-27'), undefined, 'a substitute is made up on no day');
    assert.equal(swapOf(calendarOf(swap), '2026-12-31'), '2026-12-26');
    const alone = calendarOf({ '2026-12-26': swap['2026-12-26']! });
    assert.equal(swapOf(alone, '2026-12-26'), undefined, 'the other day is a working day');
  });

  test('are changed one by one, and what is said of others stays', () => {
    const first = withDays(noCalendarChanges, swap, national);
    const next = withDays(
      first,
      {
        '2026-12-31': { is: 'ordinary' },
        '2026-11-24': { is: 'ordinary' },
        '2026-11-25': { is: 'holiday', name: 'Mẫu' },
      },
      national,
    );
    assert.deepEqual(next, {
      holidays: [{ date: '2026-11-25', name: 'Mẫu' }],
      makeUpDays: [{ date: '2026-12-26', name: 'Làm bù cho 31/12/2026' }],
      // An own day off is simply gone; one of the nation has to be named.
      ordinaryDays: ['2026-11-24'],
    });
    assert.deepEqual(withDays(next, { '2026-11-24': { is: 'holiday', name: 'Lại nghỉ' } }, national).ordinaryDays, []);
  });

  test('differ between two calendars by kind or name', () => {
    assert.deepEqual(differingDays(national, calendarOf(swap)), ['2026-12-26', '2026-12-31']);
    assert.deepEqual(differingDays(calendarOf(swap), calendarOf(swap)), []);
    const renamed = { ...swap, '2026-12-31': { is: 'holiday', name: 'Nghỉ bù' } } as const;
    assert.deepEqual(differingDays(calendarOf(swap), calendarOf(renamed)), ['2026-12-31']);
  });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addTerm, deadline, isWorkingDay, legalTerms, provisionalYears, vietnamCalendar } from './index.ts';
import { newMoonNear } from './testkit/new-moon.ts';

/** First day of the lunar year, from the table of movable dates. */
const firstDays: Record<number, string> = {
  2025: '2025-01-29',
  2026: '2026-02-17',
  2027: '2027-02-06',
  2028: '2028-01-26',
  2029: '2029-02-13',
  2030: '2030-02-02',
};

const localDate = (ms: number, hours: number): string => new Date(ms + hours * 3_600_000).toISOString().slice(0, 10);

for (const [year, first] of Object.entries(firstDays)) {
  test(`Tết ${year} is the day of the new moon by the clock of Việt Nam, ${first}`, () => {
    const named = vietnamCalendar.holidays.filter(({ date, name }) => date.startsWith(year) && /mùng 1/.test(name));
    assert.deepEqual(
      named.map(({ date }) => date),
      [first],
    );
    assert.equal(localDate(newMoonNear(Date.parse(first)), 7), first);
  });

  test(`the working days next to Tết ${year} leave five days off or their substitutes`, () => {
    const offs = vietnamCalendar.holidays.filter(
      ({ date, name }) => date.startsWith(year) && name.includes('Tết Nguyên đán') && !name.startsWith('Nghỉ bù'),
    );
    assert.equal(offs.length, 5);
    const onWeekend = offs.filter(({ date }) => [0, 6].includes(new Date(date).getUTCDay())).length;
    const substitutes = vietnamCalendar.holidays.filter(
      ({ date, name }) => date.startsWith(year) && name === 'Nghỉ bù Tết Nguyên đán',
    );
    assert.equal(substitutes.length, onWeekend);
  });
}

test('the trap of 2030: by UTC+8 the same new moon falls on 3 February', () => {
  const moon = newMoonNear(Date.parse('2030-02-02'));
  assert.equal(localDate(moon, 7), '2030-02-02');
  assert.equal(localDate(moon, 8), '2030-02-03');
  assert.equal(isWorkingDay(vietnamCalendar, '2030-02-01'), false);
});

test('a term across Tết skips it, and is provisional where the split of the days is assumed', () => {
  const end = (from: string) => addTerm(vietnamCalendar, from, { amount: 5, unit: 'working-day' });
  assert.equal(end('2025-01-23'), '2025-02-06');
  assert.equal(end('2026-02-12'), '2026-02-26');
  assert.equal(end('2027-02-02'), '2027-02-16');
  assert.equal(end('2028-01-20'), '2028-02-03');
  assert.equal(end('2029-02-08'), '2029-02-22');
  assert.equal(end('2030-01-29'), '2030-02-12');
  assert.deepEqual(provisionalYears(vietnamCalendar, '2026-12-30', '2027-01-02'), [2027]);
  const due = deadline(vietnamCalendar, { rules: legalTerms, matter: 'report', step: 'resolve', start: '2027-02-02' });
  assert.equal(due.provisional, true);
  assert.ok(due.explanation.skipped.some(({ basis }) => basis?.confidence === 'illustrative'));
});

test('every assumed day lies in a year that is not announced, and no year beyond the table is announced', () => {
  for (const { date, basis } of vietnamCalendar.holidays) {
    assert.ok(basis, `${date} has a basis`);
    const announced = vietnamCalendar.announcedYears!.includes(Number(date.slice(0, 4)));
    if (basis.confidence === 'illustrative') assert.equal(announced, false, date);
  }
  for (const { date, basis } of vietnamCalendar.makeUpDays) assert.ok(basis, date);
});

test('holidays fixed by law are there every year: 1/1, 10/3 lunar, 30/4, 1/5, 2/9, and 24/11 from 2026', () => {
  for (const year of Object.keys(firstDays)) {
    for (const day of ['01-01', '04-30', '05-01', '09-02']) {
      assert.ok(
        vietnamCalendar.holidays.some(({ date }) => date === `${year}-${day}`),
        `${year}-${day}`,
      );
    }
    assert.equal(
      vietnamCalendar.holidays.filter(({ date, name }) => date.startsWith(year) && name === 'Giỗ Tổ Hùng Vương').length,
      1,
    );
    assert.equal(
      vietnamCalendar.holidays.some(({ date }) => date === `${year}-11-24`),
      year > '2025',
      year,
    );
  }
});

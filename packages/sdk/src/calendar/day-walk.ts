import type { LegalBasis } from '../law/index.ts';
import { formatDay, lastDay, type DayNumber } from './dates.ts';
import { openSince, type Span } from './pauses.ts';
import type { CalendarDay, WorkCalendar } from './types.ts';
import { compiledOf } from './compiled.ts';
import { failTooLong } from './fail.ts';

/** A day that a term does not count, and why. */
export interface SkippedDay {
  date: string;
  /** `rest-day`: weekly rest · `holiday`: named in the calendar · `paused`: the term did not run. */
  kind: 'rest-day' | 'holiday' | 'paused';
  /** Name and basis of a holiday. */
  name?: string;
  basis?: LegalBasis;
}

/** Why a day off is off. */
function dayOff(calendar: WorkCalendar, day: DayNumber): SkippedDay {
  const holiday = compiledOf(calendar).holidays.get(day);
  return holiday ? { ...holiday, kind: 'holiday' } : { date: formatDay(day), kind: 'rest-day' };
}

export interface DayWalk {
  /** The last day counted, or the working day it rolled to; where the clock is paused, the day the pause began. */
  day: DayNumber;
  /** Days still to count, when a pause without end stopped the walk. */
  missing: number;
  skipped: SkippedDay[];
  /** Make-up days that were counted. */
  makeUpDays: CalendarDay[];
  /** Days off the end moved over, beginning with the day the count itself ended on. */
  rolled: SkippedDay[];
}

/**
 * Counts `amount` days after `from`, one by one, and notes each day it leaves out: days off where only working days
 * count, and the days after a pause began up to its resumption. `roll` moves the end off a day off.
 */
export function walkDays(
  calendar: WorkCalendar,
  from: DayNumber,
  amount: number,
  workingOnly: boolean,
  paused: readonly Span[],
  roll = false,
): DayWalk {
  const { after, isWorking, makeUpDays } = compiledOf(calendar);
  const walk: DayWalk = { day: from, missing: amount, skipped: [], makeUpDays: [], rolled: [] };
  const open = openSince(paused);
  while (walk.missing > 0) {
    const day = walk.day + 1;
    if (open < day) return walk;
    const isPaused = paused.some(({ start, end }) => start < day && day <= end);
    if (day > lastDay) failTooLong('/term/amount', amount);
    walk.day = day;
    const madeUp = makeUpDays.get(day);
    if (workingOnly && !isWorking(day)) walk.skipped.push(dayOff(calendar, day));
    else if (isPaused) walk.skipped.push({ date: formatDay(day), kind: 'paused' });
    else walk.missing -= 1;
    if (workingOnly && madeUp && !isPaused) walk.makeUpDays.push(madeUp);
  }
  const end = roll ? after(walk.day - 1, 1) : walk.day;
  for (; walk.day < end; walk.day += 1) walk.rolled.push(dayOff(calendar, walk.day));
  return walk;
}

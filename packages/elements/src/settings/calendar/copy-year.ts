import { vietnamCalendar, type WorkCalendar } from '@dvk/sdk/calendar';
import { kindOfDay } from '@dvk/sdk/settings';
import { isDate } from '@dvk/sdk/text';
import { yearOf } from './days.ts';
import type { WantedDays } from './edits.ts';

/** A day that is not copied, and why: its date is decided each year, or the day is off anyway. */
export interface NotCopied {
  date: string;
  name: string;
  why: 'yearly' | 'off';
}

/** Days whose date is another one each year. */
const moves = /^(?:tết nguyên đán|giỗ tổ|nghỉ\s+(?:bù|hoán\s+đổi)|làm\s+bù)/iu;

/**
 * What a year has to give to the next one: the days off on a fixed date, where the next year has none of its own from the nation.
 * Swaps, and days of the moon's calendar, are decided each year and have to be entered.
 */
export function copyToNextYear(calendar: WorkCalendar, year: number): { days: WantedDays; left: NotCopied[] } {
  const next = year + 1;
  const ofNation = new Set(vietnamCalendar.holidays.map(({ date }) => date));
  const isKnown = vietnamCalendar.holidays.some(({ date }) => yearOf(date) === next);
  const days: Record<string, WantedDays[string]> = {};
  const left: NotCopied[] = [];
  for (const { date, name, basis } of [...calendar.holidays, ...calendar.makeUpDays]) {
    if (yearOf(date) !== year || (isKnown && ofNation.has(date))) continue;
    const copy = `${next}${date.slice(4)}`;
    if (!isDate(copy) || moves.test(name) || kindOfDay(calendar, date).kind === 'made-up')
      left.push({ date, name, why: 'yearly' });
    else if (kindOfDay(calendar, copy).kind !== 'working') left.push({ date: copy, name, why: 'off' });
    else days[copy] = { kind: 'holiday', name, ...(basis && { basis }) };
  }
  return { days, left };
}

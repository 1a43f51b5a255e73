import type { LegalBasis } from '../law/index.ts';

/**
 * A block of working time in local clock time, `HH:MM` to `HH:MM`; `24:00` may end a block. A shift past midnight is two:
 * `00:00`–`06:00` and `22:00`–`24:00`.
 */
export interface Shift {
  readonly start: string;
  readonly end: string;
}

/** A named day that departs from the weekly pattern. */
export interface CalendarDay {
  /** `YYYY-MM-DD`, in the calendar's own time zone. */
  readonly date: string;
  /** What people call it: “Tết Nguyên đán (mùng 1)”. */
  readonly name: string;
  /** Why it holds, and how sure we are. */
  readonly basis?: LegalBasis;
}

/** Whose calendar it is. */
export interface CalendarScope {
  readonly level: 'nation' | 'province' | 'office';
  /** Place code or unit id. */
  readonly code?: string;
  readonly name?: string;
}

/**
 * A working calendar: plain data, safe to store as JSON and never changed in place – a new edition is a new object with
 * a new `version`. A date that is both a holiday and a make-up day is worked.
 */
export interface WorkCalendar {
  readonly id: string;
  /** Kept with every deadline, so that anyone can work it out again. */
  readonly version: string;
  /** IANA name, e.g. `Asia/Ho_Chi_Minh`. */
  readonly timeZone: string;
  /** Working weekdays, ISO: 1 = Monday … 7 = Sunday. */
  readonly weekdays: readonly number[];
  readonly holidays: readonly CalendarDay[];
  /** Days worked although the weekly pattern says rest; full days of `shifts`. */
  readonly makeUpDays: readonly CalendarDay[];
  /** Hours of a working day, in order, not overlapping (they may touch); {@link defaultShifts} when absent. */
  readonly shifts?: readonly Shift[];
  /** Hours of single weekdays (key 1–7) that differ: `{6: [{start: '07:30', end: '11:30'}]}`. */
  readonly weekdayShifts?: Readonly<Partial<Record<number, readonly Shift[]>>>;
  readonly scope?: CalendarScope;
  readonly basis?: readonly LegalBasis[];
  /**
   * Years whose days off have been announced. A result that touches any other year is provisional. Absent: the years of
   * which {@link holidays} lists a day.
   */
  readonly announcedYears?: readonly number[];
}

/** `month`: to the same-numbered day, or the last day of a shorter month (Civil Code 2015, article 148). */
export type TermUnit = 'working-day' | 'calendar-day' | 'month';

/** A length of time as a rule of law states it. */
export interface Term {
  /** Whole number, 0 or more. */
  readonly amount: number;
  readonly unit: TermUnit;
}

/** Choices {@link Term} leaves open. */
export interface TermOptions {
  /** Move an end that falls on a day off to the next working day (Civil Code 2015, article 148.5). Default `false`. */
  readonly rollToWorkingDay?: boolean;
}

import { InputError } from '../errors/index.ts';

/** Days since 1970-01-01. All date arithmetic happens on these integers; no clock and no time zone is involved. */
export type DayNumber = number;

/** 9999-12-31. */
export const lastDay: DayNumber = 2_932_896;

/** Days of the proleptic Gregorian calendar before 1 March of `year`, from 1970-01-01. */
function daysToMarch(year: number): number {
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) - 719_468;
}

/** `month` 1–12; a `day` beyond the month's end runs into the next month. */
export function toDay(year: number, month: number, day: number): DayNumber {
  const early = month < 3;
  // Counting from March puts the leap day last, so that month lengths follow one formula.
  return daysToMarch(early ? year - 1 : year) + Math.floor((153 * (early ? month + 9 : month - 3) + 2) / 5) + day - 1;
}

export interface CivilDate {
  year: number;
  month: number;
  day: number;
}

export function toCivil(day: DayNumber): CivilDate {
  let year = Math.floor((day + 719_468) / 365.2425);
  if (daysToMarch(year) > day) year -= 1;
  else if (daysToMarch(year + 1) <= day) year += 1;
  const ofYear = day - daysToMarch(year);
  const month = Math.floor((5 * ofYear + 2) / 153);
  return {
    year: month < 10 ? year : year + 1,
    month: month < 10 ? month + 3 : month - 9,
    day: ofYear - Math.floor((153 * month + 2) / 5) + 1,
  };
}

export function daysInMonth(year: number, month: number): number {
  return toDay(year, month + 1, 1) - toDay(year, month, 1);
}

const two = (value: number): string => (value < 10 ? `0${value}` : `${value}`);

/** `YYYY-MM-DD`. */
export function formatDay(day: DayNumber): string {
  const { year, month, day: ofMonth } = toCivil(day);
  return `${`${year}`.padStart(4, '0')}-${two(month)}-${two(ofMonth)}`;
}

/**
 * Reads `YYYY-MM-DD`.
 *
 * @throws InputError `not-a-date` at `pointer` for anything else, also for 30 February.
 */
export function parseDay(text: string, pointer: string): DayNumber {
  if (typeof text === 'string' && /^\d{4}-\d\d-\d\d$/.test(text)) {
    const year = +text.slice(0, 4);
    const month = +text.slice(5, 7);
    const day = +text.slice(8);
    if (month > 0 && month < 13 && day > 0 && (day < 29 || day <= daysInMonth(year, month))) {
      return toDay(year, month, day);
    }
  }
  throw new InputError('not-a-date', pointer, {
    vi: `Ngày không có thật hoặc không đúng dạng năm-tháng-ngày: “${text}”`,
    en: `Not a date that exists, or not YYYY-MM-DD: “${text}”`,
  });
}

/** ISO weekday, 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: DayNumber): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

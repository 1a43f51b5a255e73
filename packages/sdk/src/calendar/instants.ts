import { msPerDay, parseDay, type DayNumber } from './dates.ts';
import { fail } from './fail.ts';

/**
 * A moment: RFC 3339 text with its offset (`2026-02-13T16:30:00+07:00`, `…Z`), milliseconds since 1970, or a `Date`.
 * Functions that return a moment return it in the kind they were given; text comes back in UTC.
 */
export type Instant = string | number | Date;

export const msPerMinute = 60_000;

/** The end of 9999-12-30 in UTC: within the last year everywhere. */
export const lastMs = 253_402_214_400_000;

/** True for a plain date, which means a whole day. */
export function isPlainDate(when: Instant): when is string {
  return typeof when === 'string' && when.length === 10;
}

/** Local date-times without an offset are refused: they mean a different moment on every machine. */
export function toMs(instant: Instant, pointer: string): number {
  // `?.`, because `Number(null)` would be a moment in 1970.
  let ms: unknown = instant?.valueOf();
  if (typeof ms === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(ms)) {
    // `Date.parse` takes 30 February for 2 March.
    parseDay(ms.slice(0, 10), pointer);
    ms = Date.parse(ms);
  }
  // Within the years 0001–9999, so that every result can be written as a date.
  if (typeof ms === 'number' && ms > -62_000_000_000_000 && ms <= lastMs) return Math.trunc(ms);
  fail(
    'not-an-instant',
    pointer,
    instant,
    'Thời điểm cần có ngày, giờ và múi giờ, ví dụ 2026-05-10T08:00:00+07:00',
    'An instant needs date, time and offset, such as 2026-05-10T08:00:00+07:00',
  );
}

export function fromMs<I extends Instant>(ms: number, like: I): I {
  if (typeof like === 'number') return ms as I;
  const date = new Date(ms);
  return (typeof like === 'string' ? date.toISOString() : date) as I;
}

/** Việt Nam left UTC+8 at 00:00 on 13 June 1975 and has been on UTC+7 since. */
const vietnamFixedSince = 171_820_800_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** What the clocks of a zone are ahead of UTC at a moment, in milliseconds. */
function offsetAt(timeZone: string, ms: number): number {
  if (timeZone === 'Asia/Ho_Chi_Minh' && ms >= vietnamFixedSince) return 7 * 60 * msPerMinute;
  let format = formats.get(timeZone);
  if (!format) {
    try {
      // As text, because without a zone the platform would take its own.
      format = new Intl.DateTimeFormat('en', { timeZone: `${timeZone}`, timeZoneName: 'longOffset' });
    } catch {
      fail(
        'unknown-time-zone',
        '/calendar/timeZone',
        timeZone,
        'Không có múi giờ mang tên này; tên đúng có dạng Asia/Ho_Chi_Minh',
        'There is no time zone of this name; names look like Asia/Ho_Chi_Minh',
      );
    }
    formats.set(timeZone, format);
  }
  const [, sign, hours = 0, minutes = 0, seconds = 0] = /(.)(\d\d):(\d\d):?(\d\d)?$/.exec(format.format(ms)) ?? [];
  return (+hours * 3600 + +minutes * 60 + +seconds) * (sign === '-' ? -1000 : 1000);
}

/** The local date of a moment. */
export function dayAt(timeZone: string, ms: number): DayNumber {
  return Math.floor((ms + offsetAt(timeZone, ms)) / msPerDay);
}

/**
 * The moment of a local clock time, in minutes after 00:00 of `day`; 1440 is 24:00. Of a clock time that comes twice it is
 * the first, and of one that is jumped over the moment as far after the jump.
 */
export function msAt(timeZone: string, day: DayNumber, minute: number): number {
  const local = day * msPerDay + minute * msPerMinute;
  const withOffsetOf = (ms: number): number => local - offsetAt(timeZone, ms);
  const before = withOffsetOf(local - msPerDay);
  const after = withOffsetOf(before);
  return withOffsetOf(after) === after ? after : before;
}

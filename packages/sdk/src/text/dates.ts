import { InputError } from '../errors/index.ts';

const isoDate = /^(\d{4})-(\d\d)-(\d\d)$/;
const typedDate = /^(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{4})$/;
// Việt Nam has kept UTC+7 without summer time since 1975, so plain arithmetic is exact and needs no time-zone data.
const vietnamOffset = 7 * 60 * 60 * 1000;

/** True for a date that exists, written `YYYY-MM-DD`, from the year 1000 on. */
export function isDate(date: string): boolean {
  const [, year, month, day] = isoDate.exec(date) ?? [];
  if (!year || Number(year) < 1000) return false;
  const made = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return made.getUTCMonth() === Number(month) - 1 && made.getUTCDate() === Number(day);
}

/**
 * `2026-05-10` → `10/05/2026`.
 * @throws InputError `not-a-date`
 */
export function formatDate(date: string): string {
  return parts(date).toReversed().join('/');
}

/**
 * `2026-02-05` → `ngày 05 tháng 02 năm 2026`, as official documents write it: days below 10 and the months 1 and 2 take a
 * zero, other months do not (Nghị định 30/2020/NĐ-CP, reported).
 * @throws InputError `not-a-date`
 */
export function formatLongDate(date: string): string {
  const [year, month, day] = parts(date);
  return `ngày ${day} tháng ${Number(month) <= 2 ? month : Number(month)} năm ${year}`;
}

/**
 * The calendar date in Việt Nam (Asia/Ho_Chi_Minh) at an instant: `2026-05-09T20:00:00Z` → `2026-05-10`.
 * @param instant RFC 3339 text, milliseconds since 1970, or a `Date`
 * @throws InputError `not-an-instant`
 */
export function dateInVietnam(instant: string | number | Date): string {
  return inVietnam(instant).slice(0, 10);
}

/**
 * Date and clock time in Việt Nam: `2026-05-09T20:05:00Z` → `10/05/2026 03:05`, whatever the zone of the machine.
 * @param instant RFC 3339 text, milliseconds since 1970, or a `Date`
 * @throws InputError `not-an-instant`
 */
export function formatDateTime(instant: string | number | Date): string {
  const local = inVietnam(instant);
  return `${formatDate(local.slice(0, 10))} ${local.slice(11, 16)}`;
}

/**
 * Reads a date as people type it – `1/2/2026`, `01-02-2026`, `1.2.2026`, always day first – or `2026-02-01`, and gives
 * `YYYY-MM-DD`; `undefined` when it is none of these or the day does not exist. Years have four digits.
 */
export function parseDate(typed: string): string | undefined {
  const text = typed.trim();
  const [, day, , month, year] = typedDate.exec(text) ?? [];
  const date = year ? `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}` : text;
  return isDate(date) ? date : undefined;
}

function parts(date: string): string[] {
  if (!isDate(date)) {
    throw new InputError('not-a-date', '/date', {
      vi: `“${date}” không phải là ngày có thật dạng năm-tháng-ngày (ví dụ 2026-05-10).`,
      en: `“${date}” is not an existing date written YYYY-MM-DD.`,
    });
  }
  return date.split('-');
}

function inVietnam(instant: string | number | Date): string {
  const time = new Date(instant).getTime();
  const local = new Date(time + vietnamOffset);
  // A text without offset would be read in the machine's own zone: refuse it rather than shift it.
  const floating = typeof instant === 'string' && !/(?:z|[+-]\d\d:?\d\d)$/i.test(instant);
  if (floating || Number.isNaN(local.getTime()) || local.getUTCFullYear() < 1000 || local.getUTCFullYear() > 9999) {
    throw new InputError('not-an-instant', '/instant', {
      vi: 'Thời điểm phải có ngày, giờ và múi giờ (ví dụ 2026-05-10T03:05:00+07:00).',
      en: 'An instant needs date, time and offset, such as 2026-05-10T03:05:00+07:00.',
    });
  }
  return local.toISOString();
}

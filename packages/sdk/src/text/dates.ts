import { InputError, type Bilingual } from '../errors/index.ts';
import { checkedDate } from './checked-date.ts';

// Việt Nam has been on UTC+7 without summer time since 1975, so plain arithmetic is exact and needs no time-zone data.
const vietnamOffset = 7 * 60 * 60 * 1000;

/**
 * `2026-05-10` → `10/05/2026`.
 * @throws InputError `not-a-date`
 */
export function formatDate(date: string): string {
  return parts(date).reverse().join('/');
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
 * The moment at which a day begins in Việt Nam: `2026-05-10` → `2026-05-09T17:00:00.000Z`.
 *
 * @param after - so many days later
 * @throws InputError `not-a-date`
 */
export function startOfDayInVietnam(day: string, after = 0): string {
  // There is no summer time.
  return new Date(Date.parse(`${checkedDate(day)}T00:00:00+07:00`) + after * 86_400_000).toISOString();
}

/** A language of the texts that the SDK makes. */
type Locale = keyof Bilingual;

const weekdays: Readonly<Record<Locale, readonly string[]>> = {
  vi: ['Chủ Nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};

/**
 * `2026-12-11` → `11/12/2026 (thứ Sáu)`; without `year`, for lists, `11/12 (thứ Sáu)`.
 * @throws InputError `not-a-date`
 */
export function formatDateWithWeekday(date: string, locale: Locale = 'vi', { year = true } = {}): string {
  const day = formatDate(date);
  return `${year ? day : day.slice(0, 5)} (${weekdays[locale][new Date(date).getUTCDay()]})`;
}

/**
 * Clock time and date in Việt Nam: `2026-11-29T00:43:00Z` → `07:43 ngày 29/11/2026`, whatever the zone of the machine.
 * @param instant RFC 3339 text, milliseconds since 1970, or a `Date`
 * @throws InputError `not-an-instant`
 */
export function formatMoment(instant: string | number | Date, locale: Locale = 'vi'): string {
  const local = inVietnam(instant);
  return `${local.slice(11, 16)} ${{ vi: 'ngày', en: 'on' }[locale]} ${formatDate(local.slice(0, 10))}`;
}

/**
 * When something is due, in Việt Nam: the end of a day as `Hết ngày 11/12/2026 (thứ Sáu)`, any other instant as
 * `17:00 ngày 11/12/2026 (thứ Sáu)`.
 * @param instant RFC 3339 text, milliseconds since 1970, or a `Date`
 * @throws InputError `not-an-instant`
 */
export function formatDue(instant: string | number | Date, locale: Locale = 'vi'): string {
  const local = inVietnam(instant);
  const [day, time] = [formatDateWithWeekday(local.slice(0, 10), locale), local.slice(11, 16)];
  if (time === '23:59') return `${{ vi: 'Hết ngày', en: 'End of' }[locale]} ${day}`;
  return `${time} ${{ vi: 'ngày', en: 'on' }[locale]} ${day}`;
}

const parts = (date: string): string[] => checkedDate(date).split('-');

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

import { InputError, type Bilingual } from '../errors/index.ts';
import { isDate } from './is-date.ts';
import { plainForm } from './plain-form.ts';

const dayFirst = /^(\d{1,2}) ?([/.,·\\ -]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})$/;
const yearFirst = /^(\d{4}) ?([/.-]) ?(\d{1,2}) ?\2 ?(\d{1,2})$/;
const inWords = /^(\d{1,2}),? tháng (\d{1,2})(?:,? năm |, ?| ?\/ ?| )(\d{4}|\d{2})$/i;
/** Keypads of telephones have no slash. A year before 1300 is a month: that is `20111201`. */
const eightDigits = /^(\d\d)(\d\d)(1[3-9]\d\d|[2-9]\d{3})$/;
const eightDigitsYearFirst = /^(\d{4})(\d\d)(\d\d)$/;
/** What may precede a date in a letter or a calendar: place or day of the week, and “ngày”. */
const before =
  /^(?:(?:(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|t[2-7]|chủ nhật|cn),? |[\p{L} .'-]{1,60}, ?(?=ngày ))(?:ngày:? )?|ngày:? )?(?:m[ùồ]ng )?/iu;
/** Quotes and brackets around it, the end of a sentence, a time that a table or program put behind. */
const around = /^["'([]+|[\])"'.,;]+$/g;
const timeBehind = /(?<=\d)[ T]\d\d?:\d\d(?::\d\d(?:\.\d+)?)?$/;
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

/** A typed date, or what is wrong with it; no `fault` where the text is nothing like a date. */
export type DateReading = { date: string; fault?: never } | { date?: never; fault?: Bilingual };

/**
 * Reads a date as people type it – `1/2/2026`, `01-02-2026`, `1.2.26`, `01022026`, `ngày 1 tháng 2 năm 2026`, always day
 * first – or year first (`2026-02-01`, `2026/2/1`, `20260201`), also with the day of the week, the place of a letter or a time beside it. A year of two digits is one of 1950–2049, or a hundred years before or after where only that is `between` (1/12/30 is in 1930 for
 * a day of birth). A date without year, a month
 * above 12 and a day that does not exist are explained in `fault`.
 */
export function readDate(typed: string, between: { min?: string; max?: string } = {}): DateReading {
  const text = plainForm(typed);
  const [day, month, year] = partsOf(text);
  if (!year) {
    return /^(?:ngày )?\d{1,2} ?(?:[/.-]|tháng) ?\d{1,2}$/i.test(text)
      ? {
          fault: {
            vi: 'Còn thiếu năm: nhập đủ ngày/tháng/năm, ví dụ 15/10/2026.',
            en: 'The year is missing: day/month/year.',
          },
        }
      : {};
  }
  const centuries = year.length === 4 ? [''] : year < '50' ? ['20', '19'] : ['19', '20'];
  const dates = centuries.map((century) => `${century}${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`);
  const { min = '', max = '9999' } = between;
  const date = dates.find((each) => isDate(each) && min <= each && each <= max) ?? dates[0]!;
  if (isDate(date)) return { date };
  return { fault: noSuchDay(Number(day), Number(month), date.slice(0, 4)) };
}

/** {@link readDate} for those who need no reason: `YYYY-MM-DD`, or `undefined`. */
export function parseDate(typed: string): string | undefined {
  return readDate(typed).date;
}

/** Day, month and year as written. */
function partsOf(written: string): string[] {
  const text = written.replace(around, '').replace(timeBehind, '').replace(before, '');
  const [, day = '', , month = '', year = ''] = dayFirst.exec(text) ?? [];
  if (year) return [day, month, year];
  const reversed = yearFirst.exec(text);
  if (reversed) return [reversed[4]!, reversed[3]!, reversed[1]!];
  const inOrder = inWords.exec(text) ?? eightDigits.exec(text);
  return (inOrder ?? eightDigitsYearFirst.exec(text)?.reverse() ?? []).slice(inOrder ? 1 : 0, inOrder ? 4 : 3);
}

function noSuchDay(day: number, month: number, year: string): Bilingual {
  if (month < 1 || month > 12)
    return {
      vi: `Không có tháng ${month}; nhập ngày trước, tháng sau, ví dụ 15/10/2026.`,
      en: `There is no month ${month}; enter the day first, such as 15/10/2026.`,
    };
  return {
    vi: `Tháng ${month} năm ${year} không có ngày ${day}.`,
    en: `There is no day ${day} in month ${month} of ${year}.`,
  };
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

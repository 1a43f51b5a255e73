import type { Bilingual } from '../errors/index.ts';
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

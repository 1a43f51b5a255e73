import { isDate } from '@dvk/sdk/text';
import type { PaperSide } from '../profiles/profile.ts';
import type { Rule } from './rule.ts';

/** Numbers and symbols of each side; a law has its year in the middle. */
export const numberPatterns: Readonly<Record<PaperSide, RegExp>> = {
  state: /^\d+(?:\/\d{4})?\/[A-ZĐ]+\d*(?:-[A-ZĐ0-9]+)*$/u,
  party: /^\d+-[A-ZĐ]+[a-z]*\/[A-ZĐ]+(?:[-.][A-ZĐ0-9]+)*$/u,
};

const examples = { state: 'Số: 12/BC-SNV', party: 'Số 12-BC/BTGDV' } as const;

/** A number stands in a line of its own in the head. */
export const numberRule: Rule = ({ lines, side, isForm }, report) => {
  const head = lines
    .slice(0, 14)
    .flatMap(({ text, ...line }) => text.split(/[\t\n]/).map((part) => ({ ...line, text: part })));
  const line = head.find(({ text }) => /^Số\s*:?\s/u.test(text));
  if (!line) {
    if (!isForm) report('number-missing', 'error', undefined, 'Chưa có số và ký hiệu', 'There is no number and symbol');
    return;
  }
  const [, colon, written] = /^Số(\s*:)?\s*(.*)$/u.exec(line.text)!;
  const number = written!.trim();
  if (/^[/.…-]|^$/.test(number)) {
    report('number-open', 'warning', line, 'Số còn để trống', 'The number is still open');
    return;
  }
  const hasColon = colon !== undefined;
  if (numberPatterns[side].test(number) && hasColon === (side === 'state')) return;
  report(
    'number-malformed',
    'error',
    line,
    `Số và ký hiệu không đúng thể thức; ví dụ đúng: “${examples[side]}”`,
    `Number and symbol are not of the form “${examples[side]}”`,
  );
};

const longDate = /ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/giu;

/** Days below 10 and the months 1 and 2 have a zero, other months have none; a date exists. */
export const dateRule: Rule = ({ lines }, report) => {
  let found = false;
  for (const line of lines)
    for (const [written, day, month, year] of line.text.matchAll(longDate)) {
      found = true;
      const date = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
      if (!isDate(date)) {
        report(
          'date-not-real',
          'error',
          line,
          `Không có ngày này: “${written}”`,
          `There is no such date: “${written}”`,
        );
        continue;
      }
      const wanted = [day!.padStart(2, '0'), Number(month) <= 2 ? month!.padStart(2, '0') : String(Number(month))];
      if (wanted[0] !== day || wanted[1] !== month)
        report(
          'date-zeros',
          'error',
          line,
          `Viết “ngày ${wanted[0]} tháng ${wanted[1]} năm ${year}”: thêm số 0 trước ngày dưới 10 và tháng 1, 2`,
          `Write “ngày ${wanted[0]} tháng ${wanted[1]} năm ${year}”: a zero before days below 10 and the months 1 and 2`,
        );
    }
  if (!found) report('date-missing', 'error', undefined, 'Chưa có ngày, tháng, năm', 'There is no date');
};

import { InputError } from '../errors/index.ts';
import { isDate } from './is-date.ts';

/**
 * The date, if it is one that exists, `YYYY-MM-DD`.
 *
 * @throws InputError `not-a-date`
 */
export function checkedDate(date: string): string {
  if (isDate(date)) return date;
  throw new InputError('not-a-date', '/date', {
    vi: `“${date}” không phải là ngày có thật dạng năm-tháng-ngày (ví dụ 2026-05-10).`,
    en: `“${date}” is not an existing date written YYYY-MM-DD.`,
  });
}

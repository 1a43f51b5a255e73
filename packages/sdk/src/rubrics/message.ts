import { InputError, type Bilingual } from '../errors/input-error.ts';
import { MAX_DEPTH, MAX_NODES } from './limits.ts';

/** A value inside a message: points in hundredths, a text in both languages (Vietnamese where no English is given), or plain text. */
export type MessageValue = number | string | { vi: string; en?: string | undefined };

/** A short version of `formatPoints`, so that a page that only scores does not load the formatters of `text`. */
function points(hundredths: number, locale: 'vi' | 'en'): string {
  const text = String(hundredths / 100);
  return locale === 'vi' ? text.replace('.', ',') : text;
}

/** One sentence in both languages; `$0`, `$1` … stand for the values, each written as its language does. */
export function message(vi: string, en: string, ...values: MessageValue[]): Bilingual {
  const fill = (template: string, locale: 'vi' | 'en') =>
    template.replace(/\$(\d)/g, (_, at: string) => {
      const value = values[Number(at)]!;
      if (typeof value === 'number') return points(value, locale);
      return typeof value === 'string' ? value : (value[locale] ?? value.vi);
    });
  return { vi: fill(vi, 'vi'), en: fill(en, 'en') };
}

/** Throws the `InputError` that names what is wrong and where. */
export function refuse(code: string, pointer: string, vi: string, en: string, ...values: MessageValue[]): never {
  throw new InputError(code, pointer, message(vi, en, ...values));
}

export function refuseUnknown(code: string, pointer: string, name: string): never {
  refuse(code, pointer, 'Bộ tiêu chí không có “$0”', 'The rubric has no “$0”', name);
}

export function refuseTwice(code: string, pointer: string, name: string): never {
  refuse(code, pointer, '“$0” xuất hiện hai lần; chỉ để lại một', '“$0” is given twice; keep one', name);
}

/** For a criteria tree beyond `MAX_NODES` or `MAX_DEPTH`. */
export function refuseTooLarge(pointer: string): never {
  refuse(
    'too-large',
    pointer,
    'Bộ tiêu chí có hơn $0 tiêu chí và nhóm, hoặc hơn $1 cấp',
    'The rubric has more than $0 criteria and groups, or more than $1 levels',
    String(MAX_NODES),
    String(MAX_DEPTH),
  );
}

/** Whether a value can be points: an integer count of hundredths, 0 to 10,000 points; or another count up to `most`. */
export function isPoints(value: number, most = 1_000_000): boolean {
  return Number.isInteger(value) && value >= 0 && value <= most;
}

/** The value, if it can be points. */
export function checkPoints(value: number, pointer: string): number {
  if (isPoints(value)) return value;
  return refuse(
    'not-points',
    pointer,
    'Điểm phải là số nguyên từ 0 đến 1000000, tính theo phần trăm điểm',
    'Points must be a whole number of hundredths, 0 to 1000000',
  );
}

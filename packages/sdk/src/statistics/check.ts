import { InputError } from '../errors/index.ts';

/** Throws an {@link InputError}; shaped so that it can stand where a value is expected. */
export function refuse(code: string, pointer: string, vi: string, en: string): never {
  throw new InputError(code, pointer, { vi, en });
}

/** A finite number within `[low, high]`. */
export function numberIn(value: unknown, pointer: string, low = -Infinity, high = Infinity): number {
  if (typeof value !== 'number' || !Number.isFinite(value))
    refuse('not-a-number', pointer, 'Giá trị phải là một số hữu hạn.', 'The value must be a finite number.');
  if (value < low || value > high)
    refuse(
      'out-of-range',
      pointer,
      `Giá trị phải nằm trong khoảng từ ${low} đến ${high}.`,
      `The value must lie between ${low} and ${high}.`,
    );
  return value;
}

/** A whole number within `[low, high]`. */
export function wholeIn(value: unknown, pointer: string, low: number, high = Infinity): number {
  const number = numberIn(value, pointer, low, high);
  return Number.isInteger(number)
    ? number
    : refuse('not-whole', pointer, 'Giá trị phải là số nguyên.', 'The value must be a whole number.');
}

/** A count of things that happened: whole and not negative. */
export function countAt(value: unknown, pointer: string): number {
  const number = numberIn(value, pointer);
  if (number < 0) refuse('negative-count', pointer, 'Số lượng không được là số âm.', 'A count cannot be negative.');
  if (!Number.isInteger(number))
    refuse('fractional-count', pointer, 'Số lượng phải là số nguyên.', 'A count must be a whole number.');
  return number;
}

/** One of a closed list of words. */
export function oneOf<T extends string>(value: T, words: readonly T[], pointer: string): T {
  return words.includes(value)
    ? value
    : refuse(
        'unknown-option',
        pointer,
        `Chỉ nhận một trong: ${words.join(', ')}.`,
        `Expected one of: ${words.join(', ')}.`,
      );
}

/** A list, of a given length when one is given. */
export function listOf<T>(value: readonly T[], pointer: string, length?: number): readonly T[] {
  if (!Array.isArray(value) && !ArrayBuffer.isView(value))
    refuse('not-a-list', pointer, 'Phải là một danh sách.', 'A list is expected.');
  if (length !== undefined && value.length !== length)
    refuse('wrong-length', pointer, `Danh sách phải có ${length} phần tử.`, `The list must have ${length} entries.`);
  return value;
}

/** A table whose rows are equally long; returns the number of columns. */
export function tableOf(rows: readonly (readonly unknown[])[], pointer: string): number {
  listOf(rows, pointer);
  const columns = rows.length ? listOf(rows[0]!, `${pointer}/0`).length : 0;
  rows.forEach((row, i) => {
    if (listOf(row, `${pointer}/${i}`).length !== columns)
      refuse(
        'ragged-table',
        `${pointer}/${i}`,
        `Các dòng của bảng phải có cùng số cột (${columns}).`,
        `Every row of the table must have the same number of columns (${columns}).`,
      );
  });
  return columns;
}

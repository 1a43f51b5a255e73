import { InputError } from '../errors/index.ts';

/** Throws an {@link InputError}; returns `never`, so that it can be used where a value is expected. */
export function refuse(code: string, pointer: string, vi: string, en: string): never {
  throw new InputError(code, pointer, { vi, en });
}

/** A finite number within `[low, high]`. */
export function numberIn(value: unknown, pointer: string, low = -Infinity, high = Infinity): number {
  if (typeof value !== 'number' || !Number.isFinite(value))
    refuse('not-a-number', pointer, 'Giá trị phải là một số hữu hạn.', 'The value must be a finite number.');
  if (value < low || value > high) {
    const bounds = `[${low}; ${high}]`.replaceAll('Infinity', '∞');
    refuse('out-of-range', pointer, `Giá trị phải thuộc ${bounds}.`, `The value must lie in ${bounds}.`);
  }
  return value;
}

/** The number, or `undefined` where a division by zero or the like left none. */
export function known(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}

/** A whole number within `[low, high]`. */
export function wholeIn(value: unknown, pointer: string, low: number, high = Infinity): number {
  const number = numberIn(value, pointer, low, high);
  return Number.isInteger(number)
    ? number
    : refuse('not-whole', pointer, 'Giá trị phải là số nguyên.', 'The value must be a whole number.');
}

/** A count of things that happened: whole and not negative, up to ten million. */
export function countAt(value: unknown, pointer: string): number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 1e7
    ? (value as number)
    : refuse(
        'not-a-count',
        pointer,
        'Số lượng phải là số nguyên từ 0 đến 10 triệu.',
        'A count must be a whole number from 0 to ten million.',
      );
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
export function listOf<T>(value: readonly T[], pointer: string, length?: number, code = 'wrong-length'): readonly T[] {
  if (!Array.isArray(value) && !(ArrayBuffer.isView(value) && 'length' in value))
    refuse('not-a-list', pointer, 'Phải là một danh sách.', 'A list is expected.');
  if (length !== undefined && value.length !== length)
    refuse(code, pointer, `Phải có đúng ${length} giá trị.`, `Exactly ${length} values are expected.`);
  return value;
}

/** A table whose rows are equally long; returns the number of columns. */
export function tableOf(rows: readonly (readonly unknown[])[], pointer: string): number {
  const columns = listOf(rows, pointer)[0]?.length ?? 0;
  for (let i = 0; i < rows.length; i++) listOf(rows[i]!, `${pointer}/${i}`, columns, 'ragged-table');
  return columns;
}

/** The same, of finite numbers from `low` upwards; a cell left out is refused like one that is not a number. */
export function numberTable(rows: readonly (readonly number[])[], pointer: string, low?: number): number {
  const columns = tableOf(rows, pointer);
  // Not `forEach`, which passes over the holes of a sparse list.
  for (let i = 0; i < rows.length; i++)
    for (let j = 0; j < columns; j++) numberIn(rows[i]![j], `${pointer}/${i}/${j}`, low);
  return columns;
}

/** Reads the settings of a function: each with its default, its bounds and its place for the error. */
export function settingsOf<T extends object>(settings: T, pointer: string) {
  // A word or number in place of settings has none, and fails at the first one required.
  if (!settings) refuse('missing', pointer, 'Thiếu tùy chọn.', 'Settings are expected.');
  const at = (name: keyof T & string) => `${pointer}/${name}`;
  return {
    /** A number; required when the fallback is `undefined`. */
    number: (name: keyof T & string, fallback?: number, low?: number, high?: number) =>
      numberIn(settings[name] ?? fallback, at(name), low, high),
    whole: (name: keyof T & string, fallback: number | undefined, low: number, high?: number) =>
      wholeIn(settings[name] ?? fallback, at(name), low, high),
    word: <W extends string>(name: keyof T & string, words: readonly W[], fallback?: W) =>
      oneOf((settings[name] ?? fallback) as W, words, at(name)),
  };
}

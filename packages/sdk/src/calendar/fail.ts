import { InputError } from '../errors/index.ts';

/** Throws an {@link InputError} that quotes the value at fault. One place, because browsers download every sentence. */
export function fail(code: string, pointer: string, value: unknown, vi: string, en: string): never {
  const quoted = `: “${value as string}”`;
  throw new InputError(code, pointer, { vi: vi + quoted, en: en + quoted });
}

/** For a term that does not end before the year 10000, or that the calendar has no working time for. */
export function failTooLong(pointer: string, amount: number): never {
  fail('out-of-range', pointer, amount, 'Lịch không đủ ngày', 'Calendar runs out');
}

/** @throws InputError `not-an-amount` unless `amount` is a whole number, 0 or more. */
export function checkAmount(amount: number, pointer: string): void {
  if (!Number.isSafeInteger(amount) || amount < 0) {
    fail('not-an-amount', pointer, amount, 'Cần số nguyên từ 0', 'Not a whole number from 0');
  }
}

import { InputError } from '../errors/index.ts';

/** Throws an {@link InputError} that quotes the value at fault. */
export function fail(code: string, pointer: string, value: unknown, vi: string, en: string): never {
  const quoted = `: “${value as string}”`;
  throw new InputError(code, pointer, { vi: vi + quoted, en: en + quoted });
}

/** For a term that does not end before the year 10000, or that the calendar has no working time for. */
export function failTooLong(pointer: string, amount: number): never {
  fail(
    'out-of-range',
    pointer,
    amount,
    'Thời hạn kết thúc sau năm 9999, hoặc lịch không đủ giờ làm việc',
    'The term ends after the year 9999, or the calendar has too little working time',
  );
}

/** @throws InputError `not-an-amount` unless `amount` is a whole number, 0 or more. */
export function checkAmount(amount: number, pointer: string): void {
  if (!Number.isSafeInteger(amount) || amount < 0) {
    fail(
      'not-an-amount',
      pointer,
      amount,
      'Thời lượng phải là số nguyên, từ 0 trở lên',
      'The amount must be a whole number, 0 or more',
    );
  }
}

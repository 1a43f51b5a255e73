import { makeCode } from '@dvk/sdk/text';

/** Gives out codes of records, numbered from 1 for each prefix and day, as the server does. */
export class CodeCounter {
  readonly #last = new Map<string, number>();

  /** The next code, e.g. `PA-261123-0042-K`. */
  next(prefix: string, day: string): string {
    const key = `${prefix} ${day}`;
    const number = (this.#last.get(key) ?? 0) + 1;
    this.#last.set(key, number);
    return makeCode(prefix, day, number);
  }
}

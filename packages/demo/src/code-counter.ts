/** Numbers counted up within a scope, as `nextSerial` does one by one. */
export class SerialBook {
  readonly #last = new Map<string, number>();

  next(scope: string): number {
    const number = (this.#last.get(scope) ?? 0) + 1;
    this.#last.set(scope, number);
    return number;
  }

  /** Scope and last number given. */
  entries(): [string, number][] {
    return [...this.#last];
  }
}

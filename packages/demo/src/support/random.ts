import { createHash } from 'node:crypto';

/**
 * Random choices that can be repeated: the same key gives the same ones. Every record has a source of its own, so that what
 * one record needs never changes the next.
 */
export class Random {
  readonly #key: string;
  #block = Buffer.alloc(0);
  #blocks = 0;

  constructor(...key: readonly (string | number)[]) {
    this.#key = key.join('/');
  }

  /** A number from 0 up to, not with, 1. */
  next(): number {
    if (this.#block.length < 4) {
      this.#block = createHash('sha256')
        .update(`${this.#key}#${this.#blocks++}`)
        .digest();
    }
    const value = this.#block.readUInt32BE(0) / 2 ** 32;
    this.#block = this.#block.subarray(4);
    return value;
  }

  /** A whole number from `least` to `most`. */
  integer(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** `true` as often as the share says: 0 never, 1 always. */
  chance(share: number): boolean {
    return this.next() < share;
  }

  /** One of the choices, each as often as the others. */
  pick<T>(choices: readonly T[]): T {
    return choices[Math.floor(this.next() * choices.length)]!;
  }

  /** One of the keys, each as often as its weight says. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K {
    const entries = Object.entries(weights) as [K, number][];
    let rest = this.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [key, weight] of entries) {
      rest -= weight;
      if (rest < 0) return key;
    }
    return entries.at(-1)![0];
  }

  /** The same items in another order. */
  shuffled<T>(items: readonly T[]): T[] {
    const mixed = [...items];
    for (let at = mixed.length - 1; at > 0; at -= 1) {
      const other = this.integer(0, at);
      [mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!];
    }
    return mixed;
  }
}

/** An identifier that depends on nothing but its key (RFC 9562 version 8). */
export function stableId(...key: readonly (string | number)[]): string {
  const bytes = createHash('sha256').update(key.join('/')).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** Whether an id was made by {@link stableId}: those that the server makes are of version 7. */
export function isStableId(id: string): boolean {
  return id.charAt(14) === '8';
}

/**
 * Shares a total out in proportion, in whole numbers that add up to it (largest remainder). What has a share at all gets
 * at least one while there are enough.
 */
export function apportion<K extends string>(total: number, shares: Readonly<Record<K, number>>): Record<K, number> {
  const keys = (Object.keys(shares) as K[]).filter((key) => shares[key] > 0);
  const sum = keys.reduce((whole, key) => whole + shares[key], 0);
  const exact = keys.map((key) => ({ key, value: (total * shares[key]) / sum }));
  const result = Object.fromEntries(Object.keys(shares).map((key) => [key, 0])) as Record<K, number>;
  let left = total;
  for (const { key, value } of exact) {
    result[key] = Math.floor(value);
    left -= result[key];
  }
  for (const { key } of exact.toSorted((a, b) => (b.value % 1) - (a.value % 1)).slice(0, left)) result[key] += 1;
  if (total < keys.length) return result;
  for (const key of keys.filter((each) => result[each] === 0)) {
    const largest = keys.reduce((most, each) => (result[each] > result[most] ? each : most));
    result[largest] -= 1;
    result[key] += 1;
  }
  return result;
}

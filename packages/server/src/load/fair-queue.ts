import type { Bilingual } from '@dvk/sdk/errors';
import { HttpProblem } from '../problems/problem.ts';
import { fitsShare } from './fair-share.ts';

export interface FairQueueOptions {
  /** The total cost that runs at a time. Work that costs more runs alone. */
  atOnce: number;
  /** The total cost that may run and wait. A caller who is alone gets a ninth of it. */
  room: number;
  /** The expected cost done per second, until it has been measured. */
  speed: number;
  /** Milliseconds after which waiting work is refused. */
  timeout?: number;
  /** For tests: milliseconds of a clock that never goes back. */
  now?: () => number;
}

interface Waiting {
  cost: number;
  begin: () => void;
}

const busy: Bilingual = {
  vi: 'Máy chủ đang xử lý nhiều tệp, nên chưa nhận thêm tệp này. Vui lòng gửi lại sau ít giây.',
  en: 'The server is busy with other files; this one was not taken. Please retry in a few seconds.',
};

/** Well below the minute after which proxies give up. */
const defaultTimeout = 20_000;
/** The weight of earlier measurements against a new one. */
const smoothing = 0.9;

/**
 * A queue for work on a scarce resource, such as disk space or image processing, that runs a limited total cost at a time.
 * Callers take turns, however much each of them has queued. Work that does not fit is refused with a `Retry-After`.
 */
export class FairQueue {
  readonly #options: FairQueueOptions;
  readonly #now: () => number;
  /** Waiting work by caller, in the order of their next turns. */
  readonly #waiting = new Map<string, Waiting[]>();
  /** The cost that each caller has running and waiting. */
  readonly #held = new Map<string, number>();
  #running = 0;
  #total = 0;
  #done: number;
  #seconds = 1;
  #lastChange = 0;

  constructor(options: FairQueueOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => performance.now());
    this.#done = options.speed;
  }

  /**
   * Runs the work when its turn comes.
   *
   * @param caller who takes turns with others; `undefined` where nobody can tell callers apart
   * @throws HttpProblem `unavailable` with `Retry-After` when there is no room to wait, or no turn within the timeout
   */
  async run<T>(caller: string | undefined, cost: number, work: () => Promise<T>): Promise<T> {
    const name = caller ?? '';
    const mine = this.#held.get(name) ?? 0;
    const { room } = this.#options;
    if (!fitsShare(cost, { total: room, used: this.#total, mine: caller === undefined ? undefined : mine }))
      throw this.#refusal();
    this.#hold(name, cost);
    try {
      await this.#turn(name, cost);
      try {
        return await work();
      } finally {
        this.#finish(cost);
      }
    } finally {
      this.#hold(name, -cost);
      this.#beginNext();
    }
  }

  /** `Retry-After` is the time in which everything queued now should be done. */
  #refusal(): HttpProblem {
    const wait = Math.max(1, Math.ceil((this.#total * this.#seconds) / this.#done));
    return new HttpProblem('unavailable', { detail: busy, headers: { 'retry-after': String(wait) } });
  }

  #hold(name: string, cost: number): void {
    this.#total += cost;
    const held = (this.#held.get(name) ?? 0) + cost;
    if (held > 0) this.#held.set(name, held);
    else this.#held.delete(name);
  }

  #turn(name: string, cost: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const item: Waiting = {
        cost,
        begin: () => {
          clearTimeout(late);
          if (this.#running === 0) this.#lastChange = this.#now();
          this.#running += cost;
          resolve();
        },
      };
      const late = setTimeout(() => {
        this.#leave(name, item);
        reject(this.#refusal());
      }, this.#options.timeout ?? defaultTimeout);
      const others = this.#waiting.get(name);
      if (others) others.push(item);
      else this.#waiting.set(name, [item]);
      this.#beginNext();
    });
  }

  #leave(name: string, item: Waiting): void {
    const left = this.#waiting.get(name)!.filter((each) => each !== item);
    if (left.length > 0) this.#waiting.set(name, left);
    else this.#waiting.delete(name);
  }

  #beginNext(): void {
    for (const [name, [item, ...others]] of this.#waiting) {
      if (this.#running > 0 && this.#running + item!.cost > this.#options.atOnce) return;
      // Inserted again, so that this caller comes after all others.
      this.#waiting.delete(name);
      if (others.length > 0) this.#waiting.set(name, others);
      item!.begin();
    }
  }

  #finish(cost: number): void {
    this.#running -= cost;
    const now = this.#now();
    this.#done = this.#done * smoothing + cost;
    this.#seconds = this.#seconds * smoothing + (now - this.#lastChange) / 1000;
    this.#lastChange = now;
  }
}

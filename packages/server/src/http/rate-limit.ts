import { HttpProblem } from '../problems/problem.ts';

/** A token bucket: its size, and the tokens added per minute. */
export interface RateLimit {
  burst: number;
  perMinute: number;
}

export interface RateLimits {
  /** Reads by one signed-in person, or from one address. */
  read: RateLimit;
  /** Writes by one signed-in person. */
  write: RateLimit;
  /** Writes from one address, signed out. */
  anonymousWrite: RateLimit;
  /** Tokens from one address that were refused. */
  refusedToken: RateLimit;
  /** Readiness checks from one address, of each server; counted apart from reads, so that those cannot block them. */
  probe: RateLimit;
}

export const defaultRateLimits: RateLimits = {
  read: { burst: 240, perMinute: 600 },
  write: { burst: 60, perMinute: 120 },
  anonymousWrite: { burst: 20, perMinute: 20 },
  refusedToken: { burst: 60, perMinute: 120 },
  probe: { burst: 120, perMinute: 600 },
};

/** What is counted, and for whom. */
export interface Counted {
  tenant: string;
  /** The kind of request and who makes it. */
  caller: string;
}

export interface RateLimiter {
  /** @throws HttpProblem `rate-limited` with `Retry-After` in whole seconds */
  take(counted: Counted, limit: RateLimit, now: number): Promise<void>;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** So many callers are remembered by one process; of more, those that came longest ago are forgotten. */
export const mostBuckets = 100_000;

/** The refusal of who has to wait so many milliseconds. */
export function refusal(wait: number): HttpProblem {
  const seconds = Math.max(1, Math.ceil(wait / 1000));
  return new HttpProblem('rate-limited', { headers: { 'retry-after': String(seconds) } });
}

/** Token buckets of one process: where there is only one, or for what each server counts by itself. */
export class LocalRateLimiter implements RateLimiter {
  readonly #buckets = new Map<string, Bucket>();

  async take(counted: Counted, limit: RateLimit, now: number): Promise<void> {
    const wait = this.waitFor(counted, limit, now);
    if (wait > 0) throw refusal(wait);
  }

  /** Takes a token; gives how many milliseconds there will be none, 0 where there was one. */
  waitFor({ tenant, caller }: Counted, limit: RateLimit, now: number): number {
    const key = `${tenant}\n${caller}`;
    const perMillisecond = limit.perMinute / 60_000;
    const before = this.#buckets.get(key) ?? { tokens: limit.burst, at: now };
    const tokens = Math.min(limit.burst, before.tokens + Math.max(0, now - before.at) * perMillisecond);
    // Inserted again, so that the map stays in order of last use and the least recently used is dropped first.
    this.#buckets.delete(key);
    this.#buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: now });
    if (this.#buckets.size > mostBuckets) this.#buckets.delete(this.#buckets.keys().next().value!);
    return tokens >= 1 ? 0 : (1 - tokens) / perMillisecond;
  }
}

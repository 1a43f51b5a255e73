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
  /** Readiness checks from one address; counted apart from reads, so that those cannot block them. */
  probe: RateLimit;
}

export const defaultRateLimits: RateLimits = {
  read: { burst: 240, perMinute: 600 },
  write: { burst: 60, perMinute: 120 },
  anonymousWrite: { burst: 20, perMinute: 20 },
  refusedToken: { burst: 60, perMinute: 120 },
  probe: { burst: 120, perMinute: 600 },
};

interface Bucket {
  tokens: number;
  at: number;
}

const mostBuckets = 100_000;

/** Token buckets of one process. Several servers each allow the limit: it guards against floods, it is no quota. */
export class RateLimiter {
  readonly #buckets = new Map<string, Bucket>();

  /** @throws HttpProblem `rate-limited` with `Retry-After` in whole seconds */
  take(key: string, limit: RateLimit, now: number): void {
    const perMillisecond = limit.perMinute / 60_000;
    const before = this.#buckets.get(key) ?? { tokens: limit.burst, at: now };
    const tokens = Math.min(limit.burst, before.tokens + Math.max(0, now - before.at) * perMillisecond);
    // Inserted again, so that the map stays in order of last use and the least recently used is dropped first.
    this.#buckets.delete(key);
    this.#buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: now });
    if (this.#buckets.size > mostBuckets) this.#buckets.delete(this.#buckets.keys().next().value!);
    if (tokens < 1) {
      const wait = Math.max(1, Math.ceil((1 - tokens) / perMillisecond / 1000));
      throw new HttpProblem('rate-limited', { headers: { 'retry-after': String(wait) } });
    }
  }
}

import { and, eq, lt, sql } from 'drizzle-orm';
import { errorCode, isStorageFull, type Database, type Queries } from '../database/index.ts';
import type { Keyring } from '../secrets/keyring.ts';
import {
  LocalRateLimiter,
  mostBuckets,
  refusal,
  type Counted,
  type RateLimit,
  type RateLimiter,
} from './rate-limit.ts';
import { rateLimits as table } from './table.ts';

/** Counts are kept for a day after the last request: whatever was taken from a bucket, it is full again by then. */
const storedFor = 24 * 60 * 60 * 1000;

/** A standby, or a database set to reading: 25006. */
const isReadOnly = (error: unknown) => errorCode(error) === '25006';

/**
 * Token buckets in the database, which all servers on it share. One statement a request, without a write to the log of the database; a refused
 * caller is remembered here, so that a flood does not reach the database.
 */
export class SharedRateLimiter implements RateLimiter {
  readonly #queries: Queries;
  readonly #keyring: Keyring;
  /** Until when each is refused: no other server can make it earlier. */
  readonly #refused = new Map<string, number>();
  readonly #local = new LocalRateLimiter();

  constructor({ queries }: Pick<Database, 'queries'>, keyring: Keyring) {
    this.#queries = queries;
    this.#keyring = keyring;
  }

  async take(counted: Counted, limit: RateLimit, now: number): Promise<void> {
    const name = `${counted.tenant}\n${counted.caller}`;
    const until = this.#refused.get(name);
    if (until !== undefined && now < until) throw refusal(until - now);
    this.#refused.delete(name);
    const wait = await this.#waitFor(counted, limit, now);
    if (wait === 0) return;
    this.#refused.set(name, now + wait);
    if (this.#refused.size > mostBuckets) this.#refused.delete(this.#refused.keys().next().value!);
    throw refusal(wait);
  }

  /** Takes a token; gives how many milliseconds there will be none, 0 where there was one. */
  async #waitFor(counted: Counted, limit: RateLimit, now: number): Promise<number> {
    const { tenant } = counted;
    const { burst, perMinute } = limit;
    const caller = this.#keyring.mac('rate-limit', tenant, counted.caller);
    const at = new Date(now).toISOString();
    // Clocks of servers differ: the latest counts, so that no time is given twice.
    const filled = sql`least(${burst}::float8, ${table.tokens}
      + greatest(0, extract(epoch FROM ${at}::timestamptz - ${table.at})::float8) * ${perMinute / 60}::float8)`;
    try {
      const taken = await this.#queries
        .insert(table)
        .values({ tenant, caller, tokens: burst - 1, at })
        .onConflictDoUpdate({
          target: [table.tenant, table.caller],
          set: { tokens: sql`${filled} - 1`, at: sql`greatest(${table.at}, ${at}::timestamptz)` },
          setWhere: sql`${filled} >= 1`,
        })
        .returning({ at: table.at });
      if (taken.length > 0) return 0;
      const [left] = await this.#queries
        .select({ tokens: sql`${filled}`.mapWith(Number) })
        .from(table)
        .where(and(eq(table.tenant, tenant), eq(table.caller, caller)));
      return Math.max(1, ((1 - (left?.tokens ?? 0)) / perMinute) * 60_000);
    } catch (error) {
      // What may be read can be read on while nothing can be written.
      if (!isReadOnly(error) && !isStorageFull(error)) throw error;
      return this.#local.waitFor(counted, limit, now);
    }
  }
}

/** Deletes counts that no longer matter, and with them the hash of who asked. */
export async function deleteOldBuckets(db: Queries, now: Date): Promise<void> {
  await db.delete(table).where(lt(table.at, new Date(now.getTime() - storedFor).toISOString()));
}

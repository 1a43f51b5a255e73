import type { Logger } from 'pino';
import type { Database } from '../database/index.ts';
import type { Services } from '../http/services.ts';

/** What a sweep works with. */
export interface SweepContext {
  database: Database;
  services: Services;
  now: Date;
  log: Logger;
}

/** A round of cleaning up that no request waits for, such as removing files that nobody attached. */
export type Sweep = (context: SweepContext) => Promise<unknown>;

export interface RunningSweeps {
  /** Starts no further sweep; resolves when the one that is running is done. */
  stop(): Promise<void>;
}

const firstDelay = 10_000;
const hour = 60 * 60 * 1000;

/**
 * Runs all sweeps soon after the start, because a crash may have left something behind, and then every hour, one after
 * the other. One that fails does not keep the others from running: a storage out of reach must not stop the database
 * from being maintained.
 *
 * @param ready awaited before each round; a round is left out when it rejects
 */
export function startSweeps(
  sweeps: readonly Sweep[],
  contextOf: () => SweepContext,
  { ready, onFailure }: { ready: () => Promise<void>; onFailure: (error: unknown) => void },
): RunningSweeps {
  let stopped = false;
  let rounds = Promise.resolve();

  async function succeeds(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      if (!stopped) onFailure(error);
      return false;
    }
  }
  async function runAll(): Promise<void> {
    if (stopped || !(await succeeds(ready))) return;
    for (const sweep of sweeps) {
      if (stopped) return;
      await succeeds(() => sweep(contextOf()));
    }
  }
  const startRound = () => {
    rounds = rounds.then(runAll);
  };
  const first = setTimeout(startRound, firstDelay).unref();
  const hourly = setInterval(startRound, hour).unref();
  return {
    stop() {
      stopped = true;
      clearTimeout(first);
      clearInterval(hourly);
      return rounds;
    },
  };
}

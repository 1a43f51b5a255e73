/** What nobody waits for. */
export type Chore = () => Promise<unknown>;

export interface Chores {
  /** Begins no other chore; resolves when the one at hand is done. */
  stop(): Promise<void>;
}

const soon = 10_000;
const hour = 60 * 60 * 1000;

/**
 * Does chores soon after the start – what a crash left behind may lie there already – and every hour, one after the other.
 * Each is for itself: a storage out of reach must not keep the database from being tended.
 *
 * @param ready awaited before each round, which is put off when it rejects
 */
export function startChores(
  chores: readonly Chore[],
  { ready, onFailure }: { ready: () => Promise<void>; onFailure: (error: unknown) => void },
): Chores {
  let stopped = false;
  let rounds = Promise.resolve();

  async function round(): Promise<void> {
    for (const step of [ready, ...chores]) {
      if (stopped) return;
      try {
        await step();
      } catch (error) {
        if (!stopped) onFailure(error);
        if (step === ready) return;
      }
    }
  }
  const begin = () => {
    rounds = rounds.then(round);
  };
  const first = setTimeout(begin, soon).unref();
  const hourly = setInterval(begin, hour).unref();
  return {
    stop() {
      stopped = true;
      clearTimeout(first);
      clearInterval(hourly);
      return rounds;
    },
  };
}

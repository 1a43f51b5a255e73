import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import * as fc from 'fast-check';
import { faultsOf } from './testkit/ledger.ts';
import { listen } from './listen.ts';
import { onBothEngines } from './testkit/engines.ts';
import { operations, shots } from './testkit/fuzz/shots.ts';
import { makeWorld, type Send, type World } from './testkit/fuzz/world.ts';

/** The same on every run; to search on: `DVK_FUZZ_SEED=$RANDOM DVK_FUZZ_ROUNDS=20000`. */
const seed = Number(process.env['DVK_FUZZ_SEED'] ?? 20_261_120);
/** On each of the two engines. */
const rounds = Number(process.env['DVK_FUZZ_ROUNDS'] ?? 600);
const roundsOverNetwork = 40;
const roundsForRest = 10;
/** Requests sent at once. */
const volley = 8;

onBothEngines('whatever is sent', (_engine, create) => {
  let world: World;
  before(async () => {
    world = await makeWorld(create);
  });
  after(() => world.end());

  async function bombard(
    numRuns: number,
    { send, only, from = seed }: { send?: Send; only?: readonly string[]; from?: number } = {},
  ): Promise<void> {
    const volleys = fc.array(shots(only), { minLength: volley, maxLength: volley });
    await fc.assert(
      fc.asyncProperty(volleys, async (each) => {
        await Promise.all(each.map((shot) => world.fire(shot, send)));
      }),
      // A hanging request costs its whole patience in every step of shrinking.
      { seed: from, numRuns, interruptAfterTimeLimit: 300_000, markInterruptAsFailure: true },
    );
  }

  test('gets a response within the contract', async (t) => {
    t.diagnostic(`seed ${seed}, ${rounds * volley} requests`);
    await bombard(rounds);
  });

  test('over a network too', async (t) => {
    const { url, close } = await listen(world.server.fetch, { port: 0 });
    t.after(close);
    const address = new URL(url).host;
    const send: Send = (request) => {
      // These say how the body is sent, which is the sender's own matter: Node's fetch hangs over a length of its
      // caller that does not fit, and sends nothing.
      request.headers.delete('content-length');
      request.headers.delete('transfer-encoding');
      return fetch(request.url.replace('//test', `//${address}`), request).catch((error: Error) => {
        // Headers that fetch does not let a caller set.
        assert.match(
          String((error.cause as { code?: string } | undefined)?.code),
          /^UND_ERR_(INVALID_ARG|NOT_SUPPORTED)$/,
        );
        return undefined;
      });
    };
    await bombard(roundsOverNetwork, { send });
  });

  const notReached = () => [...operations.keys()].filter((operation) => !world.tally.get(operation)?.has('done'));

  test('reaches what every operation does', async (t) => {
    // The more operations there are, the fewer requests each gets: those that nothing has reached get some more, and
    // records that nobody has taken further yet.
    for (let round = 1; round <= 10 && notReached().length > 0; round += 1) {
      await world.prepare(new Set(notReached().map((operation) => operation.split('.')[0]!)), round);
      await bombard(roundsForRest, { only: notReached(), from: seed + round });
    }
    for (const operation of operations.keys()) {
      const outcomes = world.tally.get(operation) ?? new Map<string, number>();
      t.diagnostic(`${operation}: ${[...outcomes].map(([outcome, count]) => `${outcome} ${count}`).join(', ')}`);
      assert.ok(
        outcomes.has('done'),
        `${operation} never succeeded: its area needs a testkit/likely.ts with a body that can`,
      );
    }
  });

  test('leaves no failure in the log, and every chain of events whole', async () => {
    assert.deepEqual(world.failures, []);
    assert.deepEqual(await faultsOf(world.server), []);
  });
});

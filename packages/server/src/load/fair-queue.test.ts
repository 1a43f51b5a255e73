import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HttpProblem } from '../problems/problem.ts';
import { FairQueue, type FairQueueOptions } from './fair-queue.ts';

const settled = () => new Promise(setImmediate);

/** A queue whose work ends when the test says so, and a list of what has started. */
function watched(options: Partial<FairQueueOptions> = {}) {
  let time = 0;
  const queue = new FairQueue({ atOnce: 10, room: 900, speed: 10, now: () => time, ...options });
  const running: string[] = [];
  const ends = new Map<string, () => void>();
  async function end(name: string, seconds = 0): Promise<void> {
    time += seconds * 1000;
    ends.get(name)!();
    ends.delete(name);
    await settled();
  }
  return {
    running,
    end,
    started: (name: string, caller: string | undefined, cost: number) =>
      queue.run(caller, cost, () => {
        running.push(name);
        return new Promise<void>((resolve) => {
          ends.set(name, resolve);
        });
      }),
    async endAll(): Promise<void> {
      while (ends.size > 0) await end([...ends.keys()][0]!);
    },
  };
}

async function waitOf(refused: Promise<unknown>): Promise<number> {
  const error: unknown = await refused.then(
    () => assert.fail('it was taken'),
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof HttpProblem && error.code === 'unavailable', String(error));
  return Number(error.extras.headers?.['retry-after']);
}

test('so much runs at a time, and what is larger than that runs alone', async () => {
  const { running, started, end, endAll } = watched();
  const all = [started('a', 'one', 6), started('b', 'two', 4), started('c', 'three', 50), started('d', 'four', 1)];
  await settled();
  assert.deepEqual(running, ['a', 'b']);
  await end('a');
  assert.deepEqual(running, ['a', 'b']);
  await end('b');
  assert.deepEqual(running, ['a', 'b', 'c']);
  await end('c');
  assert.deepEqual(running, ['a', 'b', 'c', 'd']);
  await endAll();
  await Promise.all(all);
});

test('who brings one thing does not wait for everything that another has brought', async () => {
  const { running, started, end, endAll } = watched();
  const all = Array.from({ length: 9 }, (_, index) => started(`greedy ${index}`, 'greedy', 10));
  all.push(started('mine', 'me', 10));
  await settled();
  await end('greedy 0');
  await end('greedy 1');
  assert.deepEqual(running, ['greedy 0', 'greedy 1', 'mine']);
  await endAll();
  await Promise.all(all);
});

test('one caller has a ninth of the room, and leaves the others theirs', async () => {
  const { running, started, endAll } = watched();
  const greedy = Array.from({ length: 10 }, (_, index) => started(`greedy ${index}`, 'greedy', 10));
  await waitOf(started('one more', 'greedy', 10));
  const mine = started('mine', 'me', 90);
  await settled();
  await endAll();
  await Promise.all([...greedy, mine]);
  assert.ok(running.includes('mine'));
});

test('the time to wait is the time that what is there takes at the speed seen', async () => {
  const { started, end, endAll } = watched({ speed: 1000 });
  for (let round = 0; round < 100; round += 1) {
    const work = started('a', 'me', 10);
    await settled();
    await end('a', 5);
    await work;
  }
  const greedy = Array.from({ length: 10 }, (_, index) => started(`greedy ${index}`, 'greedy', 10));
  // A hundred, two a second.
  assert.equal(await waitOf(started('one more', 'greedy', 10)), 50);
  await settled();
  await endAll();
  await Promise.all(greedy);
});

test('what gets no turn in time is refused, and takes no room any more', async () => {
  const { running, started, end, endAll } = watched({ timeout: 20 });
  const first = started('a', 'one', 10);
  assert.ok((await waitOf(started('b', 'two', 85))) > 0);
  const again = started('c', 'two', 85);
  await settled();
  await end('a');
  assert.deepEqual(running, ['a', 'c']);
  await endAll();
  await Promise.all([first, again]);
});

test('work that fails gives its turn to the next', async () => {
  const queue = new FairQueue({ atOnce: 1, room: 100, speed: 1 });
  await assert.rejects(
    queue.run('me', 1, () => Promise.reject(new Error('no'))),
    /no/,
  );
  assert.equal(await queue.run('me', 1, async () => 'done'), 'done');
});

test('where callers cannot be told apart they share all of it', async () => {
  const { started, endAll } = watched({ room: 100 });
  const all = Array.from({ length: 10 }, (_, index) => started(`one ${index}`, undefined, 10));
  await waitOf(started('one more', undefined, 1));
  await settled();
  await endAll();
  await Promise.all(all);
});

import assert from 'node:assert/strict';

/** What four times as much may take at most, four times being proportional: machines are noisy, a square would be 16. */
const mostGrowth = 10;
/** Milliseconds below which a time says nothing: systems count it in steps of several. */
const noise = 20;
const repeats = 3;

/**
 * Asserts that work takes no longer, in proportion, for more. Time of the processor counts, the least of several runs, so
 * that other work on the machine is not taken for ours; and only where one run can be told from nothing at all.
 */
export async function assertGrowsWithLength(
  name: string,
  size: number,
  prepare: (size: number) => () => unknown,
): Promise<void> {
  // Begun small: what doubles with every few characters is found before it takes years.
  let large = size;
  while (large > 64) large /= 4;
  for (; large <= size; large *= 4) {
    const run = prepare(large);
    if ((await timeOf(run)) < noise) continue;
    const [time, fourth] = [await leastTimeOf(run), Math.max(await leastTimeOf(prepare(large / 4)), noise / 4)];
    const growth = time / fourth;
    assert.ok(growth <= mostGrowth, `${name}: four times the text (${large}) takes ${growth.toFixed(1)} times as long`);
  }
}

/** Milliseconds of the processor, in all threads of this process: other work on the machine does not count. */
async function timeOf(run: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The least of some runs. */
export async function leastTimeOf(run: () => unknown, runs = repeats): Promise<number> {
  let time = Infinity;
  for (let turn = 0; turn < runs; turn += 1) time = Math.min(time, await timeOf(run));
  return time;
}

/** Processes that let people and systems know of events are killed at random: each letter and message comes, and as one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tellWhileKilling } from './testkit/telling/run.ts';

test('letters and messages of workers that are killed', async (t) => {
  const [cases, kills] = [30, 2];
  const { repeated } = await tellWhileKilling(cases, kills);
  // Only what was on its way when a process was killed comes again: two letters and four messages at once.
  assert.ok(repeated <= kills * 6, `${repeated} came more than once`);
  t.diagnostic(`${kills} kills, ${repeated} repeated`);
});

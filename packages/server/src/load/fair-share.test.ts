import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitsShare } from './fair-share.ts';

/** What callers hold when each, one after the other, takes all it is given, in pieces of one. */
function takenByGreed(callers: number, total: number): number[] {
  let used = 0;
  return Array.from({ length: callers }, () => {
    let mine = 0;
    while (fitsShare(1, { total, used, mine })) {
      mine += 1;
      used += 1;
    }
    return mine;
  });
}

test('one caller gets a ninth, however much it asks for', () => {
  assert.deepEqual(takenByGreed(1, 900), [100]);
});

test('after a hundred greedy callers there is something left for the next', () => {
  const taken = takenByGreed(100, 1_000_000);
  const left = 1_000_000 - taken.reduce((sum, each) => sum + each);
  assert.ok(left > 0);
  assert.ok(fitsShare(1, { total: 1_000_000, used: 1_000_000 - left, mine: 0 }), `${left} left`);
});

test('where callers cannot be told apart, everything may be taken, and no more', () => {
  assert.ok(fitsShare(10, { total: 100, used: 90, mine: undefined }));
  assert.ok(!fitsShare(11, { total: 100, used: 90, mine: undefined }));
});

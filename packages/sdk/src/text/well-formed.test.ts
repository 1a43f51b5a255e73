import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isWellFormed, toWellFormed } from './well-formed.ts';

test('halves of characters are found and replaced as the built-in methods do, which older browsers lack', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.integer({ min: 0xd700, max: 0xe100 }).map((code) => String.fromCharCode(code)) }),
      (text) => {
        assert.equal(isWellFormed(text), text.isWellFormed());
        assert.equal(toWellFormed(text), text.toWellFormed());
      },
    ),
  );
  assert.equal(toWellFormed('a\ud83db'), 'a\ufffdb');
  assert.equal(toWellFormed('😀'), '😀');
});

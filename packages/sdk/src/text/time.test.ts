import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as text from './index.ts';
import { assertGrowsWithLength } from './testkit/growth.ts';
import { nastyTexts } from './testkit/nasty.ts';

const size = 64 * 1024;

/** Functions of the public surface that take no text of a person, or only hand it to another. */
const leftOut = new Set([
  'formatMoney',
  'formatNumber',
  'formatPercent',
  'formatPoints',
  'makeCode',
  'compareVietnamese',
  'containsPersonalData',
]);

type OfText = (text: string) => unknown;
const functions = Object.entries(text).filter(([name]) => !leftOut.has(name)) as [string, OfText][];

for (const [name, work] of functions) {
  test(`${name} takes no longer than in proportion to its text, whatever the text`, async () => {
    for (const nasty of nastyTexts) {
      await assertGrowsWithLength(`${name} of ${nasty.name}`, size, (length) => {
        const given = nasty.ofLength(length);
        return () => attempt(work, given);
      });
    }
  });
}

/** A refusal costs time as well; which texts are refused is asserted elsewhere. */
function attempt(work: OfText, given: string): void {
  try {
    work(given);
  } catch (error) {
    assert.equal((error as Error).name, 'InputError');
  }
}

test('of a pile of marks the first thirty stay, and all of any real text', () => {
  assert.equal(text.toNfc(`a${'\u0316'.repeat(100)}b`), `a${'\u0316'.repeat(30)}b`);
  // Marks outside the basic plane are two units each, and stay whole.
  assert.equal(text.toNfd('\u{1d165}'.repeat(100)), '\u{1d165}'.repeat(30));
  const words = 'Đường Nguyễn Huệ, Ia H’Drai – ཧཱུྃ, นี้, क्ष्म्य';
  for (const form of ['NFC', 'NFD'] as const) {
    assert.equal(text.toNfc(words.normalize(form)), words.normalize('NFC'));
    assert.equal(text.toNfd(words.normalize(form)), words.normalize('NFD'));
  }
});

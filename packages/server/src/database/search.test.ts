import assert from 'node:assert/strict';
import { test } from 'node:test';
import { searchWords } from './search.ts';

test('a word that only begins another asks for nothing more', () => {
  assert.deepEqual(searchWords('đ đường d Đường duongg').sort(), ['duongg']);
  assert.deepEqual(searchWords('rác đèn').sort(), ['den', 'rac']);
});

test('of a hundred words ten decide, the longest', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join(' ');
  assert.equal(searchWords(hundred).length, 10);
  const found = searchWords(`${hundred} nghiêm trọng`);
  assert.deepEqual(found.slice(0, 2), ['nghiem', 'trong']);
  assert.equal(found.length, 10);
});

test('a search of nothing but spaces and signs asks for nothing', () => {
  assert.deepEqual(searchWords('  – , '), []);
});

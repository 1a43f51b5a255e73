import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { canonicalIdentificationCode, reversedIdentificationCode } from './identification-code.ts';

test('an identification code is the same in either notation', () => {
  for (const [written, canonical, reversed] of [
    ['000.00.12.H56', 'H56.12', '000.00.12.H56'],
    ['H56.12', 'H56.12', '000.00.12.H56'],
    ['000.00.00.H56', 'H56', '000.00.00.H56'],
    [' h56.12.03 ', 'H56.12.03', '000.03.12.H56'],
    ['A01.10.20.30.40', 'A01.10.20.30.40', null],
  ] as const) {
    assert.equal(canonicalIdentificationCode(written), canonical);
    assert.equal(reversedIdentificationCode(canonical), reversed);
  }
  for (const wrong of ['', '12', 'H5.12', 'Z01.12', 'H56..12', 'H56.1-2', `H56.${'1'.repeat(40)}`, 'H56.Đ1'])
    assert.equal(canonicalIdentificationCode(wrong), undefined, wrong);
});

test('the older notation of a code leads back to it', () => {
  const code = fc
    .tuple(fc.constantFrom('H56', 'A01', 'Y99'), fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 3 }))
    .map(([top, levels]) => [top, ...levels.map((level) => String(level).padStart(2, '0'))].join('.'));
  fc.assert(
    fc.property(code, (each) => assert.equal(canonicalIdentificationCode(reversedIdentificationCode(each)!), each)),
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isCode, makeCode, parseCode } from './index.ts';

const symbols = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];
const letters = symbols.slice(10);
const code = fc
  .tuple(
    fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 4 }),
    fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
    fc.integer({ min: 0, max: 999_999 }),
  )
  .map(([prefix, date, serial]) => makeCode(prefix, date.toISOString().slice(0, 10), serial));

test('the form of a code', () => {
  assert.equal(makeCode('PA', '2026-11-23', 42), 'PA-261123-0042-E');
  assert.deepEqual(parseCode('PA-261123-0042-E'), {
    code: 'PA-261123-0042-E',
    prefix: 'PA',
    date: '2026-11-23',
    serial: 42,
  });
});

test('reads what people type', () => {
  for (const typed of [
    'pa-261123-0042-e',
    ' PA 261123 0042 E ',
    'pa2611230042e',
    'PA–26ll23–oO42–e',
    'PA.26II23.0042.E',
  ]) {
    assert.equal(parseCode(typed)?.code, 'PA-261123-0042-E', typed);
  }
  for (const typed of [
    '',
    'PA-261123-0042',
    'PA-261323-0042-E',
    'PA-261123-000042-E',
    'PA-261123-0042-U',
    '9'.repeat(10_000),
  ]) {
    assert.equal(isCode(typed), false, typed.slice(0, 40));
  }
});

test('refuses what cannot be a code', () => {
  const cases: [string, string, number, string][] = [
    ['pa', '2026-11-23', 1, 'bad-code-prefix'],
    ['PHIL', '2026-11-23', 1, 'bad-code-prefix'],
    ['PA', '2026-02-30', 1, 'bad-code-date'],
    ['PA', '1999-12-31', 1, 'bad-code-date'],
    ['PA', '2026-11-23', -1, 'bad-code-serial'],
    ['PA', '2026-11-23', 1_000_000, 'bad-code-serial'],
    ['PA', '2026-11-23', 1.5, 'bad-code-serial'],
  ];
  for (const [prefix, date, serial, error] of cases) {
    assert.throws(() => makeCode(prefix, date, serial), { name: 'InputError', code: error });
  }
});

test('every single wrong character and every swap of two neighbours is noticed', () => {
  fc.assert(
    fc.property(code, (made) => {
      assert.equal(parseCode(made)?.code, made);
      const plain = made.replaceAll('-', '');
      for (let at = 0; at < plain.length; at++) {
        for (const symbol of symbols) {
          if (symbol !== plain[at]) assert.equal(isCode(plain.slice(0, at) + symbol + plain.slice(at + 1)), false);
        }
        const [left, right] = [plain[at]!, plain[at + 1]];
        if (right === undefined || left === right) continue;
        assert.equal(isCode(plain.slice(0, at) + right + left + plain.slice(at + 2)), false);
      }
    }),
  );
});

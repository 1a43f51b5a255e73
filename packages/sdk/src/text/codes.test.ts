import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { codeParts, findCode, isCode, makeCode, normalizeSecret, parseCode } from './index.ts';

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
    'ＰＡ－２６１１２３－００４２－Ｅ',
    'PA\u200b-261123\u00a0−\u00ad0042-E',
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

test('finds a code in the sentence or address it was pasted with', () => {
  for (const text of [
    'Mã hồ sơ: PA-261123-0042-E, gửi ngày 23/11/2026',
    'https://vi-du.vn/tra-cuu?code=PA-261123-0042-E#top',
    'mã pa 261123 0042 e ạ',
    '“PA–26ll23–oO42–e”.',
    'PA2611230042E',
  ])
    assert.equal(findCode(text)?.code, 'PA-261123-0042-E', text);
  for (const text of ['', 'Quyết định 1563/QĐ-UBND', 'XPA-261123-0042-EX', 'PA-261123-0042-F', '9'.repeat(999)])
    assert.equal(findCode(text), undefined, text);
});

test('takes apart what was typed of a code without its hyphens', () => {
  const parts: Record<string, string[] | undefined> = {
    pa2611230042e: ['pa', '261123', '0042', 'e'],
    pa26ll23oo42: ['pa', '261123', '0042'],
    pa2611: ['pa', '2611'],
    '2611230042': ['261123', '0042'],
    '26112300421': ['261123', '0042', '1'],
    '0042e': ['0042', 'e'],
    o042: ['0042'],
    pa26112312345: ['pa', '261123', '12345'],
    '0042': undefined,
    q1: undefined,
    rac: undefined,
    coil: undefined,
    '0912345678a1': undefined,
  };
  for (const [word, expected] of Object.entries(parts)) assert.deepEqual(codeParts(word), expected, word);
});

test('a secret is read as people type and paste it', () => {
  for (const typed of ['ABCD-EFGH-01JK', 'abcd efgh oijk', 'ＡＢＣＤ－ＥＦＧＨ–ol\u200bjk', ' abcd–efgh—01jk\n'])
    assert.equal(normalizeSecret(typed), 'ABCDEFGH01JK', typed);
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

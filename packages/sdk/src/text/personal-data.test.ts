import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { containsPersonalData, findPersonalData, maskTail, normalizeIdNumber } from './index.ts';

test('identity numbers', () => {
  assert.equal(normalizeIdNumber('001 090 000 001'), '001090000001');
  assert.equal(normalizeIdNumber('096090000001'), '096090000001');
  assert.equal(normalizeIdNumber('\u200b００１–090\u00a0000\u2009001'), '001090000001');
  for (const typed of ['000090000001', '097090000001', '123456789', '0010900000012', '00109000000a']) {
    assert.equal(normalizeIdNumber(typed), undefined, typed);
  }
});

test('masking keeps the last three characters and the shape', () => {
  assert.equal(maskTail('0912 345 678'), '**** *** 678');
  assert.equal(maskTail('001090000001'), '*********001');
  assert.equal(maskTail('123'), '***');
  assert.equal(maskTail(''), '');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      assert.ok((maskTail(text).match(/[\p{L}\p{N}]/gu)?.length ?? 0) <= 3);
    }),
  );
});

function kinds(text: string): string[][] {
  return findPersonalData(text).map(({ kind, start, end }) => [kind, text.slice(start, end)]);
}

test('finds personal data in free text', () => {
  assert.deepEqual(kinds('Gọi tôi 0912 345 678, CCCD 001 090 000 001, thư a.b@vi-du.vn.'), [
    ['phone', '0912 345 678'],
    ['id-number', '001 090 000 001'],
    ['email', 'a.b@vi-du.vn'],
  ]);
  assert.deepEqual(kinds('0912345678 001090000001'), [
    ['phone', '0912345678'],
    ['id-number', '001090000001'],
  ]);
  assert.deepEqual(kinds('máy bàn (024) 3825 1234; +84 912.345.678'), [
    ['phone', '024) 3825 1234'],
    ['phone', '+84 912.345.678'],
  ]);
  assert.deepEqual(kinds('０９１２ ３４５ ６７８; 09\u200b12\u00a0345–678; +84 (0) 912 345 678; 069.2342431'), [
    ['phone', '０９１２ ３４５ ６７８'],
    ['phone', '+84 (0) 912 345 678'],
    ['phone', '069.2342431'],
  ]);
  assert.deepEqual(kinds('gọi 09\u200b12\u2011345\u2011678'), [['phone', '09\u200b12\u2011345\u2011678']]);
});

test('dates, sums, document numbers, codes and hotlines are not personal data', () => {
  for (const text of [
    'ngày 09-02-2026 10 giờ',
    'kinh phí 84.912.345.678 đồng',
    'Quyết định 1563/QĐ-UBND ngày 01/08/2022',
    'PA-261123-0042-E',
    'gọi 1022 hoặc 1900 6017',
    '2.071 mô hình, 1.808 được công nhận',
    'giá 0,912345678',
    'mã đơn vị 00109',
    'dùng @ khi cần',
  ]) {
    assert.equal(containsPersonalData(text), false, text);
  }
});

test('findings never overlap and stay inside the text', () => {
  const pieces = fc.constantFrom(
    '0912345678',
    '0912',
    '345',
    '001090000001',
    ' ',
    '.',
    '-',
    ')',
    '+84',
    'a@b.vn',
    'x',
    ', ',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 20 }), (parts) => {
      const text = parts.join('');
      let end = 0;
      for (const finding of findPersonalData(text)) {
        assert.ok(finding.start >= end && finding.end > finding.start && finding.end <= text.length);
        end = finding.end;
      }
    }),
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { exactKey, fold, searchKey } from './index.ts';

// Every accented letter of Vietnamese, under the letter it folds to; tones in the order huyền, hỏi, ngã, sắc, nặng.
const golden: Record<string, string> = {
  a: 'àảãáạăằẳẵắặâầẩẫấậ',
  d: 'đ',
  e: 'èẻẽéẹêềểễếệ',
  i: 'ìỉĩíị',
  o: 'òỏõóọôồổỗốộơờởỡớợ',
  u: 'ùủũúụưừửữứự',
  y: 'ỳỷỹýỵ',
};
const forms = ['NFC', 'NFD'] as const;

test('folds all 134 accented letters, composed and decomposed', () => {
  let count = 0;
  for (const [plain, letters] of Object.entries(golden)) {
    for (const letter of [...letters, ...letters.toUpperCase()]) {
      count++;
      for (const form of forms) assert.equal(fold(letter.normalize(form)), plain, `${letter} ${form}`);
    }
  }
  assert.equal(count, 134);
});

test('old and new placement of the tone fold alike', () => {
  const old = 'òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy'.split(' ');
  const modern = 'oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ'.split(' ');
  old.forEach((syllable, at) => {
    for (const form of forms) {
      for (const [a, b] of [
        [syllable, modern[at]!],
        [`H${syllable}`.toUpperCase(), `h${modern[at]}`],
      ] as const) {
        assert.equal(fold(a.normalize(form)), fold(b));
      }
    }
  });
});

test('look-alikes of Đ, invisible characters and spaces', () => {
  assert.equal(fold('Đăk Ðăk Ɖăk đăk ðăk ɖăk'), 'dak dak dak dak dak dak');
  assert.equal(fold(' \u00a0Dân\u200b  vận\tkhéo\ufeff '), 'dan van kheo');
  assert.equal(fold('ĐẢNG ỦY'), 'dang uy');
  assert.equal(fold(''), '');
  assert.equal(fold('Mô hình 👍🏽 số 1'), 'mo hinh 👍🏽 so 1');
});

test('searchKey drops apostrophes and levels other punctuation', () => {
  assert.equal(searchKey("H'Hen Niê"), 'hhen nie');
  assert.equal(searchKey('H’Hen  Niê'), 'hhen nie');
  assert.equal(searchKey('Bà Rịa – Vũng Tàu'), searchKey('ba ria-vung tau'));
  assert.equal(searchKey('«…»'), '');
});

test('searchKey folds y where it is another spelling of i, and nowhere else', () => {
  for (const [a, b] of [
    ['Mỹ Tho', 'Mĩ Tho'],
    ['Lý Sơn', 'Lí Sơn'],
    ['Kỳ Anh', 'Kì Anh'],
    ['Quy Nhơn', 'Qui Nhơn'],
    ['Vỹ Dạ', 'Vĩ Dạ'],
    ['tỷ lệ', 'tỉ lệ'],
    ['bác sỹ', 'bác sĩ'],
    ['Ya Ly', 'Ia Ly'],
  ])
    assert.equal(searchKey(a!), searchKey(b!), a);
  for (const [a, b] of [
    ['máy', 'mai'],
    ['thầy', 'thai'],
    ['thúy', 'thui'],
  ])
    assert.notEqual(searchKey(a!), searchKey(b!), a);
});

test('folding a folded text changes nothing, in any script and form', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const f of [fold, searchKey]) {
        assert.equal(f(f(text)), f(text));
        assert.equal(f(text.normalize('NFD')), f(text.normalize('NFC')));
      }
    }),
    { numRuns: 2000 },
  );
});

test('exactKey keeps the marks but not their place', () => {
  for (const [a, b] of [
    ['Hoà  Bình', 'hòa bình'],
    ['ỦY BAN', 'uỷ ban'],
    ['thuỷ', 'thu\u0309y'],
    ['khuỷu', 'khủyu'],
  ] as const) {
    assert.equal(exactKey(a), exactKey(b.normalize('NFD')));
  }
  const different = ['hoa', 'hòa', 'hóa', 'hoá', 'hô', 'da', 'đa'].map(exactKey);
  assert.equal(new Set(different).size, 6);
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => exactKey(exactKey(text)) === exactKey(text)));
});

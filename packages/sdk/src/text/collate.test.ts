import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compareVietnamese, nameSortKey, sortKey } from './index.ts';

const collator = new Intl.Collator('vi');
const letters = [...'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵfjwz'];
const others = [...' _-–—,;:!?.·\'"«»()[]{}§@*/\\&#%`^°+×<=>|~$₫0123456789'];
// Letters of Ê-đê, Ba-na, Gia-rai … as place and person names have them.
const highlands = ['ĭ', 'ŏ', 'ŭ', 'ĕ', 'č', 'ñ', 'î', 'ô̆', 'ê̆', 'ơ̆', 'ư̆', 'â̆'];
const alphabet = [...letters, ...letters.map((letter) => letter.toUpperCase()), ...others, ...highlands];

// Few letters make texts that differ only in tone or capitals likely, which is where the levels matter.
const few = fc.string({ unit: fc.constantFrom('a', 'A', 'à', 'ạ', 'Ạ', 'ậ', 'ă', ' ', 'đ', 'Đ', '-'), maxLength: 6 });
const any = fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 12 });

function agrees(a: string, b: string): void {
  assert.equal(compareVietnamese(a, b), Math.sign(collator.compare(a, b)), JSON.stringify([a, b]));
}

test("single letters stand in the order of Intl.Collator('vi')", () => {
  for (const a of alphabet) for (const b of alphabet) agrees(a, b);
  const tones = ['ma', 'mà', 'mả', 'mã', 'má', 'mạ'];
  assert.deepEqual(tones.toReversed().sort(compareVietnamese), tones);
});

test("texts stand in the order of Intl.Collator('vi'), composed or not", () => {
  for (const text of [few, any]) {
    fc.assert(
      fc.property(text, text, fc.boolean(), (a, b, decomposed) => agrees(decomposed ? a.normalize('NFD') : a, b)),
      { numRuns: 5000 },
    );
  }
});

test('keys are printable ASCII, so bytes, code units and code points sort alike', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => /^[\u0021-\u007e]*$/.test(sortKey(text))));
  assert.equal(sortKey('Ðà Nẵng'), sortKey('Đà Nẵng'));
  assert.equal(sortKey('H’Hen “Niê”…'), sortKey('H\'Hen "Niê"...'));
});

test('names sort by Tên, then Họ, then đệm', () => {
  const list = [
    'Y Khương',
    'Nguyễn Văn Bình',
    'Trần Thị An',
    'Lê Văn Ân',
    'An',
    'Nguyễn Thị An',
    "H'Hen Niê",
    'NGUYỄN VĂN AN',
    'Nguyễn Thị Ánh',
    'Đỗ Văn An',
  ];
  const sorted = [
    'An',
    'Đỗ Văn An',
    'Nguyễn Thị An',
    'NGUYỄN VĂN AN',
    'Trần Thị An',
    'Nguyễn Thị Ánh',
    'Lê Văn Ân',
    'Nguyễn Văn Bình',
    'Y Khương',
    "H'Hen Niê",
  ];
  const key = new Map(list.map((name) => [name, nameSortKey(name)]));
  assert.deepEqual(
    list.toSorted((a, b) => (key.get(a)! < key.get(b)! ? -1 : 1)),
    sorted,
  );
  assert.equal(nameSortKey(' Nguyễn  Văn A '), nameSortKey('Nguyễn Văn A'));
  assert.equal(nameSortKey(''), '');
});

import { assert } from 'chai';
import { readXlsx } from 'hucre/xlsx';
import { test } from 'node:test';
import { writeSpreadsheet } from './index.ts';

test('another program reads what was written: Vietnamese, numbers, gaps, what looks like a formula', async () => {
  const table = [
    ['Mã', 'Nội dung', 'Lần chuyển'],
    ['PA-1', 'Rác ở "ngõ 12" & <hẻm 5>\nchưa ai lấy 🌿', 2],
    ['PA-2', '=HYPERLINK("https://example.test";"xem")', null],
    ['PA-3', '  +84 ', 0.5],
  ];
  const { sheets } = await readXlsx(writeSpreadsheet('Hồ sơ: phản ánh / kiến nghị năm 2026', table));
  assert.lengthOf(sheets, 1);
  assert.equal(sheets[0]!.name, 'Hồ sơ  phản ánh   kiến nghị năm');
  assert.deepEqual(sheets[0]!.rows, table);
});

test('leaves out what no such file can hold', async () => {
  const [long, broken] = ['a'.repeat(40_000), 'a\u0000b\uD800c\uFFFF'];
  const { sheets } = await readXlsx(writeSpreadsheet('[]', [['A'], [long], [broken]]));
  assert.deepEqual(sheets[0]!.rows, [['A'], [long.slice(0, 32_767)], ['abc']]);
  assert.equal(sheets[0]!.name, 'Sheet1');
});

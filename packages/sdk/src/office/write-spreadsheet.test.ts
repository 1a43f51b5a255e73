import { assert } from 'chai';
import { readXlsx } from 'hucre/xlsx';
import { test } from 'node:test';
import { writeSpreadsheet, writeWorkbook } from './index.ts';

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

test('writes several sheets with formulas, one look a cell, merged cells, rows that stay and a heading on every page', async () => {
  const bytes = writeWorkbook(
    [
      {
        name: "Phiếu d'điểm",
        rows: [
          [{ value: 'Phiếu', bold: true, align: 'center' }, null, null],
          [{ value: 'TT', bold: true, bordered: true }, { value: '=1+1', wrap: true }, 3],
          [null, null, { value: 3, formula: 'SUM(C2:C2)', bold: true }],
        ],
        widths: [8, 40, 10],
        heights: new Map([[1, 36]]),
        merges: [[0, 0, 2]],
        frozenRows: 2,
        print: { landscape: true, repeatedRow: 1 },
      },
      { name: '', rows: [['007']], textColumns: true },
    ],
    { name: 'Times New Roman', size: 13 },
  );
  const { sheets, namedRanges } = await readXlsx(bytes, { readStyles: true });
  assert.deepEqual(
    sheets.map(({ name }) => name),
    ['Phiếu d điểm', 'Sheet2'],
  );
  const [first, second] = sheets;
  assert.deepEqual(first!.rows[1], ['TT', '=1+1', 3]);
  assert.equal(first!.cells?.get('2,2')?.formula, 'SUM(C2:C2)');
  assert.equal(first!.cells?.get('1,0')?.style?.font?.bold, true);
  assert.equal(first!.cells?.get('1,0')?.style?.font?.name, 'Times New Roman');
  assert.equal(first!.cells?.get('1,0')?.style?.border?.left?.style, 'thin');
  assert.equal(first!.cells?.get('1,1')?.style?.alignment?.wrapText, true);
  assert.deepEqual(first!.merges, [{ startRow: 0, startCol: 0, endRow: 0, endCol: 2 }]);
  assert.equal(first!.pageSetup?.orientation, 'landscape');
  assert.equal(second!.rows[0]![0], '007');
  assert.equal(second!.cells?.get('0,0')?.style?.numFmt, '@');
  assert.ok(JSON.stringify(namedRanges ?? first!.pageSetup).includes('$2:$2'));
});

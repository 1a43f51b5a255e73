import assert from 'node:assert/strict';
import { it } from 'node:test';
import { readXlsx } from 'hucre/xlsx';
import { writeListWorkbook } from './index.ts';

const columns = [
  { title: 'Đơn vị', width: 40 },
  { title: 'Số mô hình', width: 12, total: true },
];

it('a list has its heading, its rows and totals that count anew', async () => {
  const rows = [
    ['Phường Mẫu', 12],
    ['=Xã Mẫu', 30],
  ];
  const bytes = writeListWorkbook({ name: 'Danh sách', heading: ['DANH SÁCH MÔ HÌNH', 'Năm 2026'], columns, rows });
  const { sheets } = await readXlsx(bytes, { readStyles: true });
  const sheet = sheets[0]!;
  assert.deepEqual(sheet.rows.slice(3), [['Đơn vị', 'Số mô hình'], ...rows, ['Tổng cộng', 42]]);
  assert.equal(sheet.cells?.get('6,1')?.formula, 'SUM(B5:B6)');
});

it('a list without rows has a total of nothing and no formula', async () => {
  const { sheets } = await readXlsx(writeListWorkbook({ name: 'A', heading: [], columns, rows: [] }));
  assert.deepEqual(sheets[0]!.rows.at(-1), ['Tổng cộng', 0]);
});

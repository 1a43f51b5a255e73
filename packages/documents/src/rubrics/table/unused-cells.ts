import { someOf, type Doubts } from '../doubt.ts';
import type { Cell, Row } from '../grid.ts';
import { distinct, type Layout } from './columns.ts';

const range = (cells: readonly Cell[]) =>
  cells.length > 3 ? `${cells[0]!.address} … ${cells.at(-1)!.address}` : cells.map(({ address }) => address).join('; ');

const hasSomething = ({ text, remark }: Cell) => text !== '' || remark === 'no-result';

/** Reports the cells that did not reach the draft: whole rows together, then whole columns, then single cells. */
export function reportUnused(
  rows: readonly Row[],
  { columns, labels, firstRow }: Layout,
  used: ReadonlySet<Cell>,
  doubts: Doubts,
): void {
  const reported = new Set<Cell>();
  let run: Row[] = [];
  const reportRows = () => {
    const [first] = run;
    if (!first) return;
    const cells = run.flatMap((row) => distinct(row.cells).filter(hasSomething));
    const numbers = run.length === 1 ? String(first.number) : `${first.number} – ${run.at(-1)!.number}`;
    doubts.add(
      'rows-not-read',
      { table: first.table, row: first.number, address: range(cells) },
      'Hàng $0 không vào bản nháp: $1',
      'Row $0 is not in the draft: $1',
      numbers,
      someOf(cells.map(({ text }) => `“${text.replaceAll('\n', ' ')}”`)),
    );
    run = [];
  };
  for (const row of rows) {
    const cells = distinct(row.cells).filter((cell) => hasSomething(cell) && !reported.has(cell));
    if (cells.length === 0) continue;
    if (cells.some((cell) => used.has(cell)) || run.at(-1)?.table !== row.table) reportRows();
    if (cells.every((cell) => !used.has(cell))) {
      run.push(row);
      for (const cell of cells) reported.add(cell);
    }
  }
  reportRows();
  for (const at of columns.keys()) {
    const cells = [...new Set(rows.map((row) => row.cells[at]!))].filter(
      (cell) => hasSomething(cell) && !used.has(cell) && !reported.has(cell),
    );
    if (cells.length === 0) continue;
    for (const cell of cells) reported.add(cell);
    doubts.add(
      'column-not-read',
      { table: rows[firstRow]?.table ?? rows[0]!.table, address: range(cells) },
      'Cột $0 có nội dung không vào bản nháp: $1',
      'The column $0 has contents that are not in the draft: $1',
      labels[at] ? `“${labels[at].replaceAll('\n', ' ')}”` : String(at + 1),
      someOf(cells.map(({ address, text }) => (text ? `${address}: “${text.replaceAll('\n', ' ')}”` : address))),
    );
  }
}

const remarks = {
  error: ['error-cell', 'Ô này báo lỗi “$0”', 'This cell shows the error “$0”'],
  'no-result': [
    'formula-without-result',
    'Ô này có công thức chưa có kết quả: hãy mở tệp bằng Excel rồi lưu lại',
    'This cell has a formula without a result: open the file in a spreadsheet and save it',
  ],
  nested: [
    'nested-table',
    'Trong ô này có bảng lồng, được đọc như chữ: “$0”',
    'Another table stands in this cell and was read as text: “$0”',
  ],
  cut: ['text-cut', 'Ô này quá dài, chỉ đọc phần đầu', 'This cell is too long: only its beginning was read'],
} as const;

/** Says what the reader had to do to get at the cells of a table. */
export function reportRemarks(rows: readonly Row[], doubts: Doubts): void {
  const reported = new Set<Cell>();
  for (const { cells, table, number } of rows) {
    for (const cell of distinct(cells)) {
      if (!cell.remark || !(cell.remark in remarks) || reported.has(cell)) continue;
      reported.add(cell);
      const [code, vi, en] = remarks[cell.remark as keyof typeof remarks];
      doubts.add(
        code,
        { table, row: number, address: cell.address },
        vi,
        en,
        someOf([cell.text.replaceAll('\n', ' ')]),
      );
    }
  }
}

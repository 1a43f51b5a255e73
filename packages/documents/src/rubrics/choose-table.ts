/** Which table of a file is the rubric. */
import { refuse } from '@dvk/sdk/rubrics';
import { Doubts } from './doubt.ts';
import { settleHeadings } from './table/headings.ts';
import type { Item } from './table/item.ts';
import type { Table } from './table/join.ts';
import type { Reading } from './table/reading.ts';
import { readRows } from './table/rows.ts';
import { nest } from './table/tree.ts';

/** A table read as a rubric. */
export interface Candidate {
  table: Table;
  rows: Reading;
  items: Item[];
  doubts: Doubts;
}

function readTable(table: Table): Candidate {
  const doubts = new Doubts();
  const rows = readRows(table.rows, table.layout, doubts);
  doubtLast(rows, doubts);
  return { table, rows, doubts, items: nest(settleHeadings(rows.items, doubts), doubts) };
}

/** How many of the last lines with points may be a total under an unknown name: a grade may follow it. */
const LAST_LINES = 4;

/** A line without a number near the end that has exactly the points of all above it may be their total, whatever it is called. */
function doubtLast({ items, totals }: Reading, doubts: Doubts): void {
  const worth = ({ max, children }: Item): number => max ?? children.reduce((sum, child) => sum + worth(child), 0);
  const worded = items.flatMap(({ max, style }, at) => (max && style === 'none' && at >= 2 ? [at] : []));
  for (const at of worded.slice(-LAST_LINES).reverse()) {
    const { title, max, table, row } = items[at]!;
    if (totals.some(({ after, scope }) => after === at + 1 && scope.length === 0)) continue;
    const above = items.slice(0, at).map((item) => ({ ...item, children: [] }));
    const quiet = new Doubts();
    if (nest(settleHeadings(above, quiet), quiet).reduce((sum, item) => sum + worth(item), 0) !== max) continue;
    const isTotal = at === items.length - 1 && /(?<!\p{L})(?:tổng|cộng|toàn|total|sum)(?!\p{L})/iu.test(title);
    if (isTotal) {
      items.pop();
      totals.push({ points: max, label: title, scope: [], place: { table, row }, after: items.length });
    }
    doubts.add(
      'line-or-total',
      { table, row },
      isTotal
        ? '“$0” được hiểu là dòng tổng cộng vì bằng đúng tổng các dòng trên'
        : '“$0” được hiểu là tiêu chí, nhưng bằng đúng tổng các dòng trên: có thể là dòng tổng cộng',
      isTotal
        ? '“$0” is read as a total because it is exactly the sum of the lines above'
        : '“$0” is read as a criterion but is exactly the sum of the lines above: it may be a total',
      title,
    );
    return;
  }
}

/** The table that looks most like a rubric: a header, and many lines with points. */
export function chooseTable(tables: readonly Table[], name: string | undefined): Candidate {
  const candidates = tables.map(readTable);
  const lines = ({ rows }: Candidate) => rows.items.filter(({ max }) => max !== undefined && max > 0).length;
  const score = (each: Candidate) =>
    name !== undefined && each.table.parts.includes(name)
      ? Number.POSITIVE_INFINITY
      : lines(each) * (each.table.layout.certain ? 4 : 1);
  const [chosen] = candidates.filter((each) => lines(each) > 0).sort((a, b) => score(b) - score(a));
  if (!chosen) {
    refuse(
      'no-rubric-table',
      '/file',
      'Không tìm thấy bảng tiêu chí có cột nội dung và cột điểm: hãy kiểm tra lại tệp, hoặc đặt tên cột như “Tiêu chí”, “Điểm tối đa”',
      'No table with a column of criteria and a column of points was found: check the file, or name the columns “Tiêu chí”, “Điểm tối đa”',
    );
  }
  return chosen;
}

/** What the layout of the table left open. */
export function reportLayout({ table: { name, layout }, doubts }: Candidate): void {
  const { certain, rivals, labels, columns, titleGuessed } = layout;
  if (!certain)
    doubts.add(
      'no-header',
      { table: name },
      'Không thấy dòng tiêu đề: các cột được đoán',
      'There is no header row: the columns are guessed',
    );
  if (titleGuessed)
    doubts.add(
      'title-column',
      { table: name },
      'Tiêu đề bảng không nói cột nào là tiêu chí; bản nháp lấy cột “$0”',
      'The header does not say which column has the criteria; the draft takes “$0”',
      labels[columns.indexOf('title')] || String(columns.indexOf('title') + 1),
    );
  if (rivals.length > 0)
    doubts.add(
      'points-columns',
      { table: name },
      'Điểm tối đa lấy ở cột “$0”; cũng có thể là cột khác: $1',
      'The maxima were taken from the column “$0”; it may be another one: $1',
      labels[columns.indexOf('max')]!,
      rivals.map((at) => `“${labels[at]}”`).join(', '),
    );
}

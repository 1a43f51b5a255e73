import { fold } from '../../text/index.ts';
import type { Cell, Grid } from './grid.ts';

export type Column = 'number' | 'group' | 'title' | 'max' | 'scoring' | 'evidence' | 'note' | 'other';

/** Where the columns of a table are, and where its lines begin. */
export interface Layout {
  columns: Column[];
  headerRow: number;
  firstRow: number;
  /** The header row itself was found. */
  certain: boolean;
}

/** What a heading names; the first that fits counts, the most particular come first. */
const names: readonly (readonly [Column, RegExp])[] = [
  ['number', /^(?:s?tt|so tt|so thu tu|muc|ma(?: so)?|no\.?)$/],
  ['note', /ghi chu|note/],
  ['evidence', /minh chung|kiem chung|tai lieu|van ban chung minh|evidence/],
  ['scoring', /muc do/],
  ['other', /tu cham|tu danh gia|tham dinh|cap tren|dat duoc|ket qua cham|diem dat|doi chieu/],
  ['scoring', /cach cham|cach tinh|huong dan|phuong phap|thang do|how/],
  ['max', /diem|thang diem|toi da|points|max/],
  ['title', /noi dung|tieu chi|chi tieu|criteri/],
  ['group', /linh vuc|nhom/],
];

function nameOf(label: string): Column | undefined {
  const folded = fold(label);
  if (!folded || folded.length > 80) return undefined;
  return names.find(([, pattern]) => pattern.test(folded))?.[0];
}

/** “Điểm” over “Tối đa | Tự chấm”: the lower words decide, the upper ones help. */
function labelsOf(rows: readonly Cell[][], column: number): string {
  return [...new Set(rows.map((row) => row[column]!))]
    .map(({ text }) => text)
    .filter(Boolean)
    .join(' ');
}

function isCounting(row: readonly Cell[]): boolean {
  const texts = [...new Set(row)].map(({ text }) => text).filter(Boolean);
  return (
    texts.length >= 3 &&
    texts.every((text, at) => text.replace(/[()]/g, '').startsWith(String(at + 1)) && text.length <= 12)
  );
}

function columnsFrom(rows: readonly Cell[][]): Column[] {
  const width = rows[0]!.length;
  const columns = Array.from({ length: width }, (_, at): Column => nameOf(labelsOf(rows, at)) ?? 'other');
  // “Lĩnh vực” beside “Tiêu chí” names the groups, alone it is the title.
  if (!columns.includes('title')) columns.forEach((column, at) => column === 'group' && (columns[at] = 'title'));
  // Only the first column of each kind counts; a second “điểm” is somebody's score, not the maximum.
  return columns.map((column, at) => (columns.indexOf(column) < at ? 'other' : column));
}

/** A row that heads the table: it names a title column and at least one other. */
function isHeader(row: readonly Cell[]): boolean {
  const found = new Set([...new Set(row)].map(({ text }) => nameOf(text)));
  return (
    (found.has('title') || found.has('group')) && (found.has('max') || found.has('number')) && new Set(row).size >= 2
  );
}

/** Without a header: the longest texts are titles, short numbers before them numbers, numbers after them points. */
function guess({ rows }: Grid): Column[] {
  const width = rows[0]?.length ?? 0;
  const column = (at: number) => rows.map((row) => row[at]!.text).filter(Boolean);
  const average = (texts: string[]) => texts.reduce((sum, { length }) => sum + length, 0) / Math.max(texts.length, 1);
  const title = Array.from({ length: width }, (_, at) => average(column(at))).reduce(
    (best, value, at, all) => (value > all[best]! ? at : best),
    0,
  );
  return Array.from({ length: width }, (_, at): Column => {
    if (at === title) return 'title';
    const texts = column(at);
    if (texts.length === 0) return 'other';
    const numeric = texts.filter((text) => /^[\d.,\s+−–-]+(?:đ|điểm)?$/iu.test(text)).length / texts.length;
    if (at < title) return average(texts) <= 6 ? 'number' : 'other';
    return numeric > 0.6 ? 'max' : 'other';
  }).map((each, at, all) => (all.indexOf(each) < at ? 'other' : each));
}

/** Finds the header of a table, of one or two rows, anywhere in its first twenty rows. */
export function findLayout(grid: Grid): Layout | undefined {
  const { rows } = grid;
  for (let at = 0; at < Math.min(rows.length, 20); at++) {
    if (!isHeader(rows[at]!)) continue;
    let last = at;
    // A second header row shares merged cells with the first and holds no points yet.
    const shares = (row: readonly Cell[]) =>
      row.some((cell, column) => cell.text !== '' && cell === rows[last]![column]);
    while (rows[last + 1] && shares(rows[last + 1]!) && new Set(rows[last + 1]).size > 1) last += 1;
    const columns = columnsFrom(rows.slice(at, last + 1));
    const firstRow = last + 1 + (rows[last + 1] && isCounting(rows[last + 1]!) ? 1 : 0);
    return { columns, headerRow: at, firstRow, certain: true };
  }
  const columns = guess(grid);
  return columns.includes('title') && columns.includes('max')
    ? { columns, headerRow: 0, firstRow: 0, certain: false }
    : undefined;
}

/** True for a header repeated at the top of a printed page. */
export function isRepeatedHeader(row: readonly Cell[], layout: Layout): boolean {
  return layout.certain && (isHeader(row) || isCounting(row));
}

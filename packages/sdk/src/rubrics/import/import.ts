import { fold } from '../../text/index.ts';
import { checkRubric } from '../check.ts';
import { MAX_DEPTH, MAX_NODES } from '../limits.ts';
import { refuse, refuseTooLarge } from '../say.ts';
import type { Rubric } from '../schema.ts';
import { maxOf } from '../tree.ts';
import { readConditions } from './conditions.ts';
import { Doubts, someOf, type Doubt } from './doubt.ts';
import { readXlsx } from './excel/read-xlsx.ts';
import { MAX_TEXT, type Cell, type Content } from './grid.ts';
import { notOffice, Parts } from './package.ts';
import { tellRemarks, tellUnused } from './table/account.ts';
import { readBands } from './table/bands.ts';
import { Draft } from './table/draft.ts';
import { settleHeadings } from './table/headings.ts';
import type { Item } from './table/item.ts';
import { joinTables, type Table } from './table/join.ts';
import { cellPoints } from './table/points.ts';
import { Rows } from './table/rows.ts';
import { checkTotals, checkUnstatedTotal } from './table/totals.ts';
import { nest } from './table/tree.ts';
import { tellUnread } from './unread.ts';
import { readDocx } from './word/read-docx.ts';

export interface ImportOptions {
  /** Id and version the draft gets; `imported` and `draft` unless told. */
  id?: string;
  version?: string;
  subject?: Rubric['subject'];
  /** The table to read, by the name that doubts give it (“bảng 2”, the name of a sheet); the fullest one unless told. */
  table?: string;
}

/** A draft for a person to go over, and what the reader was not sure of. */
export interface ImportedRubric {
  rubric: Rubric;
  doubts: Doubt[];
}

/** A table read as a rubric. */
interface Candidate {
  table: Table;
  rows: Rows;
  items: Item[];
  doubts: Doubts;
}

function countItems(items: readonly Item[], depth = 1): number {
  if (depth > MAX_DEPTH) refuseTooLarge('/file');
  return items.reduce((sum, { children }) => sum + 1 + countItems(children, depth + 1), 0);
}

function readTable(table: Table): Candidate {
  const doubts = new Doubts();
  const rows = new Rows(table.layout, doubts);
  rows.read(table.rows);
  doubtLast(rows, doubts);
  return { table, rows, doubts, items: nest(settleHeadings(rows.items, doubts), doubts) };
}

/** How many of the last lines with points may be a total under an unknown name: a grade may follow it. */
const LAST_LINES = 4;

/** A line without a number near the end that has exactly the points of all above it may be their total, whatever it is called. */
function doubtLast({ items, totals }: Rows, doubts: Doubts): void {
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
function chooseTable(tables: readonly Table[], name: string | undefined): Candidate {
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
function tellLayout({ table: { name, layout }, doubts }: Candidate): void {
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

/** The heading nearest above the table, else the first words of the document; and what else stands in the rows above it. */
function headingOf({ table, rows }: Candidate, { paragraphs }: Content): { title: string; above: string[] } {
  const first = new Set(table.rows.slice(0, table.layout.headerRow).flatMap(({ cells }) => cells));
  // A line of another header stands above this one: its points are told as not read.
  const hasPoints = (cell: Cell) => /\d/.test(cell.text) && cellPoints(cell) !== undefined;
  const cells = rows.asides.flatMap((aside) =>
    aside.cells.some(hasPoints) && aside.cells.length > 1 ? [] : aside.cells.filter((cell) => first.has(cell)),
  );
  for (const cell of cells) rows.used.add(cell);
  const above = cells.map(({ text }) => text);
  const words = [...table.before, ...above].filter(
    (text) => text.length > 8 && text.length < 400 && !/…{2}|\.{5}|_{4}/.test(text),
  );
  const headed =
    words.findLast((text) => /tiêu chí|thang điểm|bảng điểm|chấm điểm/iu.test(text)) ??
    words.findLast((text) => /^(?:phiếu|bảng|phụ lục|biểu|mẫu)|đánh giá|rubric/iu.test(text));
  const title = headed ?? words.at(-1) ?? (table.before.length > 0 ? paragraphs[0]!.slice(0, 300) : table.name);
  return { title, above: above.filter((text) => text !== title) };
}

async function contentOf(file: Uint8Array): Promise<Content> {
  const parts = await Parts.open(file);
  const main = await parts.main();
  if (main) return main.program === 'excel' ? readXlsx(parts, main.name) : readDocx(parts, main.name);
  return notOffice();
}

/** Numbers that say nothing of a rubric: dates, numbers of decisions, articles. */
const references =
  /(?<!\d)\d+\/(?:\d+\/)?[\p{Lu}\d-]{2,}|(?:ngày|tháng|năm|quý|số|điều|khoản|phụ lục|mẫu|trang|khóa|nhiệm kỳ|giai đoạn)\s+(?:số\s+)?[\d/.-]+(?:\s*[-–]\s*\d+)?|(?<!\d)\d{1,2}\/\d{1,2}(?:\/\d{2,4})?|\d{1,2}\.\d{1,2}\.\d{2,4}|(?:19|20)\d\d/giu;

/** Text around the table with numbers that nothing of the draft was read from. */
function tellText(texts: readonly string[], doubts: Doubts): void {
  const left = texts.filter((text) =>
    /\d/.test(text.replace(references, '').replace(/^\s*[\dIVX]+(?:\.\d+)*(?:[.)]|\s)/, '')),
  );
  if (left.length > 0)
    doubts.add(
      'text-not-read',
      {},
      'Ngoài bảng còn chữ có số không vào bản nháp: $0',
      'Outside the table there is text with numbers that are not in the draft: $0',
      someOf(left.map((text) => `“${text.replaceAll('\n', ' ')}”`)),
    );
}

/** Tables other than the one read, by name and first words; letterheads and signatures are among them. */
function tellOthers({ grids }: Content, { table }: Candidate, used: ReadonlySet<string>, doubts: Doubts): void {
  const others = grids.filter(
    ({ name, rows }) =>
      // A table inside a cell of the one that was read is read as the text of that cell.
      !table.parts.some((part) => name === part || name.startsWith(`${part},`)) &&
      !used.has(name) &&
      rows.some(({ cells }) => cells.some(({ text }) => text)),
  );
  if (others.length === 0) return;
  const about = others.map(({ name, rows }) => {
    const words = rows.flatMap(({ cells }) => cells).find(({ text }) => text)!.text;
    return `${name} (“${words.replaceAll('\n', ' ').slice(0, 50)}”)`;
  });
  doubts.add(
    'other-tables',
    { table: table.name },
    'Đã đọc “$0”; trong tệp còn bảng khác chưa được đọc: $1',
    '“$0” was read; other tables of the file were not: $1',
    table.name,
    someOf(about, 20),
  );
}

/** Bands and conditions from the text around the table, its own rows below the total, and other tables that hold nothing else. */
function readAround({ paragraphs, grids }: Content, { table, rows }: Candidate) {
  const asides = rows.asides.map(({ text }) => text);
  const small = grids
    .filter(({ name, rows: lines }) => !table.parts.includes(name) && lines.length <= 12)
    .map(({ name, rows: lines }) => ({
      name,
      lines: lines.map(({ cells }) =>
        [...new Set(cells)]
          .map(({ text }) => text)
          .filter(Boolean)
          .join(': '),
      ),
    }));
  const texts = [...paragraphs, ...asides, ...small.flatMap(({ lines }) => lines)];
  const { bands, doubts, read } = readBands(texts);
  const conditions = readConditions(texts, bands);
  const told = new Set([...read, ...conditions.flatMap(({ source }) => source)]);
  const heads = (text: string) =>
    bands.length > 0 && /^(?:cach |muc |dieu kien |tieu chuan )?xep loai:?$/.test(fold(text));
  for (const { text, cells } of rows.asides)
    if (told.has(text) || heads(text)) for (const cell of cells) rows.used.add(cell);
  // A table whose every numbered line is a band is read.
  const used = small.filter(
    ({ lines }) => lines.some((text) => read.has(text)) && lines.every((text) => read.has(text) || !/\d/.test(text)),
  );
  return {
    bands,
    doubts,
    conditions: conditions.map(({ condition }) => condition),
    used: new Set(used.map(({ name }) => name)),
    left: paragraphs.filter((text) => !told.has(text)),
  };
}

/**
 * Reads a rubric table out of a `.docx` or `.xlsx` as officials keep them: merged or empty cells, tables in several parts,
 * `I / 1 / 1.1 / a)` typed or numbered by the word processor, “tối đa 10 điểm”, decimal comma, Roman groups, columns in any
 * order, headings across. Levels under a line, rates with thresholds, “mỗi … trừ 0,5 điểm”, bonus and deduction, points of
 * the superior and bands written out in the text are recognised.
 *
 * It never guesses silently: any cell, column, row, table or sheet that does not reach the draft is a doubt with its
 * address, so is any number that was computed, guessed or converted, and where a sum of the table disagrees with the draft
 * (`total-disagrees`) no number of the draft is certain. A person goes over the draft before `publishRubric`. What
 * `checkRubric` finds in it is among the doubts.
 *
 * Throws `InputError`: `not-an-office-file`, `file-too-large`, `no-rubric-table`, `too-large` (more than 1,000 lines).
 */
export async function importRubric(
  file: Uint8Array | ArrayBuffer | Blob,
  options: ImportOptions = {},
): Promise<ImportedRubric> {
  const bytes =
    file instanceof Uint8Array ? file : new Uint8Array(file instanceof ArrayBuffer ? file : await file.arrayBuffer());
  const content = await contentOf(bytes);
  const joined = new Doubts();
  const chosen = chooseTable(joinTables(content.grids, joined), options.table);
  if (countItems(chosen.items) > MAX_NODES) {
    refuse(
      'too-large',
      '/file',
      'Bảng “$1” có quá $0 dòng tiêu chí: hãy giữ lại riêng bảng tiêu chí trong tệp',
      'The table “$1” has more than $0 lines: keep only the table of criteria in the file',
      String(MAX_NODES),
      chosen.table.name,
    );
  }
  const { doubts, rows, table } = chosen;
  tellLayout(chosen);
  const draft = new Draft(doubts);
  const parts = draft.split(chosen.items);
  const criteria = draft.nodes(parts.criteria);
  const bonus = draft.pot(parts.bonus, 'bonus');
  const deduction = draft.pot(parts.deduction, 'deduction');
  draft.finish();
  const sum = criteria.reduce((total, node) => total + maxOf(node), 0);
  const sums = { worth: (item: Item) => draft.worth(item), ...parts };
  const stated = checkTotals(rows.totals, sums, doubts);
  if (stated === undefined)
    checkUnstatedTotal(
      sum,
      table.layout.labels[table.layout.columns.indexOf('max')] ?? '',
      [...rows.asides.map(({ text }) => text), ...content.paragraphs],
      table.name,
      doubts,
    );
  const around = readAround(content, chosen);
  const { title, above } = headingOf(chosen, content);
  const note = ['Đọc từ tệp; cần đối chiếu với văn bản gốc.', ...above].join('\n').slice(0, MAX_TEXT);
  const rubric: Rubric = {
    id: options.id ?? 'imported',
    version: options.version ?? 'draft',
    title: { vi: title },
    subject: options.subject ?? (/mô hình/iu.test(title) ? 'model' : 'unit'),
    legalBasis: { title, confidence: 'from-memory', note },
    total: stated ?? sum,
    criteria,
    ...(bonus ? { bonus } : {}),
    ...(deduction ? { deduction } : {}),
    order: [
      'rescale',
      ...(bonus ? (['bonus'] as const) : []),
      ...(deduction ? (['deduction'] as const) : []),
      'clamp',
      'round',
    ],
    rounding: { to: 1, mode: 'half-up' },
    notApplicable: 'rescale',
    bands: around.bands,
    conditions: [...draft.conditions, ...around.conditions],
    reasonAbove: 0,
  };
  const left = new Doubts();
  tellOthers(content, chosen, around.used, left);
  tellUnread(content.unread, left);
  tellUnused(table.rows, table.layout, rows.used, left);
  tellRemarks(table.rows, left);
  tellText(
    around.left.filter((text) => text !== title),
    left,
  );
  const faults = checkRubric(rubric).map(({ code, pointer, text }): Doubt => ({ code, pointer, text }));
  const mine = joined.list.filter(({ table: name }) => name === table.name);
  return { rubric, doubts: [...left.list, ...mine, ...doubts.list, ...around.doubts, ...faults] };
}

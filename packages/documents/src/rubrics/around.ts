/** The surroundings of the table that is read: its heading, classes and conditions, other text and tables. */
import { fold } from '@dvk/sdk/text';
import type { Candidate } from './choose-table.ts';
import { readConditions } from './conditions.ts';
import { someOf, type Doubts } from './doubt.ts';
import type { Cell, Content } from './grid.ts';
import { readBands } from './table/bands.ts';
import { cellPoints } from './table/points.ts';

/** The heading nearest above the table, else the first words of the document; and the other texts in the rows above it. */
export function headingOf({ table, rows }: Candidate, { paragraphs }: Content): { title: string; above: string[] } {
  const first = new Set(table.rows.slice(0, table.layout.headerRow).flatMap(({ cells }) => cells));
  // A line of another header above this one: its points are reported as not read.
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

/** Numbers that say nothing of a rubric: dates, numbers of decisions, articles. */
const references =
  /(?<!\d)\d+\/(?:\d+\/)?[\p{Lu}\d-]{2,}|(?:ngày|tháng|năm|quý|số|điều|khoản|phụ lục|mẫu|trang|khóa|nhiệm kỳ|giai đoạn)\s+(?:số\s+)?[\d/.-]+(?:\s*[-–]\s*\d+)?|(?<!\d)\d{1,2}\/\d{1,2}(?:\/\d{2,4})?|\d{1,2}\.\d{1,2}\.\d{2,4}|(?:19|20)\d\d/giu;

/** Text around the table with numbers that nothing of the draft was read from. */
export function reportText(texts: readonly string[], doubts: Doubts): void {
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
export function reportOtherTables(
  { grids }: Content,
  { table }: Candidate,
  used: ReadonlySet<string>,
  doubts: Doubts,
): void {
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
export function readAround({ paragraphs, grids }: Content, { table, rows }: Candidate) {
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
  const understood = new Set([...read, ...conditions.flatMap(({ source }) => source)]);
  const heads = (text: string) =>
    bands.length > 0 && /^(?:cach |muc |dieu kien |tieu chuan )?xep loai:?$/.test(fold(text));
  for (const { text, cells } of rows.asides)
    if (understood.has(text) || heads(text)) for (const cell of cells) rows.used.add(cell);
  // A table whose every numbered line is a band is read.
  const used = small.filter(
    ({ lines }) => lines.some((text) => read.has(text)) && lines.every((text) => read.has(text) || !/\d/.test(text)),
  );
  return {
    bands,
    doubts,
    conditions: conditions.map(({ condition }) => condition),
    used: new Set(used.map(({ name }) => name)),
    left: paragraphs.filter((text) => !understood.has(text)),
  };
}

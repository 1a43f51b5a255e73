import fc from 'fast-check';
import { xlsx, type SheetXml, type Value } from './excel.ts';
import { docx, paragraph } from './word.ts';

/** Levels of a line, best first; without any, the line has points alone. */
interface Line {
  title: string;
  points: number;
  levels: { title: string; points: number }[];
}

interface Section {
  title: string;
  lines: Line[];
}

/** How one and the same rubric is laid out as a table. */
export interface Structure {
  format: 'docx' | 'xlsx';
  sections: Section[];
  /** Numbers of sections and of their lines. */
  numbering: 'I-1' | 'A-1' | '1-1.1' | 'I-I.1' | 'none-1' | 'none-on';
  /** Where the numbers stand. */
  numbersIn: 'column' | 'title';
  heading: 'row' | 'row-without-points' | 'across' | 'group-merged' | 'group-empty';
  pointsIn: 'column' | 'title-end' | 'title-second-line';
  maxLabel: 'Điểm tối đa' | 'Thang điểm' | 'Điểm chuẩn' | 'Điểm';
  /** Other columns of points, empty or filled with scores. */
  others: { label: 'Điểm tự chấm' | 'Điểm năm trước' | 'Điểm thẩm định'; before: boolean; filled: boolean }[];
  levelCells: 'merged' | 'empty';
  evidence: boolean;
  header: 'one-row' | 'two-rows' | 'counted';
  /** After how many body rows a new part begins, if it does, and whether it repeats the header. */
  parts: 'one' | 'repeated-header' | 'table-with-header' | 'table-without-header';
  total: '' | 'Tổng cộng' | 'TỔNG ĐIỂM' | 'Total points' | 'Tổng số' | 'Điểm tổng cộng' | 'Cộng' | 'Tổng cộng (I+II)';
  /** A row with the sum of each section below it. */
  sums: '' | 'Cộng mục' | 'Tổng điểm mục';
}

interface Cell {
  text: string;
  span: number;
  /** Rows it covers. */
  down: number;
}
type Row = (Cell | 'above' | 'left')[];

const make = (text: string, span = 1, down = 1): Cell => ({ text, span, down });
const words = [
  'Ban hành kế hoạch',
  'Tổ chức quán triệt',
  'Xây dựng mô hình',
  'Tuyên truyền, vận động',
  'Kiểm tra, giám sát',
  'Tiếp xúc, đối thoại',
];
const romans = ['I', 'II', 'III', 'IV'];

const line = fc.record({ halves: fc.integer({ min: 2, max: 40 }), levels: fc.constantFrom(0, 0, 0, 2, 3) });

export const structures: fc.Arbitrary<Structure> = fc.record({
  format: fc.constantFrom('docx', 'xlsx'),
  sections: fc.array(fc.array(line, { minLength: 2, maxLength: 4 }), { minLength: 2, maxLength: 3 }).map((all) => {
    let count = 0;
    return all.map((lines, at) => ({
      title: ['Công tác lãnh đạo', 'Kết quả thực hiện', 'Hiệu quả, lan tỏa'][at]!,
      lines: lines.map(({ halves, levels }) => {
        const points = halves / 2;
        const names = levels === 3 ? ['Làm tốt', 'Làm chậm', 'Không làm'] : ['Đủ nội dung', 'Thiếu nội dung'];
        return {
          title: `${words[count % words.length]} đợt ${++count}`,
          points,
          levels:
            levels === 0
              ? []
              : names.map((title, level) => ({ title, points: level === 0 ? points : level === 1 ? points / 2 : 0 })),
        };
      }),
    }));
  }),
  numbering: fc.constantFrom('I-1', 'A-1', '1-1.1', 'I-I.1', 'none-1', 'none-on'),
  numbersIn: fc.constantFrom('column', 'title'),
  heading: fc.constantFrom('row', 'row-without-points', 'across', 'group-merged', 'group-empty'),
  pointsIn: fc.constantFrom('column', 'column', 'column', 'title-end', 'title-second-line'),
  maxLabel: fc.constantFrom('Điểm tối đa', 'Thang điểm', 'Điểm chuẩn', 'Điểm'),
  others: fc.array(
    fc.record({
      label: fc.constantFrom('Điểm tự chấm', 'Điểm năm trước', 'Điểm thẩm định'),
      before: fc.boolean(),
      filled: fc.boolean(),
    }),
    { maxLength: 2 },
  ),
  levelCells: fc.constantFrom('merged', 'empty'),
  evidence: fc.boolean(),
  header: fc.constantFrom('one-row', 'two-rows', 'counted'),
  parts: fc.constantFrom('one', 'one', 'repeated-header', 'table-with-header', 'table-without-header'),
  total: fc.constantFrom(
    '',
    'Tổng cộng',
    'TỔNG ĐIỂM',
    'Total points',
    'Tổng số',
    'Điểm tổng cộng',
    'Cộng',
    'Tổng cộng (I+II)',
  ),
  sums: fc.constantFrom('', '', 'Cộng mục', 'Tổng điểm mục'),
}) as fc.Arbitrary<Structure>;

const points = (value: number) => String(value).replace('.', ',');
const sumOf = (lines: readonly Line[]) => lines.reduce((sum, each) => sum + each.points, 0);
const isGroupColumn = ({ heading }: Structure) => heading === 'group-merged' || heading === 'group-empty';

/** Printed numbers of a section and of one of its lines. */
function numbersOf({ numbering }: Structure, section: number, at: number, before: number): [string, string] {
  switch (numbering) {
    case 'I-1':
      return [romans[section]!, String(at + 1)];
    case 'A-1':
      return ['ABC'[section]!, String(at + 1)];
    case '1-1.1':
      return [String(section + 1), `${section + 1}.${at + 1}`];
    case 'I-I.1':
      return [romans[section]!, `${romans[section]}.${at + 1}`];
    case 'none-1':
      return ['', String(at + 1)];
    case 'none-on':
      return ['', String(before + at + 1)];
  }
}

type Kind = 'number' | 'group' | 'title' | 'level' | 'max' | 'evidence' | 'other-0' | 'other-1';

function columnsOf(structure: Structure): Kind[] {
  const { numbersIn, others, sections, evidence, pointsIn } = structure;
  const levels = sections.some(({ lines }) => lines.some((each) => each.levels.length > 0));
  const other = (before: boolean) =>
    others.flatMap((each, at) => (each.before === before ? [`other-${at}` as Kind] : []));
  return [
    ...(numbersIn === 'column' ? (['number'] as const) : []),
    ...(isGroupColumn(structure) ? (['group'] as const) : []),
    'title',
    ...(levels ? (['level'] as const) : []),
    ...other(true),
    ...(pointsIn === 'column' || levels ? (['max'] as const) : []),
    ...other(false),
    ...(evidence ? (['evidence'] as const) : []),
  ];
}

/** Header rows, then body rows; `parts` cut the body. */
function rowsOf(structure: Structure): { header: Row[]; body: Row[] } {
  const { sections, others, numbersIn, heading, pointsIn, maxLabel, total, sums, header, evidence } = structure;
  const kinds = columnsOf(structure);
  const labels: Record<Kind, string> = {
    number: 'STT',
    group: 'Lĩnh vực',
    title: 'Nội dung, tiêu chí',
    level: 'Mức độ',
    max: maxLabel,
    evidence: 'Tài liệu kiểm chứng',
    'other-0': others[0]?.label ?? '',
    'other-1': others[1]?.label ?? '',
  };
  const row = (texts: Partial<Record<Kind, string | Cell | 'above'>>): Row =>
    kinds.map((kind) => {
      const text = texts[kind] ?? '';
      return typeof text === 'string' && text !== 'above' ? make(text) : (text as Cell | 'above');
    });
  const two = header === 'two-rows' ? [make('', 1, 2)] : [];
  const headerRows: Row[] =
    two.length > 0
      ? [kinds.map((kind) => make(labels[kind], 1, 2)), kinds.map(() => 'above' as const)]
      : [
          kinds.map((kind) => make(labels[kind])),
          ...(header === 'counted' ? [kinds.map((_, at) => make(`(${at + 1})`))] : []),
        ];
  const scores = (score: number) =>
    Object.fromEntries(others.map(({ filled }, at) => [`other-${at}`, filled ? points(score) : '']));
  const titled = (number: string, title: string, worth: number | undefined) => {
    const text = numbersIn === 'title' && number ? `${number}. ${title}` : title;
    if (worth === undefined || pointsIn === 'column') return text;
    return pointsIn === 'title-end' ? `${text} (${points(worth)} điểm)` : `${text}\n(Tối đa ${points(worth)}đ)`;
  };
  const max = (worth: number) => (kinds.includes('max') && pointsIn === 'column' ? points(worth) : '');
  const body: Row[] = [];
  let before = 0;
  for (const [at, { title, lines }] of sections.entries()) {
    const [own] = numbersOf(structure, at, 0, before);
    const worth = sumOf(lines);
    const height = lines.reduce((sum, each) => sum + Math.max(1, each.levels.length), 0);
    if (heading === 'row') body.push(row({ number: own, title: titled(own, title, worth), max: max(worth) }));
    if (heading === 'row-without-points')
      body.push(row({ number: own, title: numbersIn === 'title' && own ? `${own}. ${title}` : title }));
    if (heading === 'across') {
      const text = `${own ? `${own}. ` : ''}${title} (${points(worth)} điểm)`;
      body.push([make(text, kinds.length), ...kinds.slice(1).map(() => 'left' as const)]);
    }
    for (const [index, { title: name, points: most, levels }] of lines.entries()) {
      const [, number] = numbersOf(structure, at, index, before);
      const tall = structure.levelCells === 'merged' ? Math.max(1, levels.length) : 1;
      const first = index === 0;
      const group = first
        ? make(own ? `${own}. ${title}` : title, 1, heading === 'group-merged' ? height : 1)
        : heading === 'group-merged'
          ? 'above'
          : '';
      body.push(
        row({
          number: make(number, 1, tall),
          group,
          title: make(titled(number, name, levels.length > 0 ? undefined : most), 1, tall),
          level: levels[0]?.title ?? '',
          max: levels.length > 0 ? points(levels[0]!.points) : max(most),
          evidence: evidence ? `Văn bản số ${before + index + 1}` : '',
          ...scores(most / 2),
        }),
      );
      for (const level of levels.slice(1)) {
        const merged = structure.levelCells === 'merged' ? ('above' as const) : '';
        body.push(
          row({
            number: merged,
            group: heading === 'group-merged' ? 'above' : '',
            title: merged,
            level: level.title,
            max: points(level.points),
          }),
        );
      }
    }
    if (sums) body.push(row({ title: `${sums} ${own || String(at + 1)}`, max: points(worth) }));
    before += lines.length;
  }
  const whole = sections.reduce((sum, { lines }) => sum + sumOf(lines), 0);
  if (total)
    body.push(
      row(kinds.includes('max') ? { title: total, max: points(whole) } : { title: `${total}: ${points(whole)} điểm` }),
    );
  return { header: headerRows, body };
}

/** Cuts the body before a row that begins a line, so that no merged cell is cut through. */
function cut(body: readonly Row[]): [Row[], Row[]] {
  const at = body.findIndex((row, index) => index >= body.length / 2 && !row.includes('above'));
  return at < 1 ? [[...body], []] : [body.slice(0, at), body.slice(at)];
}

function wordTable(rows: readonly Row[]): string {
  const open: number[] = [];
  const cells = (row: Row) =>
    row.map((cell, at) => {
      if (cell === 'left') return '';
      if (cell === 'above') return '<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>';
      open[at] = cell.down;
      const properties = `${cell.span > 1 ? `<w:gridSpan w:val="${cell.span}"/>` : ''}${cell.down > 1 ? '<w:vMerge w:val="restart"/>' : ''}`;
      return `<w:tc><w:tcPr>${properties}</w:tcPr>${cell.text
        .split('\n')
        .map((text) => paragraph(text))
        .join('')}</w:tc>`;
    });
  return `<w:tbl>${rows.map((row) => `<w:tr>${cells(row).join('')}</w:tr>`).join('')}</w:tbl>`;
}

function sheet(rows: readonly Row[]): SheetXml {
  const merges: string[] = [];
  const name = (row: number, column: number) => String.fromCharCode(65 + column) + (row + 1);
  const values = rows.map((row, at) =>
    row.map((cell, column): Value => {
      if (typeof cell === 'string') return null;
      if (cell.span > 1 || cell.down > 1)
        merges.push(`${name(at, column)}:${name(at + cell.down - 1, column + cell.span - 1)}`);
      return /^\d+(?:,\d+)?$/.test(cell.text) ? Number(cell.text.replace(',', '.')) : cell.text || null;
    }),
  );
  return { rows: values, merges };
}

/** The file of a structure. In a sheet a table cannot be cut: it only repeats its header. */
export function fileOf(structure: Structure): Uint8Array {
  const { header, body } = rowsOf(structure);
  const [first, second] = structure.parts === 'one' ? [body, []] : cut(body);
  if (structure.format === 'xlsx')
    return xlsx([sheet([...header, ...first, ...(second.length > 0 ? header : []), ...second])]);
  if (structure.parts === 'one' || structure.parts === 'repeated-header' || second.length === 0)
    return docx(wordTable([...header, ...first, ...(second.length > 0 ? header : []), ...second]));
  const next = structure.parts === 'table-with-header' ? [...header, ...second] : second;
  return docx(wordTable([...header, ...first]) + '<w:p/>' + wordTable(next));
}

/** What a reader should make of it: titles and points of the lines under their sections. */
export const expected = ({ sections }: Structure) =>
  sections.map(({ title, lines }) => ({
    title,
    points: sumOf(lines),
    lines: lines.map((each) => [each.title, each.points]),
  }));

/** Every text of the table. */
export function textsOf(structure: Structure): string[] {
  const { body } = rowsOf(structure);
  return body.flat().flatMap((cell) => (typeof cell === 'string' ? [] : cell.text.split('\n').filter(Boolean)));
}

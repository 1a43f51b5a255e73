import fc from 'fast-check';

/** Levels of a line, best first; without any, the line has points alone. */
export interface Line {
  title: string;
  points: number;
  levels: { title: string; points: number }[];
}

export interface Section {
  title: string;
  lines: Line[];
}

/** How one and the same rubric is laid out as a table. */
export interface Structure {
  format: 'docx' | 'xlsx';
  sections: Section[];
  /** Numbers of sections and of their lines. */
  numbering: 'I-1' | 'A-1' | '1-1.1' | 'I-I.1' | 'none-1' | 'none-on' | 'I-none';
  /** Where the numbers stand, and whether they are typed or counted by the word processor (only in a document). */
  numbersIn: 'column' | 'title';
  counted: boolean;
  /** Unnumbered headings that divide each section; only under heading rows with numbers and points. */
  subheads: boolean;
  /** Which columns come first: `points` before titles, `evidence` before points. */
  order: 'usual' | 'points-first' | 'evidence-first';
  heading: 'row' | 'row-without-points' | 'across' | 'group-merged' | 'group-empty';
  pointsIn: 'column' | 'title-end' | 'title-second-line';
  maxLabel: 'Điểm tối đa' | 'Thang điểm' | 'Điểm chuẩn' | 'Điểm';
  /** Other columns of points, empty or filled with scores. */
  others: { label: 'Điểm tự chấm' | 'Điểm năm trước' | 'Điểm thẩm định'; before: boolean; filled: boolean }[];
  /** Cells left of further levels: merged, empty, or not written at all (`gridBefore` in a document). */
  levelCells: 'merged' | 'empty' | 'absent';
  evidence: boolean;
  /** A row below the first line of each section that takes a point off; only in a column of points. */
  penalties: boolean;
  header: 'one-row' | 'two-rows' | 'counted';
  /** After how many body rows a new part begins, if it does, and whether it repeats the header. */
  parts: 'one' | 'repeated-header' | 'table-with-header' | 'table-without-header';
  total: '' | 'Tổng cộng' | 'TỔNG ĐIỂM' | 'Total points' | 'Tổng số' | 'Điểm tổng cộng' | 'Cộng' | 'Tổng cộng (I+II)';
  /** A row with the sum of each section below it. */
  sums: '' | 'Cộng mục' | 'Tổng điểm mục';
}

const words = [
  'Ban hành kế hoạch',
  'Tổ chức quán triệt',
  'Xây dựng mô hình',
  'Tuyên truyền, vận động',
  'Kiểm tra, giám sát',
  'Tiếp xúc, đối thoại',
];

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
  numbering: fc.constantFrom('I-1', 'A-1', '1-1.1', 'I-I.1', 'none-1', 'none-on', 'I-none'),
  numbersIn: fc.constantFrom('column', 'title'),
  counted: fc.boolean(),
  subheads: fc.boolean(),
  order: fc.constantFrom('usual', 'usual', 'points-first', 'evidence-first'),
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
  levelCells: fc.constantFrom('merged', 'empty', 'absent'),
  evidence: fc.boolean(),
  penalties: fc.boolean(),
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

export const sumOf = (lines: readonly Line[]): number => lines.reduce((sum, each) => sum + each.points, 0);

/** Whether unnumbered headings divide the sections. */
export const isDivided = ({ subheads, heading, numbering }: Structure): boolean =>
  subheads && heading === 'row' && !numbering.includes('none');

/** The lines of a section in two parts under the headings that divide it. */
export function dividedLines({ lines }: Section): { title: string; lines: Line[] }[] {
  const half = Math.ceil(lines.length / 2);
  return [
    { title: 'Nhóm việc thường xuyên', lines: lines.slice(0, half) },
    { title: 'Nhóm việc đột xuất', lines: lines.slice(half) },
  ];
}

/** A node of the draft, as far as it is compared. */
export interface Expected {
  title: string;
  points: number;
  below: Expected[];
}

/** What a reader should make of it. */
export function expected(structure: Structure): Expected[] {
  const leaves = (lines: readonly Line[]) => lines.map(({ title, points }) => ({ title, points, below: [] }));
  return structure.sections.map((section) => ({
    title: section.title,
    points: sumOf(section.lines),
    below: isDivided(structure)
      ? dividedLines(section).map(({ title, lines }) => ({ title, points: sumOf(lines), below: leaves(lines) }))
      : leaves(section.lines),
  }));
}

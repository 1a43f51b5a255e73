import type { Assessment } from '@dvk/sdk/assessments';
import { writeWorkbook, type SpreadsheetCell, type SpreadsheetSheet } from '@dvk/sdk/office';
import type { Rubric } from '@dvk/sdk/rubrics';
import { linesOf, paperFont } from '../sheets/text-lines.ts';
import { scoreRows, type ScoreRow } from './score-rows.ts';

const widths = [7, 42, 9, 11, 11, 11];
const headings = ['TT', 'Tiêu chí', 'Tối đa', 'Điểm tự chấm', 'Điểm thẩm định', 'Chênh lệch'];
const whole = widths.reduce((a, b) => a + b, 0);
const height = (lines: number) => 17 * lines + 4;
const columns = { self: 'D', appraised: 'E' } as const;

/** A score sheet as an `.xlsx`, in points, not hundredths. */
export interface ScoreWorkbookData {
  assessment: Pick<Assessment, 'subject' | 'unitName' | 'period' | 'lines' | 'results'>;
  rubric: Rubric;
}

/**
 * The points of a unit and of its appraisers as an `.xlsx`. The sum of a group is a formula where it is the sum of its lines – not where the
 * rubric cuts it –, and so is every difference; the total is what the rubric makes of it, which is more than a sum.
 */
export function writeScoreWorkbook({ assessment, rubric }: ScoreWorkbookData): Uint8Array {
  const rows = scoreRows(assessment, rubric);
  const titles = [
    assessment.results.appraised ? 'PHIẾU THẨM ĐỊNH' : 'PHIẾU TỰ CHẤM ĐIỂM',
    `${rubric.title.vi}, kỳ ${assessment.period}`,
    ...(rubric.legalBasis.confidence === 'illustrative' ? ['(Thang điểm minh họa, chưa phải văn bản ban hành)'] : []),
    `Đối tượng chấm điểm: ${assessment.subject.name}. Đơn vị tự chấm: ${assessment.unitName}`,
  ];
  const first = titles.length + 1;
  const sheet: SpreadsheetSheet = {
    name: 'Phiếu chấm điểm',
    widths,
    rows: [
      ...titles.map((value, at): SpreadsheetCell[] => [{ value, bold: at < 2, align: 'center', wrap: true }]),
      [],
      headings.map((value) => ({ value, bold: true, align: 'center', bordered: true, wrap: true })),
      ...rows.map((row, at) => rowCells(row, at, rows, first + 2)),
    ],
    heights: new Map([
      ...titles.map((text, at) => [at, height(linesOf(text, whole))] as const),
      [first, height(2)] as const,
      ...rows.map(({ title }, at) => [first + 1 + at, height(linesOf(title, widths[1]! * 0.85))] as const),
    ]),
    merges: titles.map((_, at) => [at, 0, widths.length - 1] as const),
    frozenRows: first + 1,
    print: { repeatedRow: first },
  };
  return writeWorkbook([sheet], paperFont);
}

const points = (hundredths: number | null): number | null => (hundredths === null ? null : hundredths / 100);

/** The rows that are right below a group, by their index. */
function childrenOf(at: number, rows: readonly ScoreRow[]): number[] {
  const { depth } = rows[at]!;
  const found: number[] = [];
  for (let next = at + 1; next < rows.length && rows[next]!.depth > depth; next++)
    if (rows[next]!.depth === depth + 1) found.push(next);
  return found;
}

/** @param top - the row of the sheet in which the table begins, counted from 1 */
function rowCells(row: ScoreRow, at: number, rows: readonly ScoreRow[], top: number): SpreadsheetCell[] {
  const bold = row.kind !== 'line';
  const look = { bold, bordered: true, wrap: true } as const;
  const side = (name: 'self' | 'appraised'): SpreadsheetCell => {
    const word = name === 'self' ? row.selfWord : row.appraisedWord;
    const value = points(row[name]);
    if (word !== undefined || value === null) return { value: word ?? '–', align: 'center', ...look };
    const children = row.kind === 'group' ? childrenOf(at, rows) : [];
    const sum = children.reduce((all, child) => all + (rows[child]![name] ?? 0), 0);
    const isSum = children.length > 0 && sum === row[name];
    const formula = `SUM(${children.map((child) => `${columns[name]}${top + child}`).join(',')})`;
    return { value, align: 'center', ...look, ...(isSum ? { formula } : {}) };
  };
  const place = top + at;
  const hasBoth = row.self !== null && row.appraised !== null && row.kind !== 'total';
  return [
    { value: row.number, align: 'center', ...look },
    { value: row.title, align: 'left', ...look },
    { value: points(row.max) ?? '–', align: 'center', ...look },
    side('self'),
    side('appraised'),
    hasBoth
      ? { value: points(row.appraised! - row.self!), formula: `E${place}-D${place}`, align: 'center', ...look }
      : { value: row.kind === 'total' ? null : '–', align: 'center', ...look },
  ];
}

import { writeWorkbook, type SpreadsheetCell } from '@dvk/sdk/office';
import type { Rubric } from '@dvk/sdk/rubrics';
import { linesOf, paperFont } from '../sheets/text-lines.ts';
import type { Bytes } from './bytes.ts';
import { heading, isCentred, widths } from './layout.ts';
import { closingSentences, sheetRows, type SheetRow } from './sheet.ts';

const empty = Array.from({ length: widths.length - 1 }, () => null);
const whole = widths.reduce((a, b) => a + b, 0);
const height = (lines: number) => 17 * lines + 4;

/** A text over all columns. */
const across = (value: string, look: { bold?: boolean; align?: 'center' | 'left' }): SpreadsheetCell[] => [
  { value, wrap: true, align: 'left', ...look },
  ...empty,
];

/** Numbers stay text: a spreadsheet would turn 1.10 into 1.1 and 1.1 into the first of January. */
function tableRow({ kind, cells }: SheetRow): SpreadsheetCell[] {
  const bold = kind !== 'line';
  const texts = kind === 'part' ? [cells[1], ...empty] : cells;
  return texts.map((value, column) => ({
    value,
    bold,
    wrap: true,
    bordered: true,
    align: kind !== 'part' && isCentred(kind, column) ? 'center' : 'left',
  }));
}

/** The rubric as an .xlsx of one sheet: heading, table, classes. `importRubric` reads it back. */
export async function exportRubricXlsx(rubric: Rubric): Promise<Bytes> {
  const titles = heading(rubric);
  const table = sheetRows(rubric);
  const closing = closingSentences(rubric);
  const first = titles.length + 1;
  const last = first + table.length + 1;
  const merged = [
    ...titles.map((_, at) => at),
    ...table.flatMap(({ kind }, at) => (kind === 'part' ? [first + at] : [])),
    ...closing.map((_, at) => last + at),
  ];
  const heights = new Map([
    ...titles.map((text, at) => [at, height(linesOf(text, whole))] as const),
    ...table.map(({ kind, cells }, at) => {
      const lines = cells.map((text, column) => linesOf(text, kind === 'part' ? whole : widths[column]! * 0.85));
      return [first + at, height(Math.max(...lines))] as const;
    }),
    ...closing.map((text, at) => [last + at, height(linesOf(text, whole))] as const),
  ]);
  const sheet = {
    name: 'Tiêu chí',
    widths,
    rows: [
      ...titles.map((text, at) => across(text, { bold: at === 0, align: 'center' })),
      [],
      ...table.map(tableRow),
      [],
      ...closing.map((text) => across(text, {})),
    ],
    heights,
    merges: merged.map((row) => [row, 0, widths.length - 1] as const),
    print: { repeatedRow: first },
  };
  return new Uint8Array(writeWorkbook([sheet], paperFont));
}

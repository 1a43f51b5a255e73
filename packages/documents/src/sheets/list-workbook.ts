import { writeWorkbook, type SpreadsheetCell, type SpreadsheetSheet } from '@dvk/sdk/office';
import { linesOf, paperFont } from './text-lines.ts';

/** A column of a list. */
export interface ListColumn {
  title: string;
  /** In characters. */
  width: number;
  /** Numbers that are added up in the last row. */
  total?: boolean;
  align?: 'left' | 'center' | 'right';
}

/** A list for people to print and to count with. */
export interface ListSheet {
  /** Name of the sheet. */
  name: string;
  /** Lines above the table, the first in bold: what it is, of whom, as of when. */
  heading: readonly string[];
  columns: readonly ListColumn[];
  rows: readonly (readonly (string | number | null)[])[];
}

const height = (lines: number) => 17 * lines + 4;

/** The letter of a column; lists have no more than 26. */
const letter = (at: number) => String.fromCharCode(65 + at);

/**
 * A list as an `.xlsx`: heading, table with lines, one page wide on A4, its head on every page, and totals that are counted anew when somebody
 * changes a number.
 */
export function writeListWorkbook(list: ListSheet): Uint8Array {
  return writeWorkbook([listSheet(list)], paperFont);
}

function listSheet({ name, heading, columns, rows }: ListSheet): SpreadsheetSheet {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const first = heading.length + 1;
  const look = { bordered: true, wrap: true } as const;
  const head = columns.map(({ title }): SpreadsheetCell => ({ value: title, bold: true, align: 'center', ...look }));
  const body = rows.map((row) =>
    columns.map(({ align, total }, at): SpreadsheetCell => ({
      value: row[at] ?? null,
      align: align ?? (total ? 'right' : 'left'),
      ...look,
    })),
  );
  const top = first + 2;
  // Below the widest of the columns that are not added up: in the first one there is a number often.
  const widest = Math.max(0, ...columns.map(({ width, total }) => (total ? 0 : width)));
  const label = columns.findIndex(({ width, total }) => !total && width === widest);
  const totals = columns.map(({ total }, at): SpreadsheetCell => {
    if (!total) return { value: at === label ? 'Tổng cộng' : null, bold: true, ...look };
    const sum = rows.reduce((all, row) => all + (typeof row[at] === 'number' ? row[at] : 0), 0);
    const formula = `SUM(${letter(at)}${top}:${letter(at)}${first + rows.length + 1})`;
    return { value: sum, bold: true, align: 'right', ...look, ...(rows.length > 0 ? { formula } : {}) };
  });
  const hasTotals = columns.some(({ total }) => total);
  const linesIn = (row: readonly (string | number | null)[]) =>
    Math.max(1, ...row.map((value, at) => linesOf(String(value ?? ''), (columns[at]?.width ?? 10) * 0.85)));
  return {
    name,
    widths: columns.map(({ width }) => width),
    rows: [
      ...heading.map((value, at): SpreadsheetCell[] => [{ value, bold: at === 0, align: 'center', wrap: true }]),
      [],
      head,
      ...body,
      ...(hasTotals ? [totals] : []),
    ],
    heights: new Map([
      ...heading.map((text, at) => [at, height(linesOf(text, whole))] as const),
      [first, height(linesIn(columns.map(({ title }) => title)))] as const,
      ...rows.map((row, at) => [first + 1 + at, height(linesIn(row))] as const),
      [first + 1 + rows.length, height(1)] as const,
    ]),
    merges: heading.map((_, at) => [at, 0, columns.length - 1] as const),
    print: { landscape: whole > 100, repeatedRow: first },
  };
}

import type { Cell, WriteSheet } from 'hucre/xlsx';
import type { Rubric } from '../schema.ts';
import type { Bytes } from './bytes.ts';
import { heading, isCentred, widths } from './layout.ts';
import { closingSentences, sheetRows } from './sheet.ts';

const line = { style: 'thin' as const };

/** The rubric as an .xlsx of one sheet: heading, table, classes. `importRubric` reads it back. */
export async function exportRubricXlsx(rubric: Rubric): Promise<Bytes> {
  const { writeXlsx } = await import('hucre/xlsx');
  const title = heading(rubric).map((text) => [text, null, null, null, null]);
  const table = sheetRows(rubric);
  const first = title.length + 1;
  // Numbers stay text: a spreadsheet would turn 1.10 into 1.1 and 1.1 into the first of January.
  const rows = table.map(({ kind, cells }) => (kind === 'part' ? [cells[1], null, null, null, null] : [...cells]));
  const closing = closingSentences(rubric).map((text) => [text, null, null, null, null]);
  const merged = [
    ...title.map((_, at) => at),
    ...table.flatMap(({ kind }, at) => (kind === 'part' ? [first + at] : [])),
    ...closing.map((_, at) => first + rows.length + 1 + at),
  ];
  const cells = new Map<string, Partial<Cell>>();
  const style = (row: number, column: number, bold: boolean, centred: boolean, framed: boolean) =>
    cells.set(`${row},${column}`, {
      style: {
        font: { name: 'Times New Roman', size: 13, bold },
        alignment: { wrapText: true, vertical: 'center', horizontal: centred ? 'center' : 'left' },
        ...(framed ? { border: { top: line, bottom: line, left: line, right: line } } : {}),
      },
    });
  for (const row of title.keys()) style(row, 0, row === 0, true, false);
  for (const [at, { kind }] of table.entries())
    for (const column of widths.keys())
      style(first + at, column, kind !== 'line', kind !== 'part' && isCentred(kind, column), true);
  for (const at of closing.keys()) style(first + rows.length + 1 + at, 0, false, false, false);
  // A spreadsheet does not grow its rows by itself when it opens a file: as many lines as the longest cell breaks into.
  const linesOf = (text: string, width: number) =>
    text.split('\n').reduce((sum, each) => sum + Math.max(1, Math.ceil(each.length / width)), 0);
  const whole = widths.reduce((a, b) => a + b, 0);
  const height = (lines: number) => ({ height: 17 * lines + 4 });
  const rowDefs = new Map([
    ...title.map(([text], at) => [at, height(linesOf(text!, whole))] as const),
    ...table.map(({ kind, cells: texts }, at) => {
      const lines = texts.map((text, column) => linesOf(text, kind === 'part' ? whole : widths[column]! * 0.85));
      return [first + at, height(Math.max(...lines))] as const;
    }),
    ...closing.map(([text], at) => [first + rows.length + 1 + at, height(linesOf(text!, whole))] as const),
  ]);
  const sheet: WriteSheet = {
    // No space: the library writes the name unquoted into the range of the repeated heading.
    name: 'Tiêu_chí',
    columns: widths.map((width) => ({ width })),
    rows: [...title, [], ...rows, [], ...closing],
    cells,
    rowDefs,
    merges: merged.map((row) => ({ startRow: row, startCol: 0, endRow: row, endCol: widths.length - 1 })),
    // One page wide, the heading of the table on each.
    pageSetup: {
      paperSize: 'a4',
      orientation: 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${first + 1}:$${first + 1}`,
    },
  };
  return new Uint8Array(await writeXlsx({ sheets: [sheet], defaultFont: { name: 'Times New Roman', size: 13 } }));
}

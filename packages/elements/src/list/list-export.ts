import { spreadsheetType, writeSpreadsheet } from '@dvk/sdk/office';
import { saveFile } from '../parts/save-file.ts';
import type { CellValue, Column } from './definition.ts';
import { writeCsv } from './write-csv.ts';

/** The files a list can be exported to. */
export type ExportFormat = 'xlsx' | 'csv-semicolon' | 'csv-comma';

export interface ExportOptions<Row> {
  format: ExportFormat;
  /** What the list holds: the name of the file begins with it. */
  name: string;
  /** The columns that are shown. */
  columns: readonly Column<Row>[];
  /** All rows, page by page. */
  pages: AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>;
  /** Called after each page with the number of rows so far. */
  onProgress: (done: number) => void;
}

/** Saves rows as a file, with exactly the columns that are shown. Throws what the pages throw, also that they were stopped. */
export async function exportRows<Row>(options: ExportOptions<Row>): Promise<{ file: string; rows: number }> {
  const { format, name, columns, pages, onProgress } = options;
  const table: CellValue[][] = [columns.map(({ label }) => label)];
  for await (const page of pages) {
    for (const row of page) table.push(columns.map(({ value }) => value(row)));
    onProgress(table.length - 1);
  }
  const file = `${name} ${new Date().toLocaleDateString('sv')}.${format.slice(0, 4).replace('-', '')}`;
  saveFile(fileOf(format, name, table), file);
  return { file, rows: table.length - 1 };
}

function fileOf(format: ExportFormat, name: string, table: CellValue[][]): Blob {
  if (format !== 'xlsx')
    return new Blob([writeCsv(table, format === 'csv-comma' ? ',' : ';')], { type: 'text/csv;charset=utf-8' });
  return new Blob([writeSpreadsheet(name, table) as Uint8Array<ArrayBuffer>], { type: spreadsheetType });
}

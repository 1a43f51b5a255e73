import { spreadsheetType, writeWorkbook, type SpreadsheetCell, type SpreadsheetSheet } from '@dvk/sdk/office';
import { cellsOf } from '@dvk/sdk/units/import';
import { resultColumnNames, unitColumnNames, unitColumns } from '@dvk/sdk/units/import';
import { explanations } from '@dvk/sdk/units/import';
import { withGuard } from '@dvk/sdk/units/import';
import type { UnitFormat } from '@dvk/sdk/units/import';
import type { UnitTableRow } from '@dvk/sdk/units/import';
import { rowOutcomeNames } from '@dvk/sdk/units/import';
import type { UnitRowResult } from '@dvk/sdk/units/import';
import type { StoredUnit } from '@dvk/sdk/units';

interface WriteOptions {
  format: UnitFormat;
  /** Of the headings, kinds and topics; Vietnamese by default. */
  locale?: 'vi' | 'en';
}

const sheetNames = {
  table: { vi: 'Đơn vị', en: 'Units' },
  explanations: { vi: 'Hướng dẫn', en: 'Explanations' },
} as const;

/**
 * Units as a file that `readUnitFile` reads back; of none, the template, which explains the columns and the values they take. No cell
 * is a formula, whatever it begins with.
 *
 * @param codeOf - the codes of parents, by id
 */
export async function writeUnitFile(
  units: readonly StoredUnit[],
  codeOf: (id: string) => string | undefined,
  { format, locale = 'vi' }: WriteOptions,
): Promise<Blob> {
  const rows = units.map((unit) => {
    const cells = cellsOf(unit, codeOf, locale);
    return unitColumns.map((column) => cells[column]);
  });
  return write([unitColumns.map((column) => unitColumnNames[column][locale]), ...rows], { format, locale });
}

/** A table as it was sent, with what became of each row and why. A corrected one may be sent again as it is. */
export async function writeUnitResult(
  rows: readonly UnitTableRow[],
  results: readonly UnitRowResult[],
  { format, locale = 'vi' }: WriteOptions,
): Promise<Blob> {
  const byRow = new Map(results.map((result) => [result.row, result]));
  const columns = unitColumns.filter((column) => rows.some(({ cells }) => cells[column] !== undefined));
  const names = [...columns.map((column) => unitColumnNames[column]), ...Object.values(resultColumnNames)];
  const table = rows.map(({ row, cells }) => {
    const { outcome, issues = [] } = byRow.get(row) ?? {};
    const reasons = issues.map(({ column, text }) =>
      [column && unitColumnNames[column][locale], text[locale]].filter(Boolean).join(': '),
    );
    return [
      ...columns.map((column) => cells[column] ?? ''),
      outcome ? rowOutcomeNames[outcome][locale] : '',
      reasons.join('\n'),
    ];
  });
  return write([names.map((name) => name[locale]), ...table], { format, locale });
}

async function write(table: readonly string[][], { format, locale }: Required<WriteOptions>): Promise<Blob> {
  if (format === 'csv') {
    const { writeCsv } = await import('hucre/csv');
    // With the mark, without which a spreadsheet program takes UTF-8 for another encoding.
    const text = writeCsv(
      table.map((row) => row.map(withGuard)),
      { bom: true },
    );
    return new Blob([text], { type: 'text/csv;charset=utf-8' });
  }
  const bytes = writeWorkbook([tableSheet(table, locale), explanationSheet(locale)]);
  return new Blob([new Uint8Array(bytes)], { type: spreadsheetType });
}

/** The first row is the heading. */
const withHeading = (rows: readonly (readonly SpreadsheetCell[])[]): readonly (readonly SpreadsheetCell[])[] =>
  rows.map((row, at) =>
    at === 0
      ? row.map((cell) => (typeof cell === 'object' && cell ? { ...cell, bold: true } : { value: cell, bold: true }))
      : row,
  );

/** Every cell is text, so that what is typed into an empty one keeps its leading zeros. */
function tableSheet(table: readonly string[][], locale: 'vi' | 'en'): SpreadsheetSheet {
  return {
    name: sheetNames.table[locale],
    widths: table[0]!.map((text) => Math.max(14, text.length + 2)),
    textColumns: true,
    rows: withHeading(table.map((row) => row.map((text) => (text === '' ? null : text)))),
    frozenRows: 1,
  };
}

function explanationSheet(locale: 'vi' | 'en'): SpreadsheetSheet {
  const rows = explanations(locale).map((row) => row.map((value, at) => (at === 2 ? { value, wrap: true } : value)));
  return { name: sheetNames.explanations[locale], widths: [30, 12, 70], rows, frozenRows: 1 };
}

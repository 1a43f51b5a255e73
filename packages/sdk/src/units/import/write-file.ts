import type { WriteSheet } from 'hucre/xlsx';
import { spreadsheetType } from '../../office/write-spreadsheet.ts';
import { cellsOf } from './cells.ts';
import { resultColumnNames, unitColumnNames, unitColumns } from './columns.ts';
import { explanations } from './explanations.ts';
import { withGuard } from './formula-guard.ts';
import type { UnitFormat } from './outcomes.ts';
import type { UnitTableRow } from './read-table.ts';
import { rowOutcomeNames } from './names.ts';
import type { UnitRowResult } from './result.ts';
import type { StoredUnit } from '../stored-unit.ts';

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
  const { writeXlsx } = await import('hucre/xlsx');
  const bytes = await writeXlsx({ sheets: [tableSheet(table, locale), explanationSheet(locale)] });
  return new Blob([new Uint8Array(bytes)], { type: spreadsheetType });
}

const bold = { font: { bold: true } };
const headingCells = (width: number) =>
  new Map(Array.from({ length: width }, (_, at) => [`0,${at}`, { style: bold }] as const));

/** Every cell is text, so that what is typed into an empty one keeps its leading zeros. */
function tableSheet(table: readonly string[][], locale: 'vi' | 'en'): WriteSheet {
  const heading = table[0]!;
  return {
    name: sheetNames.table[locale],
    columns: heading.map((text) => ({ width: Math.max(14, text.length + 2), numFmt: '@' })),
    rows: table.map((row) => row.map((text) => (text === '' ? null : text))),
    cells: headingCells(heading.length),
    freezePane: { rows: 1 },
  };
}

function explanationSheet(locale: 'vi' | 'en'): WriteSheet {
  const rows = explanations(locale);
  return {
    name: sheetNames.explanations[locale],
    columns: [{ width: 30 }, { width: 12 }, { width: 70, style: { alignment: { wrapText: true } } }],
    rows: rows.map((row) => [...row]),
    cells: headingCells(3),
    freezePane: { rows: 1 },
  };
}

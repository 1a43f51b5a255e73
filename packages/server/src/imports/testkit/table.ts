import { unitColumnNames, unitColumns, type UnitColumn } from '@dvk/sdk/units/import';

type Cells = Partial<Record<UnitColumn, string>>;

/** A CSV table of departments of since the middle of 2025, with the columns that some row has. */
export function importTable(...rows: Cells[]): string {
  const full = rows.map((row): Cells => ({
    name: `Đơn vị ${row.code}`,
    kind: 'Sở, ban, ngành',
    validFrom: '01/07/2025',
    ...row,
  }));
  const columns = unitColumns.filter((column) => full.some((row) => row[column] !== undefined));
  const lines = full.map((row) => columns.map((column) => `"${row[column] ?? ''}"`));
  return [columns.map((column) => unitColumnNames[column].vi), ...lines].map((line) => line.join(';')).join('\n');
}

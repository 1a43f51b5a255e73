import type { UnitColumn } from '../columns.ts';
import type { UnitTableRow } from '../read-table.ts';

type Cells = Partial<Record<UnitColumn, string>>;

/** A row of a new department of since the middle of 2025, with its name as its code. */
export const department = (code: string, more: Cells = {}): Cells => ({
  code,
  name: `Đơn vị ${code}`,
  kind: 'Sở, ban, ngành',
  validFrom: '01/07/2025',
  ...more,
});

/** Rows below a heading in the first row. */
export const rowsOf = (...cells: Cells[]): UnitTableRow[] => cells.map((each, at) => ({ row: at + 2, cells: each }));

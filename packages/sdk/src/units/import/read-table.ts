import { InputError } from '../../errors/input-error.ts';
import { columnOfHeading, isResultHeading, unitColumnNames, type UnitColumn } from './columns.ts';

/** A row of the table as it was written, by column; an empty cell is an empty text. */
export interface UnitTableRow {
  /** As a person counts in the file, 1-based. */
  row: number;
  cells: Readonly<Partial<Record<UnitColumn, string>>>;
}

/** The table of a file. */
export interface UnitTable {
  /** The columns that it has: those it lacks are left as they are. */
  columns: readonly UnitColumn[];
  /** Headings that name no column: what stands below them is not read. */
  unread: readonly string[];
  rows: readonly UnitTableRow[];
}

/** Most rows of units in a file. */
export const mostRows = 10_000;
/** The heading stands in one of the first rows; above it may be a title. */
const headingWithin = 30;

const isBlank = (cells: readonly string[]) => cells.every((text) => text === '');

/** Whether cells are the heading: they name what tells units apart, and one column more. */
function isHeading(cells: readonly string[]): boolean {
  const columns = new Set(cells.map(columnOfHeading));
  columns.delete(undefined);
  return columns.size >= 2 && (columns.has('code') || columns.has('externalId'));
}

/** Finds the heading of a grid; `-1` where there is none. */
export function headingOf(grid: readonly (readonly string[])[]): number {
  return grid.slice(0, headingWithin).findIndex(isHeading);
}

/**
 * Reads the table of a grid: a heading with columns in any order, then a row for each unit.
 *
 * @throws InputError `no-heading`, `column-twice`, `too-many-rows`
 */
export function readTable(grid: readonly (readonly string[])[]): UnitTable {
  const at = headingOf(grid);
  if (at < 0) {
    throw new InputError('no-heading', '/file', {
      vi: 'Không thấy dòng tiêu đề có cột “Mã” hoặc “Mã trong hệ thống khác”: hãy dùng tệp mẫu',
      en: 'There is no heading with a column “Code” or “External id”: use the template',
    });
  }
  const places = new Map<UnitColumn, number>();
  const unread: string[] = [];
  for (const [place, heading] of grid[at]!.entries()) {
    const column = columnOfHeading(heading);
    if (column === undefined) {
      if (heading !== '' && !isResultHeading(heading)) unread.push(heading);
    } else if (places.has(column)) {
      const { vi, en } = unitColumnNames[column];
      throw new InputError('column-twice', '/file', {
        vi: `Cột “${vi}” có hai lần: hãy chỉ để lại một`,
        en: `The column “${en}” is there twice: keep one`,
      });
    } else places.set(column, place);
  }
  const rows: UnitTableRow[] = [];
  for (const [below, texts] of grid.slice(at + 1).entries()) {
    const cells = Object.fromEntries([...places].map(([column, place]) => [column, texts[place] ?? '']));
    if (isBlank(Object.values(cells))) continue;
    if (rows.length === mostRows) {
      throw new InputError('too-many-rows', '/file', {
        vi: `Tệp có hơn ${mostRows} dòng: hãy chia thành nhiều tệp`,
        en: `The file has more than ${mostRows} rows: divide it`,
      });
    }
    rows.push({ row: at + 2 + below, cells });
  }
  return { columns: [...places.keys()], unread, rows };
}

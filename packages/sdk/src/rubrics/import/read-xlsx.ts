import type { CellValue, Sheet } from 'hucre/xlsx';
import { refuse } from '../say.ts';
import { rectangular, tidy, type Cell, type Content, type Grid } from './grid.ts';
import type { Parts } from './package.ts';

/** Rows read of a sheet: more than a rubric may have lines. */
const MAX_ROWS = 5000;
const MAX_COLUMNS = 60;
const MAX_MERGES = 5000;

function cellOf(value: CellValue | undefined): Cell {
  if (value === null || value === undefined) return { text: '' };
  // Typed `1.1`, stored as the first of January: the day and month bring it back, and a person is asked.
  if (value instanceof Date) return { text: `${value.getUTCDate()}.${value.getUTCMonth() + 1}`, wasDate: true };
  // Binary tails of a sum (0.30000000000000004) are not what the sheet shows.
  if (typeof value === 'number') return { text: String(Number(value.toPrecision(12))) };
  return { text: tidy(String(value)) };
}

function gridOf({ name, rows, merges = [], columns = [], rowDefs }: Sheet): Grid {
  const cells = rows.slice(0, MAX_ROWS).map((row) => row.slice(0, MAX_COLUMNS).map(cellOf));
  const full = rectangular(cells);
  for (const { startRow, startCol, endRow, endCol } of merges.slice(0, MAX_MERGES)) {
    const origin = full[startRow]?.[startCol];
    if (!origin) continue;
    for (let row = startRow; row <= Math.min(endRow, full.length - 1); row++) {
      for (let column = startCol; column <= Math.min(endCol, full[row]!.length - 1); column++)
        full[row]![column] = origin;
    }
  }
  // Hidden rows are emptied, so that those below keep the numbers a person sees; an area merged across them goes on.
  const isHidden = (row: number) => rowDefs?.get(row)?.hidden === true;
  const empty: Cell = { text: '' };
  const shown = full.map((row, at) =>
    row
      .map((cell, column) => (isHidden(at) && cell !== full[at - 1]?.[column] ? empty : cell))
      .filter((_, column) => !columns[column]?.hidden),
  );
  const hidden = full.some((_, at) => isHidden(at)) || columns.some((column) => column.hidden);
  return { name, rows: shown, hidden, before: [] };
}

/** The visible sheets of an .xlsx, merged cells resolved. */
export async function readXlsx(parts: Parts): Promise<Content> {
  const [{ zipSync }, { readXlsx: readWorkbook }] = await Promise.all([import('fflate'), import('hucre/xlsx')]);
  // Packed again from what really came out, so that the library meets no archive that lies about its sizes.
  const clean = zipSync(Object.fromEntries(parts), { level: 0 });
  let sheets: Sheet[];
  try {
    ({ sheets } = await readWorkbook(clean, {
      maxRows: MAX_ROWS,
      sheets: ({ hidden, veryHidden }) => !hidden && !veryHidden,
    }));
  } catch {
    return refuse('not-an-office-file', '/file', 'Không đọc được bảng tính này', 'This spreadsheet cannot be read');
  }
  const grids = sheets.map(gridOf);
  return {
    grids,
    paragraphs: grids
      .flatMap(({ rows }) =>
        rows.map((row) =>
          [...new Set(row)]
            .map(({ text }) => text)
            .join(' ')
            .trim(),
        ),
      )
      .filter(Boolean),
  };
}

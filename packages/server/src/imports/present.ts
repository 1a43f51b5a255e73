import type { ImportRow as ShownRow, UnitImport, UnitImportRecord } from '@dvk/sdk/imports';
import { undoDays, type UnitRowResult, type UnitTableRow } from '@dvk/sdk/units/import';
import { findRow } from '../records/rows.ts';
import { etagOf } from '../http/etag.ts';
import type { Context } from '../http/route.ts';
import { importContents, type ImportRow } from './table.ts';

/** Rows that are shown; the rest is in the file of results. */
const mostShown = 100;

const undoTime = undoDays * 24 * 60 * 60 * 1000;

/** Until when an import can be taken back. */
export const undoUntil = ({ status, finishedAt }: Pick<ImportRow, 'status' | 'finishedAt'>): string | null =>
  status === 'done' && finishedAt !== null ? new Date(Date.parse(finishedAt) + undoTime).toISOString() : null;

export function presentImport(row: ImportRow): UnitImport {
  const { id, status, mode, fileName, rowCount, since, counts, sentBy, createdAt, finishedAt } = row;
  const shown = { id, status, mode, fileName, rowCount, since, counts, sentBy, createdAt, finishedAt };
  return { ...shown, undoUntil: undoUntil(row), etag: etagOf(row.version) };
}

/** What needs attention comes first; what changes nothing is left out. */
function mostTelling(results: readonly UnitRowResult[]): UnitRowResult[] {
  const refused = results.filter(({ outcome }) => outcome === 'refused');
  const others = results.filter(({ outcome }) => outcome === 'added' || outcome === 'changed');
  return [...refused, ...others].slice(0, mostShown);
}

/** A row with what stands in the cells to correct. */
function withCells({ issues, ...result }: UnitRowResult, rows: ReadonlyMap<number, UnitTableRow>): ShownRow {
  const cells = rows.get(result.row)?.cells;
  return {
    ...result,
    issues: issues.map((issue) => ({ ...issue, cell: (issue.column && cells?.[issue.column]) ?? null })),
  };
}

export async function presentInFull({ db, session }: Context, row: ImportRow): Promise<UnitImportRecord> {
  const content = await findRow(db, importContents, { tenant: session.tenant, id: row.id });
  const { rows = [], results = [], done = 0, total = 0 } = content ?? {};
  const byNumber = new Map(rows.map((each) => [each.row, each]));
  return {
    ...presentImport(row),
    progress: row.status === 'running' ? { done, total } : null,
    unread: row.unread,
    rows: mostTelling(results).map((result) => withCells(result, byNumber)),
    kept: row.kept,
  };
}

import { planImportUndo } from '@dvk/sdk/units/import';
import { oneAtATime } from '../database/index.ts';
import type { Context } from '../http/route.ts';
import { HttpProblem } from '../problems/problem.ts';
import { update } from '../records/write.ts';
import { allUnits, removeUnits, usedUnits, writeUnits } from '../units/store.ts';
import { contentOf } from './content.ts';
import { undoUntil } from './present.ts';
import { importRecords, type ImportRow } from './table.ts';

/**
 * Takes an import back, as far as nothing was built on it.
 *
 * @throws HttpProblem `transition-not-allowed` when it is too old
 */
export async function undo(context: Context, row: ImportRow, reason: string): Promise<ImportRow> {
  const { db, session, now } = context;
  const { tenant } = session;
  const until = undoUntil(row);
  if (until === null || until < now) {
    throw new HttpProblem('transition-not-allowed', {
      detail: { vi: 'Đã quá 7 ngày nên không hoàn tác được nữa.', en: 'After seven days it can no longer be undone.' },
    });
  }
  await oneAtATime(db, 'units', tenant);
  const units = await allUnits(db, tenant);
  const { written } = await contentOf(db, tenant, row.id);
  const added = written.flatMap(({ id, before }) => (before === null ? [id] : []));
  const usedIds = await usedUnits(db, tenant, added);
  const { removedIds, writes, kept } = planImportUndo(written, { units, usedIds, reason });
  await writeUnits(context, units, writes);
  await removeUnits(context, removedIds, { reason, basis: null });
  const data = { reason, removed: removedIds.length, restored: writes.length, kept: kept.length };
  return update(importRecords, context, row, { status: 'undone', kept: [...kept] }, () => ({
    event: { kind: 'import.undone', data },
  }));
}

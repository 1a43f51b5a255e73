import type { ImportMode } from '@dvk/sdk/imports';
import { dateInVietnam } from '@dvk/sdk/text';
import { planUnitImport, writtenBy, type UnitImportPlan } from '@dvk/sdk/units/import';
import { and, eq } from 'drizzle-orm';
import { newId, oneAtATime } from '../database/index.ts';
import type { EventContext } from '../events/index.ts';
import { update } from '../records/write.ts';
import { allUnits, writeUnits } from '../units/store.ts';
import { contentOf } from './content.ts';
import { importContents, importRecords, type ImportRow } from './table.ts';

/** How it is to be carried out. */
type ImportOrder = Pick<ImportRow, 'reason' | 'basis'> & { mode: ImportMode };

/** So many units are written before it is told how far the import is. */
const step = 250;

/**
 * Carries an import out, all of it in the caller's transaction: others see none of its units or all of them, and when the process is
 * killed in the middle nothing was done. The rows are judged again, by the units that there are now.
 *
 * @param onProgress - told how many units were written of how many
 */
export async function carryOut(
  context: EventContext,
  before: ImportRow,
  { mode, reason, basis }: ImportOrder,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<ImportRow> {
  const { db, session, now } = context;
  const { tenant } = session;
  await oneAtATime(db, 'units', tenant);
  const units = await allUnits(db, tenant);
  const { rows } = await contentOf(db, tenant, before.id);
  const plan = planUnitImport(rows, {
    units,
    today: dateInVietnam(now),
    newId,
    since: before.since ?? undefined,
    reason: reason ?? undefined,
    basis: basis ?? undefined,
  });
  const isRefused = mode === 'all-or-nothing' && plan.counts.refused > 0;
  const writes = isRefused ? [] : plan.writes;
  for (let at = 0; at < writes.length; at += step) {
    onProgress(at, writes.length);
    await writeUnits(context, units, writes.slice(at, at + step));
  }
  const { counts } = plan;
  const written = isRefused ? [] : writtenBy(units, writes);
  await keepContent(context, before.id, { results: plan.results, written });
  const status = isRefused ? 'refused' : 'done';
  return update(importRecords, context, before, { status, mode, reason, basis, counts, finishedAt: now }, () => ({
    event: isRefused
      ? { kind: 'import.refused', data: { counts } }
      : { kind: 'import.finished', data: { mode, counts } },
  }));
}

/** Keeps what became of the rows. */
async function keepContent(
  { db, session }: EventContext,
  id: string,
  content: Pick<UnitImportPlan, 'results'> & { written: ReturnType<typeof writtenBy> },
): Promise<void> {
  await db
    .update(importContents)
    .set(content)
    .where(and(eq(importContents.tenant, session.tenant), eq(importContents.id, id)));
}

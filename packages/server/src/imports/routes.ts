import { createHash } from 'node:crypto';
import { readUnitFile, writeUnitResult } from '@dvk/documents/units';
import { imports } from '@dvk/sdk/imports';
import { dateInVietnam } from '@dvk/sdk/text';
import { planUnitImport, type UnitImportPlan, type UnitTable } from '@dvk/sdk/units/import';
import { givenFileName } from '../attachments/file-name.ts';
import { bytesOf } from '../attachments/open-file.ts';
import { refuseFile } from '../attachments/refuse-file.ts';
import { newId } from '../database/index.ts';
import { actorOf } from '../events/index.ts';
import { implement, implementPrepared, type Context } from '../http/route.ts';
import { HttpProblem } from '../problems/problem.ts';
import { enqueue } from '../queue/enqueue.ts';
import { matching } from '../records/filters.ts';
import { find, findVersion } from '../records/find.ts';
import { listRows } from '../records/rows.ts';
import { insert, update } from '../records/write.ts';
import { allUnits } from '../units/store.ts';
import { carryOut } from './carry-out.ts';
import { contentOf } from './content.ts';
import { carryOutJob } from './job.ts';
import { presentImport, presentInFull } from './present.ts';
import { importContents, importRecords, imports as table, type ImportRow } from './table.ts';
import { undo } from './undo.ts';

/** Imports of more rows go on in the background. */
const mostAtOnce = 500;

interface Looked {
  table: UnitTable;
  plan: UnitImportPlan;
  sha256: string;
}

/** Reads a table and judges it, in the caller's turn: a spreadsheet unfolds to much. */
function lookThrough(file: Blob, since: string | undefined, context: Context): Promise<Looked> {
  const { db, session, now, caller, services } = context;
  return services.fileQueues.inspection.run(caller, 1, async () => {
    const bytes = await bytesOf(file);
    const found = await readUnitFile(bytes).catch(refuseFile);
    const units = await allUnits(db, session.tenant);
    const plan = planUnitImport(found.rows, { units, today: dateInVietnam(now), newId, since });
    return { table: found, plan, sha256: createHash('sha256').update(bytes).digest('hex') };
  });
}

/** An import in the version that the request names, if it may be taken further from where it is. */
async function findIn(status: ImportRow['status'], context: Context, id: string): Promise<ImportRow> {
  const row = await findVersion(importRecords, context, id);
  if (row.status !== status) throw new HttpProblem('transition-not-allowed');
  return row;
}

export const importRoutes = [
  implement(imports.list, async ({ query }, context) => {
    const { items, nextCursor } = await listRows(context, query, table, {
      by: ['createdAt', 'id'],
      direction: 'descending',
      where: matching(table, query, 'status'),
    });
    return { items: items.map(presentImport), nextCursor };
  }),

  implementPrepared(
    imports.check,
    ({ body, query }, context) => lookThrough(body, query.since, context),
    async ({ headers, query }, context, { table: { rows, unread }, plan, sha256 }) => {
      const { db, session } = context;
      const { counts, results } = plan;
      const id = newId();
      const since = query.since ?? null;
      const values = {
        id,
        status: 'checked',
        fileName: givenFileName(headers['content-disposition']).slice(0, 150).toWellFormed() || 'tệp',
        sha256,
        rowCount: rows.length,
        since,
        counts,
        unread: unread.slice(0, 50).map((heading) => heading.slice(0, 200)),
        sentBy: session.name ?? session.subject,
        kept: [],
      } as const;
      const event = { kind: 'import.checked', data: { sha256, rows: rows.length, since, counts } } as const;
      const row = await insert(importRecords, context, { ...values, unread: [...values.unread], kept: [] }, () => ({
        event,
      }));
      const content = { rows, results, written: [], done: 0, total: 0 };
      await db.insert(importContents).values({ tenant: session.tenant, id, ...content });
      return presentInFull(context, row);
    },
  ),

  implement(imports.get, async ({ params }, context) =>
    presentInFull(context, await find(importRecords, context, params.id)),
  ),

  implement(imports.result, async ({ params, query }, context) => {
    const { db, session, locale } = context;
    const { fileName } = await find(importRecords, context, params.id);
    const { rows, results } = await contentOf(db, session.tenant, params.id);
    const { format = 'xlsx' } = query;
    const file = await writeUnitResult(rows, results, { format, locale });
    const name = `${fileName.replace(/\.\w+$/, '')} - ${{ vi: 'kết quả', en: 'result' }[locale]}.${format}`;
    return new File([file], name, { type: file.type });
  }),

  implement(imports.carryOut, async ({ params, body }, context) => {
    const { db, session, now } = context;
    const row = await findIn('checked', context, params.id);
    const order = { mode: body.mode, reason: body.reason ?? null, basis: body.basis ?? null };
    if (row.rowCount <= mostAtOnce) return presentInFull(context, await carryOut(context, row, order));
    const { mode } = order;
    const started = await update(importRecords, context, row, { ...order, status: 'running' }, () => ({
      event: { kind: 'import.started', data: { mode } },
    }));
    const starter = actorOf(session);
    await enqueue(
      db,
      carryOutJob,
      { importId: row.id, starter: { ...starter, roles: [...starter.roles] } },
      { tenant: session.tenant, key: `unit-import/${row.id}`, now: new Date(now) },
    );
    return presentInFull(context, started);
  }),

  implement(imports.undo, async ({ params, body }, context) => {
    const row = await findIn('done', context, params.id);
    return presentInFull(context, await undo(context, row, body.reason));
  }),
];

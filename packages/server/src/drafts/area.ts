import { drafts, maxDrafts } from '@dvk/sdk/drafts';
import type { Bilingual } from '@dvk/sdk/errors';
import { and, eq } from 'drizzle-orm';
import { newId } from '../database/index.ts';
import { requireVersion } from '../http/etag.ts';
import { implement, type Context } from '../http/route.ts';
import { HttpProblem } from '../problems/problem.ts';
import { noData } from '../queue/job.ts';
import type { Area } from '../records/area.ts';
import { deleteDraft, deleteOldDrafts, draftsOf, openDraft, sealedDraft } from './store.ts';
import { drafts as table, type DraftRow } from './table.ts';

const tooMany: Bilingual = {
  vi: `Đã có ${maxDrafts} bản nháp; vui lòng gửi hoặc xóa bớt rồi lưu lại.`,
  en: `There are ${maxDrafts} drafts already; please send or delete some, then save again.`,
};

/** Somebody else's draft is not found. */
async function ownDraft(context: Context, id: string): Promise<DraftRow> {
  const [row] = await draftsOf(context, eq(table.id, id));
  if (!row) throw new HttpProblem('not-found');
  return row;
}

/** Drafts are no records: only their writer may know of them, so no event records them. */
export const draftsArea: Area = {
  routes: [
    implement(drafts.list, async ({ query }, context) => {
      const rows = await draftsOf(context, query.form ? eq(table.form, query.form) : undefined);
      return { items: rows.map((row) => openDraft(context.services.keyring, row)) };
    }),

    implement(drafts.get, async ({ params }, context) =>
      openDraft(context.services.keyring, await ownDraft(context, params.id)),
    ),

    implement(drafts.create, async ({ body }, context) => {
      const { db, session, now, services } = context;
      if ((await draftsOf(context)).length >= maxDrafts) throw new HttpProblem('conflict', { detail: tooMany });
      const key = { tenant: session.tenant, id: newId(), owner: session.subject! };
      const sealed = sealedDraft(services.keyring, key, body);
      const [row] = await db
        .insert(table)
        .values({ ...key, ...sealed, version: 1, createdAt: now, updatedAt: now })
        .returning();
      return openDraft(services.keyring, row!);
    }),

    implement(drafts.update, async ({ params, body }, context) => {
      const { db, now, services } = context;
      const before = await ownDraft(context, params.id);
      requireVersion(before, context);
      const { tenant, id, version } = before;
      const [row] = await db
        .update(table)
        .set({ ...sealedDraft(services.keyring, before, body), version: version + 1, updatedAt: now })
        .where(and(eq(table.tenant, tenant), eq(table.id, id), eq(table.version, version)))
        .returning();
      if (!row) throw new HttpProblem('precondition-failed');
      return openDraft(services.keyring, row);
    }),

    implement(drafts.delete, async ({ params }, context) => {
      await deleteDraft(context, params.id);
      return undefined;
    }),
  ],
  jobs: [
    {
      name: 'drafts.delete-old',
      schema: noData,
      schedule: 'hourly',
      run: ({ database, now }) => database.transaction((db) => deleteOldDrafts(db, now)),
    },
  ],
};

import { cases, type CaseNote } from '@dvk/sdk/cases';
import { and, eq, inArray } from 'drizzle-orm';
import { newId } from '../database/index.ts';
import { actorOf, appendEvent, type RecordState } from '../events/index.ts';
import { implement, type Context } from '../http/route.ts';
import { find } from '../records/find.ts';
import { actorFor } from '../records/history.ts';
import type { ReadParts } from '../records/kind.ts';
import { lockRecord } from '../records/record-read.ts';
import { subjectOf } from '../records/records.ts';
import { listRows } from '../records/rows.ts';
import { unitNames } from '../units/store.ts';
import { caseNotes, caseRecords, type CaseRow } from './table.ts';

type NoteRow = typeof caseNotes.$inferSelect;

/** A note, as a part of the state of its case. */
function notePart(row: NoteRow): RecordState {
  const { tenant: _, caseId: __, ...note } = row;
  return { [`note/${note.id}`]: note };
}

/** The notes of cases, as parts of them. */
export const noteParts: ReadParts<CaseRow> = async (db, tenant, _subjects, rows) => {
  const ids = rows.map(({ id }) => id);
  const found = await db
    .select()
    .from(caseNotes)
    .where(and(eq(caseNotes.tenant, tenant), inArray(caseNotes.caseId, ids)));
  const byCase = Map.groupBy(found, ({ caseId }) => caseId);
  return new Map(
    [...byCase].map(([id, notes]) => [subjectOf(caseRecords, id), Object.assign({}, ...notes.map(notePart))]),
  );
};

async function present(rows: readonly NoteRow[], { db, session }: Context): Promise<CaseNote[]> {
  const names = await unitNames(
    db,
    session.tenant,
    rows.map(({ author }) => author.unitId),
  );
  return rows.map(({ id, at, author, authorName, text }) => ({
    id,
    at,
    by: { ...actorFor(session, author, names), name: authorName },
    text,
  }));
}

export const noteRoutes = [
  implement(cases.notes, async ({ params, query }, context) => {
    const { id } = await find(caseRecords, context, params.id);
    // A cursor is good for the notes of one case.
    const scope = { ...query, caseId: id };
    const page = await listRows(context, scope, caseNotes, {
      by: ['at', 'id'],
      direction: 'descending',
      where: eq(caseNotes.caseId, id),
    });
    return { items: await present(page.items, context), nextCursor: page.nextCursor };
  }),

  implement(cases.addNote, async ({ params, body }, context) => {
    const { db, session, now } = context;
    const found = await find(caseRecords, context, params.id);
    await lockRecord(caseRecords, context, found.id);
    const { tenant } = session;
    const values = { tenant, id: newId(), caseId: found.id, at: now, authorName: session.name, text: body.text };
    const [row] = await db
      .insert(caseNotes)
      .values({ ...values, author: actorOf(session) })
      .returning();
    const subject = subjectOf(caseRecords, found.id);
    await appendEvent(context, { kind: 'case.noted', data: { note: row!.id }, subject, state: notePart(row!) });
    const [note] = await present([row!], context);
    return note!;
  }),
];

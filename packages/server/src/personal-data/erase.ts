import { and, asc, eq, inArray } from 'drizzle-orm';
import { subjectOf as fileSubject } from '../attachments/contents.ts';
import { eraseCase, type ErasedCase, type Erasure } from '../cases/erase.ts';
import { caseRecords, cases, type CaseRow } from '../cases/table.ts';
import { deleteDraftsWith } from '../drafts/erase.ts';
import { appendEvents, type EventActor, type EventContext, type NewEvent } from '../events/index.ts';
import { forgetSenders } from '../notices/erase.ts';
import { enqueue } from '../queue/enqueue.ts';
import { subjectOf } from '../records/records.ts';
import { forgetRequests } from './forget.ts';
import { removeFilesJob } from './remove-files.ts';
import { deleteCharges, deleteResponses, draftsAbout, fileRemoval, instantsOf } from './traces.ts';

/** Cases by id, for this transaction alone, always in the same order: two that erase at once never wait for each other in a circle. */
export async function lockCases(
  { db, session }: Pick<EventContext, 'db' | 'session'>,
  ids: readonly string[],
): Promise<CaseRow[]> {
  return db
    .select()
    .from(cases)
    .where(and(eq(cases.tenant, session.tenant), inArray(cases.id, [...ids])))
    .orderBy(asc(cases.id))
    .for('update');
}

interface ErasureOptions {
  what: Erasure;
  because: 'request' | 'retention';
  /** The request on which it rests, whose own texts the caller erases. */
  requestId?: string;
  actor?: EventActor;
}

/**
 * Erases who sent cases, or all that could name anybody, wherever it stands: in the cases, their files, drafts about them, what
 * the senders were told and wished, responses kept against double sending, figures of uploads, and requests about their data
 * that have ended. All of it in the caller's transaction; the bytes of files are removed by a job that it enqueues.
 *
 * @param rows - locked
 */
export async function eraseCases(
  context: EventContext,
  rows: readonly CaseRow[],
  { what, because, requestId, actor }: ErasureOptions,
): Promise<void> {
  if (rows.length === 0) return;
  const { db, session, now, services } = context;
  const { tenant } = session;
  const ids = rows.map(({ id }) => id);
  const subjects = ids.map((id) => subjectOf(caseRecords, id));

  const about: Awaited<ReturnType<typeof draftsAbout>>[] = [];
  for (const row of rows) about.push(await draftsAbout(db, services.keyring, row));
  const instants = await deleteDraftsWith(db, services.keyring, tenant, (text, owner) =>
    about.some((isAbout) => isAbout(text, owner)),
  );
  await forgetSenders(db, tenant, ids);
  const erased: ErasedCase[] = [];
  for (const row of rows) erased.push(await eraseCase(context, row, what));
  const files = erased.flatMap((each) => each.files);
  await deleteCharges(db, tenant, files);
  const forgotten =
    what === 'all' && because === 'request' ? await forgetRequests(context, { caseIds: ids, except: requestId }) : [];
  instants.push(
    ...(await instantsOf(db, tenant, [
      ...subjects,
      ...files.map(({ id }) => fileSubject(id)),
      ...forgotten.map(({ subject }) => subject),
    ])),
  );
  await deleteResponses(db, tenant, instants);

  const changes: NewEvent[] = erased.map(({ row, state }) => ({
    kind: 'case.erased',
    data: { what, because },
    subject: subjectOf(caseRecords, row.id),
    state,
  }));
  await appendEvents(context, [...changes, ...files.map(fileRemoval), ...forgotten], actor);
  const fileIds = files.map(({ id }) => id);
  if (fileIds.length > 0)
    await enqueue(db, removeFilesJob, { ids: fileIds }, { tenant, key: `${ids[0]}/${now}`, now: new Date(now) });
}

import type { Attachment } from '@dvk/sdk/attachments';
import type { Session } from '@dvk/sdk/session';
import { and, asc, eq, getTableColumns, gt, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import type { Queries } from '../database/index.ts';
import type { RecordState } from '../events/index.ts';
import { etagOf } from '../http/etag.ts';
import { refuseFields } from '../problems/problem.ts';
import { subjectOf } from '../records/records.ts';
import { findRow } from '../records/rows.ts';
import { attachments, immutable, type AttachmentRow } from './table.ts';

/** How long an upload may be attached to no record. */
const unattachedLifetime = 24 * 60 * 60 * 1000;
/** Between the last moment a file can be attached and the first at which it may be removed. */
const margin = 60 * 60 * 1000;

const before = (now: string, milliseconds: number) => new Date(Date.parse(now) - milliseconds).toISOString();

/** The files of a record, in the order in which they were attached. */
export async function filesOf(db: Queries, tenant: string, subject: string): Promise<Attachment[]> {
  return db
    .select()
    .from(attachments)
    .where(and(eq(attachments.tenant, tenant), eq(attachments.subject, subject)))
    .orderBy(asc(attachments.place));
}

/** A record as a response shows it: with its files and its entity tag. */
export async function withFiles<Row extends { id: string; version: number }>(
  records: { area: string },
  row: Row,
  { db, session }: Pick<AttachingContext, 'db' | 'session'>,
): Promise<Row & { attachments: Attachment[]; etag: string }> {
  const attachments = await filesOf(db, session.tenant, subjectOf(records, row.id));
  return { ...row, attachments, etag: etagOf(row.version) };
}

export interface AttachingContext {
  db: Queries;
  session: Session;
  now: string;
}

/**
 * Makes `ids` the files of a record, in this order. Each must be one of its files already, or an upload of the last day
 * by the same person that belongs to nothing yet; an upload by a visitor may be attached by whoever knows its id. Files
 * left out become loose and are removed after a day.
 *
 * @returns the files as a part of the record's state, for its event
 * @param pointerTo the id at an index, for the field error where it cannot be attached
 */
export async function setAttachments(
  { db, session, now }: AttachingContext,
  subject: string,
  ids: readonly string[],
  pointerTo: (index: number) => string = (index) => `/attachments/${index}`,
): Promise<RecordState> {
  const ofTenant = eq(attachments.tenant, session.tenant);
  const ofRecord = eq(attachments.subject, subject);
  const mine = session.subject === null ? undefined : eq(attachments.uploader, session.subject);
  const free = and(gt(attachments.looseSince, before(now, unattachedLifetime)), or(isNull(attachments.uploader), mine));
  const usable =
    ids.length === 0
      ? []
      : await db
          .select()
          .from(attachments)
          .where(and(ofTenant, inArray(attachments.id, [...ids]), or(ofRecord, free)))
          .for('update');
  const found = new Map(usable.map((row) => [row.id, row]));
  refuseFields(
    ids.flatMap((id, index) =>
      found.has(id) && ids.indexOf(id) === index ? [] : [{ pointer: pointerTo(index), code: 'unknown' as const }],
    ),
  );
  await db.update(attachments).set({ subject: null, place: null, looseSince: now }).where(and(ofTenant, ofRecord));
  for (const [place, id] of ids.entries()) {
    await db
      .update(attachments)
      .set({ subject, place, looseSince: null })
      .where(and(ofTenant, eq(attachments.id, id)));
  }
  return filesPart(ids.map((id) => found.get(id)!));
}

/** The files of a record, as a part of its state. */
function filesPart(rows: readonly AttachmentRow[]): RecordState {
  return { attachments: rows.length === 0 ? null : { files: rows.map(immutable) } };
}

/** The files of records, as parts of their state; records without any are left out. */
export async function filesParts(
  db: Queries,
  tenant: string,
  subjects: readonly string[],
): Promise<Map<string, RecordState>> {
  const rows = await db
    .select()
    .from(attachments)
    .where(and(eq(attachments.tenant, tenant), inArray(attachments.subject, [...subjects])))
    .orderBy(asc(attachments.subject), asc(attachments.place));
  const bySubject = Map.groupBy(rows, ({ subject }) => subject!);
  return new Map([...bySubject].map(([subject, files]) => [subject, filesPart(files)]));
}

export async function insertAttachment(db: Queries, row: typeof attachments.$inferInsert): Promise<void> {
  await db.insert(attachments).values(row);
}

/** Takes away the files of a record and of its parts: their rows; who calls it has the bytes removed. */
export async function takeFilesAway(db: Queries, tenant: string, subject: string): Promise<AttachmentRow[]> {
  return db
    .delete(attachments)
    .where(
      and(
        eq(attachments.tenant, tenant),
        or(eq(attachments.subject, subject), sql`starts_with(${attachments.subject}, ${`${subject}/`})`),
      ),
    )
    .returning();
}

export const findAttachment = (db: Queries, tenant: string, id: string) => findRow(db, attachments, { tenant, id });

/** Since when a file is attached to no record; of old rows, which do not say, the time of the upload. */
const looseSince = sql<string>`coalesce(${attachments.looseSince}, ${attachments.uploadedAt})`;

/** Where the search for unattached files goes on. */
export type UnattachedPosition = Pick<AttachmentRow, 'tenant' | 'id'> & { since: string };

/** Files of all tenants that have been attached to nothing for more than a day: they cannot be attached any more. */
export async function findUnattached(
  db: Queries,
  now: string,
  after: UnattachedPosition | undefined,
  count: number,
): Promise<(AttachmentRow & { since: string })[]> {
  const place = sql`(${looseSince}, ${attachments.tenant}, ${attachments.id})`;
  return db
    .select({ ...getTableColumns(attachments), since: sql<string>`${looseSince}::text` })
    .from(attachments)
    .where(
      and(
        isNull(attachments.subject),
        lt(looseSince, before(now, unattachedLifetime + margin)),
        after && sql`${place} > (${after.since}::timestamptz, ${after.tenant}, ${after.id}::uuid)`,
      ),
    )
    .orderBy(looseSince, attachments.tenant, attachments.id)
    .limit(count);
}

export async function deleteAttachment(db: Queries, { tenant, id }: AttachmentRow): Promise<void> {
  await db.delete(attachments).where(and(eq(attachments.tenant, tenant), eq(attachments.id, id)));
}

import type { Attachment } from '@dvk/sdk/attachments';
import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm';
import type { Queries } from '../database/index.ts';
import { refuseFields } from '../http/problem.ts';
import { attachments } from './schema.ts';

/** The files of a record, in the order in which they were attached. */
export async function attachmentsOf(db: Queries, tenant: string, subject: string): Promise<Attachment[]> {
  return db
    .select()
    .from(attachments)
    .where(and(eq(attachments.tenant, tenant), eq(attachments.subject, subject)))
    .orderBy(asc(attachments.place));
}

/**
 * Makes `ids` the files of a record, in this order. Each must be one of its files already or a fresh upload that
 * belongs to nothing yet; files left out become unattached and are removed after a day.
 *
 * @param pointer of the list in the request, for the field error of an id that cannot be attached
 */
export async function setAttachments(
  db: Queries,
  tenant: string,
  subject: string,
  ids: readonly string[],
  pointer = '/attachments',
): Promise<void> {
  const usable =
    ids.length === 0
      ? []
      : await db
          .select({ id: attachments.id })
          .from(attachments)
          .where(
            and(
              eq(attachments.tenant, tenant),
              inArray(attachments.id, [...ids]),
              or(isNull(attachments.subject), eq(attachments.subject, subject)),
            ),
          )
          .for('update');
  const found = new Set(usable.map(({ id }) => id));
  refuseFields(
    ids.flatMap((id, index) =>
      found.has(id) && ids.indexOf(id) === index ? [] : [{ pointer: `${pointer}/${index}`, code: 'unknown' as const }],
    ),
  );
  await db
    .update(attachments)
    .set({ subject: null, place: null })
    .where(and(eq(attachments.tenant, tenant), eq(attachments.subject, subject)));
  for (const [place, id] of ids.entries()) {
    await db
      .update(attachments)
      .set({ subject, place })
      .where(and(eq(attachments.tenant, tenant), eq(attachments.id, id)));
  }
}

import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import { idsOf, type RecordKind } from '../events/index.ts';
import { attachments, immutable } from './table.ts';

/** Files: what they are; which record they belong to is vouched for by the record. */
export const attachmentRecords: RecordKind = {
  area: 'attachment',
  async read(db, tenant, ids) {
    const rows = await db
      .select()
      .from(attachments)
      .where(and(eq(attachments.tenant, tenant), inArray(attachments.id, [...ids])));
    return new Map(rows.map((row) => [row.id, { file: immutable(row) }]));
  },
  // An upload that broke off before it was answered has no event, and is removed after a day.
  idsAfter: idsOf(attachments, isNotNull(attachments.subject)),
};

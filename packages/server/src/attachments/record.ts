import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import { idsOf, type RecordKind } from '../events/index.ts';
import { attachments, immutable } from './table.ts';

/** Files as they were uploaded; which record a file belongs to is part of that record's state. */
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

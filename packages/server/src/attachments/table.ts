import type { MediaType } from '@dvk/sdk/attachments';
import { sql } from 'drizzle-orm';
import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant, keyColumns } from '../database/index.ts';

export const attachments = pgTable(
  'attachment',
  {
    ...keyColumns,
    name: text('name').notNull(),
    mediaType: text('media_type').$type<MediaType>().notNull(),
    size: integer('size').notNull(),
    sha256: text('sha256').notNull(),
    uploadedAt: instant('uploaded_at').notNull(),
    uploader: text('uploader'),
    subject: text('subject'),
    place: integer('place'),
    looseSince: instant('loose_since'),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.id] }),
    index('attachment_subject').on(t.tenant, t.subject, t.place),
    index('attachment_loose')
      .on(sql`(coalesce(${t.looseSince}, ${t.uploadedAt}))`)
      .where(sql`${t.subject} IS NULL`),
  ],
);

export type AttachmentRow = typeof attachments.$inferSelect;

/** What of a file never changes, whatever record it belongs to. */
export function immutable({ id, name, mediaType, size, sha256, uploadedAt, uploader }: AttachmentRow) {
  return { id, name, mediaType, size, sha256, uploadedAt, uploader };
}

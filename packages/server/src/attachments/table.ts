import type { MediaType } from '@dvk/sdk/attachments';
import { sql } from 'drizzle-orm';
import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytes, instant, keyColumns } from '../database/index.ts';

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

/** What was uploaded during the last day; see `UploadQuotaKeeper`. */
export const uploadCharges = pgTable(
  'upload_charge',
  {
    ...keyColumns,
    pool: text('pool').$type<'public' | 'staff'>().notNull(),
    caller: bytes('caller'),
    bytes: integer('bytes').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.id] }),
    index('upload_charge_recent').on(t.tenant, t.pool, t.at),
    index('upload_charge_age').on(t.at),
  ],
);

export type AttachmentRow = typeof attachments.$inferSelect;

/** What of a file never changes, whatever record it belongs to. */
export function immutable({ id, name, mediaType, size, sha256, uploadedAt, uploader }: AttachmentRow) {
  return { id, name, mediaType, size, sha256, uploadedAt, uploader };
}

import type { Bilingual } from '@dvk/sdk/errors';
import type { NoticeOccasionName, NoticeWishes } from '@dvk/sdk/notices';
import type { SessionGrant } from '@dvk/sdk/session';
import { sql } from 'drizzle-orm';
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { bytes, instant, keyColumns } from '../database/index.ts';

/** What becomes of mail: it waits, went out, was given up, or was not wished any more. */
export type MailState = 'waiting' | 'sent' | 'failed' | 'dropped';

export const noticeMails = pgTable(
  'notice_mail',
  {
    ...keyColumns,
    recipient: text('recipient').notNull(),
    /** That of its one notice, or `digest/<day>`. */
    key: text('key').notNull(),
    state: text('state').$type<MailState>().notNull(),
    /** Why it was given up or dropped. */
    reason: text('reason'),
    createdAt: instant('created_at').notNull(),
    sendAt: instant('send_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.id] }),
    unique().on(t.tenant, t.recipient, t.key),
    index('notice_mail_age').on(t.createdAt),
  ],
);

export const notices = pgTable(
  'notice',
  {
    ...keyColumns,
    /** `person/<id>`, `reader/<hash>`, `owner/<hash>` or `sender/<case id>`. */
    recipient: text('recipient').notNull(),
    /** What it tells of: `event/<position>`, or what a day brought. */
    key: text('key').notNull(),
    occasion: text('occasion').$type<NoticeOccasionName>().notNull(),
    subject: text('subject'),
    title: jsonb('title').$type<Bilingual>().notNull(),
    text: jsonb('text').$type<Bilingual>().notNull(),
    createdAt: instant('created_at').notNull(),
    shown: boolean('shown').notNull(),
    readAt: instant('read_at'),
    /** Whether it goes out with the mail of a day. */
    inDigest: boolean('in_digest').notNull(),
    mailId: uuid('mail_id'),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.id] }),
    unique().on(t.tenant, t.recipient, t.key),
    foreignKey({ columns: [t.tenant, t.mailId], foreignColumns: [noticeMails.tenant, noticeMails.id] }),
    index('notice_newest')
      .on(t.tenant, t.recipient, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`${t.shown}`),
    index('notice_unread')
      .on(t.tenant, t.recipient, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`${t.shown} AND ${t.readAt} IS NULL`),
    index('notice_for_digest')
      .on(t.tenant, t.recipient)
      .where(sql`${t.inDigest} AND ${t.mailId} IS NULL`),
    index('notice_of_mail').on(t.tenant, t.mailId),
    index('notice_age').on(t.createdAt),
  ],
);

export type NoticeRow = typeof notices.$inferSelect;

export const noticeWishes = pgTable(
  'notice_wishes',
  {
    tenant: text('tenant').notNull(),
    recipient: text('recipient').notNull(),
    version: integer('version').notNull(),
    wishes: jsonb('wishes').$type<NoticeWishes>().notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenant, t.recipient] })],
);

export const noticeReaders = pgTable(
  'notice_reader',
  {
    tenant: text('tenant').notNull(),
    recipient: text('recipient').notNull(),
    /** A keyed hash of what the sign-in service calls them: who did something is not told of it. */
    subject: bytes('subject').notNull(),
    rights: jsonb('rights').$type<SessionGrant[]>().notNull(),
    seenAt: instant('seen_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenant, t.recipient] }), index('notice_reader_age').on(t.seenAt)],
);

import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytes, instant } from '../database/index.ts';

/** Neither the id of a session nor what is known of its person can be read from here. */
export const signInSessions = pgTable(
  'sign_in_session',
  {
    tenant: text('tenant').notNull(),
    hash: bytes('hash').notNull(),
    issuer: text('issuer').notNull(),
    /** As the sign-in service names them. */
    subject: text('subject').notNull(),
    /** The session at the sign-in service, by which it says that one ended. */
    sid: text('sid'),
    claims: bytes('claims').notNull(),
    idToken: bytes('id_token').notNull(),
    /** When the person proved who they are; `null` where the sign-in service does not say. */
    authenticatedAt: instant('authenticated_at'),
    createdAt: instant('created_at').notNull(),
    usedAt: instant('used_at').notNull(),
    endsAt: instant('ends_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenant, t.hash] }),
    index('sign_in_session_of_subject').on(t.tenant, t.issuer, t.subject),
    index('sign_in_session_age').on(t.endsAt),
  ],
);

export type SignInSessionRow = typeof signInSessions.$inferSelect;

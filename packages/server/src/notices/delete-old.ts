import { lt, notExists, eq, and, sql } from 'drizzle-orm';
import type { Queries } from '../database/index.ts';
import { deleteOldReaders } from './readers.ts';
import { noticeMails, notices } from './table.ts';

/** Notices are kept for so many days. */
export const noticeDays = 180;

/** Deletes what was told long ago, of all tenants, and whom nobody has seen for long. */
export async function deleteOldNotices(db: Queries, now: string): Promise<void> {
  const before = new Date(Date.parse(now) - noticeDays * 24 * 60 * 60 * 1000).toISOString();
  await db.delete(notices).where(lt(notices.createdAt, before));
  const ofMail = db
    .select({ one: sql`1` })
    .from(notices)
    .where(and(eq(notices.tenant, noticeMails.tenant), eq(notices.mailId, noticeMails.id)));
  await db.delete(noticeMails).where(and(lt(noticeMails.createdAt, before), notExists(ofMail)));
  await deleteOldReaders(db, now);
}

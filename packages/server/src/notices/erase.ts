import { and, eq, inArray, like, lt, or, sql, type SQL } from 'drizzle-orm';
import { caseSenders } from '../cases/table.ts';
import type { Queries } from '../database/index.ts';
import { senderRecipient } from './recipients.ts';
import { noticeMails, noticeReaders, notices, noticeWishes } from './table.ts';

/** What the senders of cases were told of them, whether by mail or on the portal. */
export const toldToSenders = (tenant: string, caseIds: readonly string[]): SQL =>
  and(
    eq(notices.tenant, tenant),
    or(
      inArray(notices.recipient, caseIds.map(senderRecipient)),
      and(
        inArray(
          notices.subject,
          caseIds.map((id) => `case/${id}`),
        ),
        like(notices.recipient, 'owner/%'),
      ),
    ),
  )!;

/** Deletes what senders of cases were told of them, the letters, and what they wished. */
export async function forgetSenders(db: Queries, tenant: string, caseIds: readonly string[]): Promise<void> {
  const senders = caseIds.map(senderRecipient);
  await db.delete(notices).where(toldToSenders(tenant, caseIds));
  await db.delete(noticeMails).where(and(eq(noticeMails.tenant, tenant), inArray(noticeMails.recipient, senders)));
  await db.delete(noticeWishes).where(and(eq(noticeWishes.tenant, tenant), inArray(noticeWishes.recipient, senders)));
}

/** Wishes of whom nobody has seen for long, and of senders who are not known any more, unchanged since an instant. */
export function staleWishes(tenant: string, before: string): SQL {
  const { recipient } = noticeWishes;
  const reader = sql`EXISTS (SELECT 1 FROM ${noticeReaders} WHERE ${noticeReaders.tenant} = ${noticeWishes.tenant} AND ${noticeReaders.recipient} = ${recipient})`;
  const sender = sql`EXISTS (SELECT 1 FROM ${caseSenders} WHERE ${caseSenders.tenant} = ${noticeWishes.tenant} AND 'sender/' || ${caseSenders.caseId} = ${recipient})`;
  return and(
    eq(noticeWishes.tenant, tenant),
    lt(noticeWishes.updatedAt, before),
    or(and(like(recipient, 'reader/%'), sql`NOT ${reader}`), and(like(recipient, 'sender/%'), sql`NOT ${sender}`)),
  )!;
}

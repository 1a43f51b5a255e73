import { isDeepStrictEqual } from 'node:util';
import { rightsOf } from '@dvk/sdk/session';
import { and, eq, gt, lt } from 'drizzle-orm';
import type { Queries } from '../database/index.ts';
import type { Context } from '../http/route.ts';
import { isStaff } from '../policy/index.ts';
import { mainRecipient, subjectHash } from './recipients.ts';
import { noticeReaders } from './table.ts';

const hour = 60 * 60 * 1000;
/** Whom only tokens name is told of their work for so long after their last visit. */
const remembered = 30 * 24 * hour;
const before = (now: string, milliseconds: number) => new Date(Date.parse(now) - milliseconds).toISOString();

/**
 * Writes down what somebody may do by their token, once an hour or when it changed: nobody else knows of them, and who is not known cannot
 * be told anything.
 */
export async function noteReader({ db, session, now, services, transaction, log }: Context): Promise<void> {
  const { tenant, subject } = session;
  if (subject === null || !isStaff(session)) return;
  const recipient = mainRecipient(services.keyring, session);
  const rights = [...rightsOf(session)];
  const [known] = await db
    .select()
    .from(noticeReaders)
    .where(and(eq(noticeReaders.tenant, tenant), eq(noticeReaders.recipient, recipient)));
  if (known && known.seenAt > before(now, hour) && isDeepStrictEqual(known.rights, rights)) return;
  const values = { tenant, recipient, subject: subjectHash(services.keyring, tenant, subject), rights, seenAt: now };
  try {
    await transaction((write) =>
      write
        .insert(noticeReaders)
        .values(values)
        .onConflictDoUpdate({ target: [noticeReaders.tenant, noticeReaders.recipient], set: values }),
    );
  } catch (error) {
    // Who may read can go on reading while nothing can be written.
    log.warn({ error }, 'who reads notices could not be written down');
  }
}

export type Reader = Pick<typeof noticeReaders.$inferSelect, 'recipient' | 'subject' | 'rights'>;

/** Those whom tokens named lately. */
export function readersOf(db: Queries, tenant: string, now: string): Promise<Reader[]> {
  const { recipient, subject, rights, seenAt } = noticeReaders;
  return db
    .select({ recipient, subject, rights })
    .from(noticeReaders)
    .where(and(eq(noticeReaders.tenant, tenant), gt(seenAt, before(now, remembered))));
}

/** Deletes whom nobody has seen for long. */
export async function deleteOldReaders(db: Queries, now: string): Promise<void> {
  await db.delete(noticeReaders).where(lt(noticeReaders.seenAt, before(now, remembered)));
}

import { usualWishes, type NoticeWishes } from '@dvk/sdk/notices';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Queries } from '../database/index.ts';
import { noticeWishes } from './table.ts';

/** Of parts of the work that are younger than the wishes, the usual holds. */
const completed = (wishes: NoticeWishes): NoticeWishes => ({
  ...wishes,
  topics: { ...usualWishes.topics, ...wishes.topics },
});

/** What these recipients wish; who is missing has said nothing. */
export async function wishesOf(
  db: Queries,
  tenant: string,
  recipients: readonly string[],
): Promise<ReadonlyMap<string, NoticeWishes>> {
  const found = new Map<string, NoticeWishes>();
  for (let at = 0; at < recipients.length; at += 1000) {
    const rows = await db
      .select({ recipient: noticeWishes.recipient, wishes: noticeWishes.wishes })
      .from(noticeWishes)
      .where(and(eq(noticeWishes.tenant, tenant), inArray(noticeWishes.recipient, recipients.slice(at, at + 1000))));
    for (const { recipient, wishes } of rows) found.set(recipient, completed(wishes));
  }
  return found;
}

/** The wishes of one recipient with their version; 1 for who has said nothing. */
export async function storedWishes(
  db: Queries,
  tenant: string,
  recipient: string,
): Promise<{ version: number; wishes: NoticeWishes }> {
  const [row] = await db
    .select()
    .from(noticeWishes)
    .where(and(eq(noticeWishes.tenant, tenant), eq(noticeWishes.recipient, recipient)));
  return row ? { version: row.version, wishes: completed(row.wishes) } : { version: 1, wishes: usualWishes };
}

/** Writes wishes over those of a version; whether nobody was faster. */
export async function writeWishes(
  db: Queries,
  key: { tenant: string; recipient: string; version: number },
  wishes: NoticeWishes,
  now: string,
): Promise<boolean> {
  const { version, ...whose } = key;
  const rows = await db
    .insert(noticeWishes)
    .values({ ...whose, version: version + 1, wishes, updatedAt: now })
    .onConflictDoUpdate({
      target: [noticeWishes.tenant, noticeWishes.recipient],
      set: { version: version + 1, wishes, updatedAt: now },
      setWhere: sql`${noticeWishes.version} = ${version}`,
    })
    .returning({ version: noticeWishes.version });
  return rows.length > 0;
}

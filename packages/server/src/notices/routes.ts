import { noticeOccasions, notices, type Notice } from '@dvk/sdk/notices';
import { and, count, eq, inArray, isNull, lte, max } from 'drizzle-orm';
import { etagOf } from '../http/etag.ts';
import { pageOf } from '../http/paging.ts';
import { implement, type Context } from '../http/route.ts';
import { HttpProblem } from '../problems/problem.ts';
import { keyOrder } from '../records/key-order.ts';
import { noteReader } from './readers.ts';
import { mainRecipient, recipientsOf } from './recipients.ts';
import { notices as table, type NoticeRow } from './table.ts';
import { storedWishes, writeWishes } from './wishes.ts';

/** The notices of whoever asks, and nobody else's. */
const own = ({ session, services }: Context) =>
  and(eq(table.tenant, session.tenant), inArray(table.recipient, recipientsOf(services.keyring, session)), table.shown);

function present(row: NoticeRow): Notice {
  const { id, occasion, subject, title, text, createdAt, readAt } = row;
  return { id, on: occasion, topic: noticeOccasions[occasion].topic, subject, title, text, at: createdAt, readAt };
}

async function unreadOf(context: Context) {
  const [row] = await context.db
    .select({ unread: count(), newestAt: max(table.createdAt) })
    .from(table)
    .where(and(own(context), isNull(table.readAt)));
  return { unread: Number(row!.unread), newestAt: row!.newestAt };
}

/** Whose wishes they are: those about one's work. */
function wishesKey({ session, services }: Context) {
  return { tenant: session.tenant, recipient: mainRecipient(services.keyring, session) };
}

const hasMail = ({ session, services }: Context) => services.mail !== undefined && session.personId !== undefined;

const newestFirst = keyOrder(table, 'descending', ['createdAt', 'id']);

/** Notices are no records: only their reader may know of them, so no event tells that they were read. */
export const noticeRoutes = [
  implement(notices.list, async ({ query }, context) => {
    const { items, nextCursor } = await pageOf(
      context,
      'notice',
      query,
      (after, limit) =>
        context.db
          .select()
          .from(table)
          .where(and(own(context), query.unread ? isNull(table.readAt) : undefined, after && newestFirst.after(after)))
          .orderBy(...newestFirst.orderBy)
          .limit(limit),
      newestFirst.positionOf,
    );
    return { items: items.map(present), nextCursor };
  }),

  implement(notices.unread, async (_request, context) => {
    await noteReader(context);
    return unreadOf(context);
  }),

  implement(notices.read, async ({ params }, context) => {
    const { db, now } = context;
    const isIt = and(own(context), eq(table.id, params.id));
    await db
      .update(table)
      .set({ readAt: now })
      .where(and(isIt, isNull(table.readAt)));
    const [row] = await db.select().from(table).where(isIt);
    if (!row) throw new HttpProblem('not-found');
    return present(row);
  }),

  implement(notices.readAll, async ({ body }, context) => {
    const { db, now } = context;
    // No database takes every instant that RFC 3339 has.
    const until = new Date(Math.min(Math.max(Date.parse(body.until), 0), Date.parse(now))).toISOString();
    await db
      .update(table)
      .set({ readAt: now })
      .where(and(own(context), isNull(table.readAt), lte(table.createdAt, until)));
    return unreadOf(context);
  }),

  implement(notices.preferences, async (_request, context) => {
    const { tenant, recipient } = wishesKey(context);
    const { version, wishes } = await storedWishes(context.db, tenant, recipient);
    return { ...wishes, hasMail: hasMail(context), etag: etagOf(version) };
  }),

  implement(notices.setPreferences, async ({ body }, context) => {
    const { db, now, expectedVersion } = context;
    const key = { ...wishesKey(context), version: expectedVersion };
    const { version } = await storedWishes(db, key.tenant, key.recipient);
    if (version !== expectedVersion || !(await writeWishes(db, key, body, now)))
      throw new HttpProblem('precondition-failed');
    return { ...body, hasMail: hasMail(context), etag: etagOf(expectedVersion + 1) };
  }),
];

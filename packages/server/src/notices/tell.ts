import {
  channelsFor,
  fillNotice,
  noticeOccasions,
  usualWishes,
  whenQuietEnds,
  type NoticeAudience,
  type NoticeOccasionName,
  type NoticeValues,
} from '@dvk/sdk/notices';
import { dateInVietnam } from '@dvk/sdk/text';
import { and, count, eq, gte, inArray, notLike } from 'drizzle-orm';
import { newId, oneAtATime } from '../database/index.ts';
import { enqueue } from '../queue/enqueue.ts';
import type { DirectoryContext } from './directory.ts';
import { mailJob } from './mail-job.ts';
import { noticeMails, notices } from './table.ts';
import { wishesOf } from './wishes.ts';

/** Somebody to be told. */
export interface Told {
  recipient: string;
  /** Stands for who it is, as for who did something: nobody is told what they did themselves. */
  subject?: Buffer | null;
}

/** Something that people are told of. */
export interface Telling {
  /** The same for the same occasion, whenever it is told. */
  key: string;
  occasion: NoticeOccasionName;
  subject: string | null;
  values: NoticeValues;
  to: Partial<Record<NoticeAudience, readonly Told[]>>;
  /** Who did it. */
  by?: Buffer | null;
}

/** Who has mail: people of the list, and senders of cases; of the others no address is known. */
const hasAddress = (recipient: string) => /^(?:person|sender)\//.test(recipient);
/** Who has a list on the portal: a sender who linked no case has none. */
const hasList = (recipient: string) => !recipient.startsWith('sender/');

interface NewNotice {
  row: typeof notices.$inferInsert;
  /** When a letter of its own goes out; `undefined` where none does. */
  letterAt: string | undefined;
}

/** The rows of what is told, each recipient once: by the first rule that they are meant by. */
async function rowsOf(context: DirectoryContext, tellings: readonly Telling[]): Promise<NewNotice[]> {
  const { db, tenant, now, services } = context;
  const { values: settings } = await services.settings({ db, tenant, day: dateInVietnam(now) });
  const meant = tellings.flatMap((telling) => {
    const seen = new Set<string>();
    return settings.notices
      .filter(({ on }) => on === telling.occasion)
      .flatMap((rule) => (telling.to[rule.to] ?? []).map((told) => ({ telling, rule, told })))
      .filter(({ told: { recipient, subject } }) => {
        const did = telling.by != null && subject != null && telling.by.equals(subject);
        if (did || seen.has(recipient)) return false;
        seen.add(recipient);
        return true;
      });
  });
  const wishes = await wishesOf(db, tenant, [...new Set(meant.map(({ told }) => told.recipient))]);
  return meant.flatMap(({ telling, rule, told: { recipient } }) => {
    const wish = wishes.get(recipient) ?? usualWishes;
    const { inApp, mail } = channelsFor(rule, noticeOccasions[rule.on].topic, wish);
    const shown = inApp && hasList(recipient);
    const time = services.mail && hasAddress(recipient) ? mail : 'never';
    // A sender has no day's mail: there is nobody to look for it.
    const atOnce = time === 'at-once' || (time === 'daily' && !hasList(recipient));
    if (!shown && time === 'never') return [];
    const { key, occasion, subject, values } = telling;
    const row = {
      ...fillNotice(rule, values),
      tenant,
      id: newId(),
      recipient,
      key,
      occasion,
      subject,
      createdAt: now,
      shown,
      inDigest: time === 'daily' && !atOnce,
    };
    return { row, letterAt: atOnce ? whenQuietEnds(wish.quietHours, now) : undefined };
  });
}

/** How many letters went to these recipients one by one today. */
async function lettersToday({ db, tenant, now }: DirectoryContext, recipients: readonly string[]) {
  if (recipients.length === 0) return new Map<string, number>();
  const rows = await db
    .select({ recipient: noticeMails.recipient, count: count() })
    .from(noticeMails)
    .where(
      and(
        eq(noticeMails.tenant, tenant),
        inArray(noticeMails.recipient, [...recipients]),
        gte(noticeMails.createdAt, `${dateInVietnam(now)}T00:00:00+07:00`),
        notLike(noticeMails.key, 'digest/%'),
      ),
    )
    .groupBy(noticeMails.recipient);
  return new Map(rows.map((row) => [row.recipient, Number(row.count)]));
}

/**
 * Tells people, in the caller's transaction: rows for the list on the portal, and jobs for what is mailed at once. What somebody was told
 * already they are not told again.
 *
 * @returns how many notices are new
 */
export async function tell(context: DirectoryContext, tellings: readonly Telling[]): Promise<number> {
  const { db, tenant, now, services } = context;
  const told = await rowsOf(context, tellings);
  const added: NewNotice[] = [];
  for (let at = 0; at < told.length; at += 500) {
    const part = told.slice(at, at + 500);
    const ids = await db
      .insert(notices)
      .values(part.map(({ row }) => row))
      .onConflictDoNothing()
      .returning({ id: notices.id });
    const isNew = new Set(ids.map(({ id }) => id));
    added.push(...part.filter(({ row }) => isNew.has(row.id)));
  }
  const letters = added.flatMap(({ row, letterAt }) => (letterAt === undefined ? [] : [{ ...row, letterAt }]));
  // Another server may count at the same moment.
  if (letters.length > 0) await oneAtATime(db, 'letters', tenant);
  const { values: settings } = await services.settings({ db, tenant, day: dateInVietnam(now) });
  // What comes after so many is put into the letter of the next day.
  const mostAtOnce = settings.thresholds.lettersADay.amount;
  const sent = await lettersToday(
    context,
    letters.map(({ recipient }) => recipient),
  );
  for (const { id, recipient, key, letterAt: sendAt } of letters) {
    const number = (sent.get(recipient) ?? 0) + 1;
    sent.set(recipient, number);
    const isNotice = and(eq(notices.tenant, tenant), eq(notices.id, id));
    if (number > mostAtOnce && hasList(recipient)) {
      await db.update(notices).set({ inDigest: true }).where(isNotice);
      continue;
    }
    const mailId = newId();
    await db
      .insert(noticeMails)
      .values({ tenant, id: mailId, recipient, key, state: 'waiting', createdAt: now, sendAt });
    await db.update(notices).set({ mailId }).where(isNotice);
    await enqueueMail(context, mailId, sendAt);
  }
  return added.length;
}

/** Lets a letter go out, in the caller's transaction. */
export async function enqueueMail({ db, tenant, now }: DirectoryContext, id: string, sendAt: string): Promise<void> {
  await enqueue(db, mailJob, { id }, { tenant, key: `mail/${id}`, now: new Date(now), startAfter: sendAt });
}

import { noticeOccasions, usualWishes } from '@dvk/sdk/notices';
import { dateInVietnam } from '@dvk/sdk/text';
import { and, asc, eq } from 'drizzle-orm';
import { cases } from '../cases/table.ts';
import { unsealSender } from '../cases/sender.ts';
import type { Queries } from '../database/index.ts';
import type { Services } from '../http/services.ts';
import { MailFailure } from '../mail/mailer.ts';
import { people } from '../people/table.ts';
import { JobFailure, PermanentFailure, type JobContext } from '../queue/job.ts';
import { findRow } from '../records/rows.ts';
import { compose } from './compose.ts';
import { stopAddress } from './stop-link.ts';
import { noticeMails, notices, type MailState } from './table.ts';
import { wishesOf } from './wishes.ts';

/** The states in which a letter is sent: what failed for good is tried again where an administrator says so. */
const tried: readonly MailState[] = ['waiting', 'failed'];

/** One address and nothing that a mail server could take for more. */
const isAddress = (text: string) => /^[^\s<>,;:"@()[\]\\]+@[^\s<>,;:"@()[\]\\]+\.[^\s<>,;:"@()[\]\\]+$/u.test(text);

/** The address of a recipient; `undefined` where there is none any more. */
async function addressOf(db: Queries, { keyring }: Services, tenant: string, recipient: string) {
  const [kind, id = ''] = recipient.split('/');
  if (kind === 'person') {
    const person = await findRow(db, people, { tenant, id });
    return person && person.leftOn === null && isAddress(person.invitation) ? person.invitation : undefined;
  }
  const row = await findRow(db, cases, { tenant, id });
  const sender = row && (await unsealSender(db, keyring, row));
  return sender?.email && isAddress(sender.email) ? sender.email : undefined;
}

/**
 * Sends a letter that waits. A process that is killed after the mail server took it sends it again with the same `Message-ID`, by which
 * mail servers know it.
 */
export async function sendLetter({ database, services, tenant, now: at }: JobContext, id: string): Promise<void> {
  const { queries } = database;
  const mail = tenant === null ? undefined : await findRow(queries, noticeMails, { tenant, id });
  if (!mail || tenant === null || !tried.includes(mail.state)) return;
  const { recipient } = mail;
  const isMail = and(eq(noticeMails.tenant, tenant), eq(noticeMails.id, id));
  const now = at.toISOString();
  const end = (state: MailState, reason: string | null = null) =>
    database.transaction((db) => db.update(noticeMails).set({ state, reason, endedAt: now }).where(isMail));

  const { mail: mailer, keyring } = services;
  if (!mailer) throw new JobFailure('No mail server is set (DVK_MAIL_SERVER)');
  const all = await queries
    .select({ occasion: notices.occasion, title: notices.title, text: notices.text })
    .from(notices)
    .where(and(eq(notices.tenant, tenant), eq(notices.mailId, id)))
    .orderBy(asc(notices.createdAt), asc(notices.id));
  // Since then they may have said that they wish no mail.
  const wishes = (await wishesOf(queries, tenant, [recipient])).get(recipient) ?? usualWishes;
  const wished = all.filter(({ occasion }) => wishes.topics[noticeOccasions[occasion].topic].mail !== 'never');
  if (wished.length === 0) return void (await end('dropped', 'not wished'));
  const to = await addressOf(queries, services, tenant, recipient);
  if (to === undefined) return void (await end('dropped', 'no address'));

  const { values } = await services.settings({ db: queries, tenant, day: dateInVietnam(now) });
  const stop = stopAddress(keyring, mailer.links, { tenant, recipient });
  const written = await compose({
    locale: wishes.language,
    now,
    isDigest: mail.key.startsWith('digest/'),
    notices: wished,
    officeName: values.office.name,
    portal: mailer.portal,
    stop,
  });
  try {
    await mailer.send({ id, to, stop, ...written });
  } catch (error) {
    if (!(error instanceof MailFailure)) throw error;
    if (!error.isPermanent) throw new JobFailure(error.message);
    await end('failed', error.message);
    throw new PermanentFailure(error.message);
  }
  await end('sent');
}

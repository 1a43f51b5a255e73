import { and, eq, inArray } from 'drizzle-orm';
import { subjectOf as fileSubject } from '../attachments/contents.ts';
import type { AttachmentRow } from '../attachments/table.ts';
import { ownerHash } from '../cases/owner.ts';
import { unsealSender } from '../cases/sender.ts';
import { caseOwners, type CaseRow } from '../cases/table.ts';
import type { Queries } from '../database/index.ts';
import { events } from '../events/index.ts';
import { idempotentResponses } from '../http/table.ts';
import { uploadCharges } from '../load/table.ts';
import type { Keyring } from '../secrets/keyring.ts';

/** Texts shorter than this stand in the drafts of others too. */
const telling = 20;

const digitsOf = (text: string) => text.replaceAll(/\D/g, '');
const inJson = (text: string) => JSON.stringify(text).slice(1, -1);

/** What tells a draft about a case from others, before anything of the case is erased. */
export async function draftsAbout(
  db: Queries,
  keyring: Keyring,
  row: CaseRow,
): Promise<(text: string, owner: string) => boolean> {
  const { tenant, id, code, title, content } = row;
  const sender = await unsealSender(db, keyring, row);
  const [whose] = await db
    .select()
    .from(caseOwners)
    .where(and(eq(caseOwners.tenant, tenant), eq(caseOwners.caseId, id)));
  const long = [title, content].filter((text) => text.length >= telling);
  const marks = [id, code, ...long, ...(sender?.email ? [sender.email] : [])].flatMap((text) => [text, inJson(text)]);
  const lower = marks.map((mark) => mark.toLowerCase());
  return (text, owner) => {
    const written = text.toLowerCase();
    if (lower.some((mark) => written.includes(mark))) return true;
    if (sender?.phone && digitsOf(text).includes(sender.phone)) return true;
    // A name alone may be anybody's, but in the draft of whoever sent the case it is theirs.
    const isTheirs = whose?.owner.equals(ownerHash(keyring, { tenant, subject: owner })) ?? false;
    return isTheirs && sender?.name != null && text.includes(sender.name);
  };
}

/** The instants at which something happened to records: that of a request is also that of its stored response. */
export async function instantsOf(db: Queries, tenant: string, subjects: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectDistinct({ at: events.at })
    .from(events)
    .where(and(eq(events.tenant, tenant), inArray(events.subject, [...subjects])));
  return rows.map(({ at }) => at);
}

/** Deletes responses that are kept against double sending, by when they were given: their keys are hashed, and tell nothing. */
export async function deleteResponses(db: Queries, tenant: string, instants: readonly string[]): Promise<void> {
  if (instants.length === 0) return;
  await db
    .delete(idempotentResponses)
    .where(and(eq(idempotentResponses.tenant, tenant), inArray(idempotentResponses.createdAt, [...new Set(instants)])));
}

/** Deletes what says who uploaded how much. */
export async function deleteCharges(db: Queries, tenant: string, files: readonly AttachmentRow[]): Promise<void> {
  const ids = files.map(({ id }) => id);
  if (ids.length === 0) return;
  await db.delete(uploadCharges).where(and(eq(uploadCharges.tenant, tenant), inArray(uploadCharges.id, ids)));
}

/** The event of a file that was erased with its record. */
export const fileRemoval = ({ id }: AttachmentRow) =>
  ({ subject: fileSubject(id), kind: 'attachment.removed', data: {}, state: { file: null } }) as const;

import { draftDays, type Draft, type DraftBody } from '@dvk/sdk/drafts';
import { and, desc, eq, lt, type SQL } from 'drizzle-orm';
import type { Queries } from '../database/index.ts';
import { etagOf } from '../http/etag.ts';
import type { Context } from '../http/route.ts';
import type { Keyring } from '../secrets/keyring.ts';
import { drafts, type DraftRow } from './table.ts';

type Content = Pick<DraftBody, 'title' | 'content'>;

const lifetime = draftDays * 24 * 60 * 60 * 1000;
const sealContext = ({ tenant, id, owner }: Pick<DraftRow, 'tenant' | 'id' | 'owner'>) => `${tenant}/${id}/${owner}`;

/** What of a draft is stored: its content may be personal, so that only the server's key opens it. */
export function sealedDraft(
  keyring: Keyring,
  key: Pick<DraftRow, 'tenant' | 'id' | 'owner'>,
  { form, title, content }: DraftBody,
): Pick<DraftRow, 'form' | 'sealed'> {
  const kept: Content = { title, content };
  return { form, sealed: keyring.seal('draft', sealContext(key), JSON.stringify(kept)) };
}

export function openDraft(keyring: Keyring, row: DraftRow): Draft {
  const { title, content } = JSON.parse(keyring.open('draft', sealContext(row), row.sealed)) as Content;
  const { id, form, createdAt, updatedAt, version } = row;
  const deletedAt = new Date(Date.parse(updatedAt) + lifetime).toISOString();
  return { id, form, title: title || null, content, createdAt, updatedAt, deletedAt, etag: etagOf(version) };
}

/** The drafts of whoever asks, and nobody else's, last changed first. */
export function draftsOf({ db, session }: Pick<Context, 'db' | 'session'>, where?: SQL): Promise<DraftRow[]> {
  return db
    .select()
    .from(drafts)
    .where(and(eq(drafts.tenant, session.tenant), eq(drafts.owner, session.subject!), where))
    .orderBy(desc(drafts.updatedAt), desc(drafts.id));
}

/** Deletes a draft of whoever asks; one that is gone already is no error. */
export async function deleteDraft({ db, session }: Pick<Context, 'db' | 'session'>, id: string): Promise<void> {
  const { tenant, subject } = session;
  await db.delete(drafts).where(and(eq(drafts.tenant, tenant), eq(drafts.id, id), eq(drafts.owner, subject!)));
}

/** Deletes what has not been changed for a long time, of all tenants. */
export async function deleteOldDrafts(db: Queries, now: Date): Promise<void> {
  await db.delete(drafts).where(lt(drafts.updatedAt, new Date(now.getTime() - lifetime).toISOString()));
}

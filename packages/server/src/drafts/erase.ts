import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import type { Queries } from '../database/index.ts';
import type { Keyring } from '../secrets/keyring.ts';
import { openDraft } from './store.ts';
import { drafts, type DraftRow } from './table.ts';

/** So many drafts are opened at once. */
const batch = 100;

/**
 * Deletes the drafts in whose title or content something is found, whoever wrote them. Only the server's key opens them, so
 * that each is looked at.
 *
 * @returns the instants of their requests
 */
export async function deleteDraftsWith(
  db: Queries,
  keyring: Keyring,
  tenant: string,
  holds: (text: string, owner: string) => boolean,
): Promise<string[]> {
  const instants: string[] = [];
  let last = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows: DraftRow[] = await db
      .select()
      .from(drafts)
      .where(and(eq(drafts.tenant, tenant), gt(drafts.id, last)))
      .orderBy(asc(drafts.id))
      .limit(batch);
    const found = rows.filter((row) => {
      const { title, content } = openDraft(keyring, row);
      return holds(`${title ?? ''}\n${content}`, row.owner);
    });
    if (found.length > 0) {
      const ids = found.map(({ id }) => id);
      await db.delete(drafts).where(and(eq(drafts.tenant, tenant), inArray(drafts.id, ids)));
      instants.push(...found.flatMap(({ createdAt, updatedAt }) => [createdAt, updatedAt]));
    }
    if (rows.length < batch) return instants;
    last = rows.at(-1)!.id;
  }
}

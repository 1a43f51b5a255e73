import type { Database } from '../database/index.ts';
import { anonymousSession } from '../auth/index.ts';
import { appendEvent, eventsOf } from '../events/index.ts';
import type { Keyring } from '../secrets/keyring.ts';
import type { FileStorage } from '../storage/index.ts';
import type { AttachmentRow } from './table.ts';
import { deleteAttachment, findForgotten, type ForgottenPlace } from './store.ts';

export const subjectOf = (id: string) => `attachment/${id}`;

/** Where the bytes of an attachment lie in the file storage. */
export function contentName({ tenant, id }: Pick<AttachmentRow, 'tenant' | 'id'>): string {
  return `${encodeURIComponent(tenant)}/${id.slice(-2)}/${id}`;
}

const batch = 100;
const system = { subject: null, roles: ['system'], unitId: null };

export interface SweepOptions {
  database: Database;
  keyring: Keyring;
  storage: FileStorage;
  now: string;
  /** Told of a file that the storage did not remove; it is tried again next time. */
  onFailure: (error: unknown) => void;
}

/**
 * Removes the files that nobody attached within a day: first the bytes, then the row that leads to them. One that cannot
 * be removed does not keep the others.
 */
export async function removeForgotten(options: SweepOptions): Promise<number> {
  const { database, storage, now, onFailure } = options;
  let removed = 0;
  let last: ForgottenPlace | undefined;
  for (;;) {
    const rows = await findForgotten(database.queries, now, last, batch);
    for (const row of rows) {
      try {
        await storage.remove(contentName(row));
        await forget(row, options);
        removed += 1;
      } catch (error) {
        onFailure(error);
      }
    }
    last = rows.at(-1);
    if (rows.length < batch) return removed;
  }
}

async function forget(row: AttachmentRow, { database, keyring, now }: SweepOptions): Promise<void> {
  await database.transaction(async (db) => {
    await deleteAttachment(db, row);
    const subject = subjectOf(row.id);
    // An upload that broke off has a row and nothing else.
    if ((await eventsOf(db, row.tenant, subject)).length === 0) return;
    const context = { db, session: anonymousSession(row.tenant), now, services: { keyring } };
    await appendEvent(context, { subject, kind: 'attachment.removed', data: {}, state: { file: null } }, system);
  });
}

import type { Database } from '../database/index.ts';
import { anonymousSession } from '../auth/index.ts';
import { announceNothing, appendEvent, eventsOf, systemActor } from '../events/index.ts';
import type { Keyring } from '../secrets/keyring.ts';
import type { FileStorage } from '../storage/index.ts';
import type { AttachmentRow } from './table.ts';
import { deleteAttachment, findUnattached, type UnattachedPosition } from './store.ts';

export const subjectOf = (id: string) => `attachment/${id}`;

/** The name of an attachment's bytes in the file storage. */
export function contentName({ tenant, id }: Pick<AttachmentRow, 'tenant' | 'id'>): string {
  return `${encodeURIComponent(tenant)}/${id.slice(-2)}/${id}`;
}

/** The name of an image's small picture. */
export function thumbnailName(row: Pick<AttachmentRow, 'tenant' | 'id'>): string {
  return `${contentName(row)}.small`;
}

const batch = 100;

export interface SweepOptions {
  database: Database;
  keyring: Keyring;
  storage: FileStorage;
  now: string;
  /** Called for a file that the storage did not remove; the next sweep tries again. */
  onFailure: (error: unknown) => void;
}

/**
 * Removes files that were not attached within a day: first the bytes, then the row that names them. A file that cannot be
 * removed does not stop the others.
 */
export async function removeUnattached(options: SweepOptions): Promise<number> {
  const { database, storage, now, onFailure } = options;
  let removed = 0;
  let last: UnattachedPosition | undefined;
  for (;;) {
    const rows = await findUnattached(database.queries, now, last, batch);
    for (const row of rows) {
      try {
        await storage.remove(thumbnailName(row));
        await storage.remove(contentName(row));
        await deleteWithEvent(row, options);
        removed += 1;
      } catch (error) {
        onFailure(error);
      }
    }
    last = rows.at(-1);
    if (rows.length < batch) return removed;
  }
}

async function deleteWithEvent(row: AttachmentRow, { database, keyring, now }: SweepOptions): Promise<void> {
  await database.transaction(async (db) => {
    await deleteAttachment(db, row);
    const subject = subjectOf(row.id);
    // An interrupted upload has a row and no event.
    if ((await eventsOf(db, row.tenant, subject)).length === 0) return;
    const context = {
      db,
      session: anonymousSession(row.tenant),
      now,
      services: { keyring, announce: announceNothing },
    };
    await appendEvent(context, { subject, kind: 'attachment.removed', data: {}, state: { file: null } }, systemActor);
  });
}

import type { Queries } from '../database/index.ts';
import type { FileStorage } from '../storage/index.ts';
import type { AttachmentRow } from './schema.ts';
import { deleteAttachment, findForgotten } from './store.ts';

/** Where the bytes of an attachment lie in the file storage. */
export function contentName({ tenant, id }: Pick<AttachmentRow, 'tenant' | 'id'>): string {
  return `${encodeURIComponent(tenant)}/${id.slice(-2)}/${id}`;
}

const batch = 100;

/** Removes the files that nobody attached within a day: first the bytes, then the row that leads to them. */
export async function removeForgotten(db: Queries, storage: FileStorage, now: string): Promise<number> {
  let removed = 0;
  for (;;) {
    const rows = await findForgotten(db, now, batch);
    for (const row of rows) {
      await storage.remove(contentName(row));
      await deleteAttachment(db, row);
    }
    removed += rows.length;
    if (rows.length < batch) return removed;
  }
}

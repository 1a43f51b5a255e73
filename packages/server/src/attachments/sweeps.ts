import { deleteOldCharges } from '../load/upload-quota.ts';
import type { Sweep } from '../sweeps/sweeps.ts';
import { removeUnattached } from './contents.ts';

/** Removes unattached files, interrupted uploads, and charges that no longer count towards a quota. */
export const attachmentSweeps: readonly Sweep[] = [
  async ({ database, services: { keyring, storage }, now, log }) => {
    const onFailure = (error: unknown) => log.error({ error }, 'an unattached file was not removed');
    if (storage) await removeUnattached({ database, keyring, storage, now: now.toISOString(), onFailure });
  },
  async ({ services, now }) => services.storage?.removeUnfinished?.(now),
  ({ database, now }) => database.transaction((db) => deleteOldCharges(db, now)),
];

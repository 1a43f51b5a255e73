import type { Sweep } from '../sweeps/sweeps.ts';
import { removeForgotten } from './contents.ts';
import { forgetOldCharges } from './quota.ts';

/** Files that nobody attached, uploads that broke off, and what no longer counts towards a quota. */
export const attachmentSweeps: readonly Sweep[] = [
  async ({ database, services: { keyring, storage }, now, log }) => {
    const onFailure = (error: unknown) => log.error({ error }, 'a forgotten file was not removed');
    if (storage) await removeForgotten({ database, keyring, storage, now: now.toISOString(), onFailure });
  },
  async ({ services, now }) => services.storage?.removeUnfinished?.(now),
  ({ database, now }) => database.transaction((db) => forgetOldCharges(db, now)),
];

import { deleteOldCharges } from '../load/upload-quota.ts';
import { noData, type Job } from '../queue/job.ts';
import { removeUnattached } from './contents.ts';

/** Removes unattached files, interrupted uploads, and charges that no longer count towards a quota. */
export const attachmentJobs: readonly Job[] = [
  {
    name: 'attachments.remove-unattached',
    schema: noData,
    schedule: 'hourly',
    async run({ database, services: { keyring, storage }, now, log }) {
      const onFailure = (error: unknown) => log.error({ error }, 'an unattached file was not removed');
      if (storage) await removeUnattached({ database, keyring, storage, now: now.toISOString(), onFailure });
    },
  },
  {
    name: 'attachments.remove-unfinished',
    schema: noData,
    schedule: 'hourly',
    run: async ({ services, now }) => services.storage?.removeUnfinished?.(now),
  },
  {
    name: 'attachments.delete-old-charges',
    schema: noData,
    schedule: 'hourly',
    run: ({ database, now }) => database.transaction((db) => deleteOldCharges(db, now)),
  },
];

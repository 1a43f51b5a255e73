import * as z from 'zod/mini';
import { contentName, thumbnailName } from '../attachments/contents.ts';
import { defineJob } from '../queue/job.ts';

/**
 * Removes the bytes of files that were erased with their record. The erasure enqueues it in its own transaction: a process that
 * is killed between the two has it done afterwards, and what is removed already is no error.
 */
export const removeFilesJob = defineJob({
  name: 'personal-data.remove-files',
  schema: z.object({ ids: z.array(z.string()) }),
  // The storage may be away for long, and what is to be erased must not be forgotten.
  retry: { limit: 100, delay: 30 },
  async run({ services: { storage }, tenant }, { ids }) {
    if (!storage || tenant === null) return;
    for (const id of ids) {
      await storage.remove(thumbnailName({ tenant, id }));
      await storage.remove(contentName({ tenant, id }));
    }
  },
});

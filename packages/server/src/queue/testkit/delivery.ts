import { setTimeout } from 'node:timers/promises';
import * as z from 'zod/mini';
import { defineJob } from '../job.ts';

/** Delivers its key to a receiver, as a webhook does. */
export const delivery = defineJob({
  name: 'test.delivery',
  schema: z.object({ to: z.string() }),
  retry: { limit: 1000, delay: 1 },
  heartbeat: 2,
  concurrency: 4,
  async run({ key, signal }, { to }) {
    const response = await fetch(to, { method: 'POST', body: key, signal });
    if (!response.ok) throw new Error(`answered ${response.status}`);
    // Now and then it dies here: delivered, and not known to be.
    await setTimeout(5);
  },
});

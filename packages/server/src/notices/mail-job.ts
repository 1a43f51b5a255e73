import * as z from 'zod/mini';
import { defineJob } from '../queue/job.ts';

/** Sends a letter. */
export const mailJob = defineJob({
  name: 'notices.mail',
  schema: z.object({ id: z.string() }),
  // Mail servers are away for a night: for two days it is tried again.
  retry: { limit: 52, delay: 30 },
  timeout: 120,
  concurrency: 2,
  async run(context, { id }) {
    const { sendLetter } = await import('./send-letter.ts');
    await sendLetter(context, id);
  },
});

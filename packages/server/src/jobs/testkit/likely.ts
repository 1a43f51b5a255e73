import type { LikelyRequests } from '../../testkit/fuzz/known.ts';

export const likely: LikelyRequests = {
  /** Looks for jobs that failed: behind all that wait they are not seen by chance. */
  async history(ask) {
    await ask('administrator', 'jobs.list', '/v1/jobs?state=failed&limit=20');
  },
};

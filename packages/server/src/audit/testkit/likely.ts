import type { LikelyRequests } from '../../testkit/fuzz/known.ts';

/** Events are counted from 1 on, in all areas together; there are more than these before anything is asked. */
export const likely: LikelyRequests = {
  params: { get: (_known, roll) => ({ position: String(1 + Math.floor(roll() * 10)) }) },
};

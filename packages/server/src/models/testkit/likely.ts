import type { Model } from '@dvk/sdk/models';
import { sampleBodies } from '@dvk/sdk/testing';
import type { LikelyRequests } from '../../testkit/fuzz/known.ts';

export const likely: LikelyRequests = {
  /** Registrations that nobody has begun to look at: these alone can be corrected. */
  async history(ask, unitId) {
    for (let index = 0; index < 4; index += 1) {
      const registration = { ...(sampleBodies.models.create as object), unitId };
      await ask<Model>('unit-officer', 'models.create', '/v1/models', registration);
    }
  },
};

import type { Case, CaseReceipt } from '@dvk/sdk/cases';
import type { LikelyRequests } from '../../testkit/fuzz/known.ts';
import { sampleSubmission } from '../../testkit/samples.ts';

export const likely: LikelyRequests = {
  /** Cases that were answered: their senders can rate the answer, and ask to go on. */
  async history(ask, unitId) {
    for (let index = 0; index < 8; index += 1) {
      const { code } = await ask<CaseReceipt>('anonymous', 'cases.create', '/v1/cases', sampleSubmission());
      const found = await ask<{ items: Case[] }>('secretariat', 'cases.list', `/v1/cases?q=${code}`);
      const path = `/v1/cases/${found.items[0]!.id}`;
      const step = async (who: string, body: object) => {
        const { etag } = await ask<Case>(who, 'cases.get', path);
        await ask<Case>(who, 'cases.transition', `${path}/transitions`, body, etag);
      };
      await step('secretariat', { action: 'assign', unitId });
      if (index > 0) await step('unit-officer', { action: 'answer', answer: 'Đã giải quyết.' });
    }
  },
};

import type { Attachment } from '@dvk/sdk/attachments';
import type { Case, CaseReceipt } from '@dvk/sdk/cases';
import { jpegWithPlace } from '../../testkit/files.ts';
import { pick, type Known, type LikelyRequests, type Roll } from '../../testkit/fuzz/known.ts';
import { sampleSubmission } from '../../testkit/samples.ts';

/** One of the files that the sender sent. */
function fileOf({ target }: Known, roll: Roll): Record<string, string> {
  const file = pick((target?.['attachments'] ?? []) as Case['attachments'], roll);
  return file ? { id: file.id } : {};
}

export const likely: LikelyRequests = {
  params: { downloadFile: fileOf, thumbnail: fileOf },
  /** Cases with a picture that were answered: their senders can see it again, rate the answer, and ask to go on. */
  async history(ask, unitId) {
    for (let index = 0; index < 8; index += 1) {
      const { id } = await ask<Attachment>('anonymous', 'attachments.upload', '/v1/attachments', await jpegWithPlace());
      const submission = sampleSubmission({ attachments: [id] });
      const { code } = await ask<CaseReceipt>('anonymous', 'cases.create', '/v1/cases', submission);
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

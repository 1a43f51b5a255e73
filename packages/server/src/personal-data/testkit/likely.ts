import type { CaseReceipt } from '@dvk/sdk/cases';
import type { DataRequest } from '@dvk/sdk/personal-data';
import { sampleBodies } from '@dvk/sdk/testing';
import type { Ask, Known, LikelyRequests, Roll } from '../../testkit/fuzz/known.ts';
import { pick } from '../../testkit/fuzz/known.ts';
import { sampleSubmission } from '../../testkit/samples.ts';

const basis = { title: 'Mẫu', confidence: 'illustrative' } as const;
const path = '/v1/personal-data/requests';

/** A run that stands in the database, because no request makes one: see `addRetentionRun`. */
export const retentionRunId = '01890000-0000-7000-8000-0000000000c1';

const ofRun = () => ({ id: retentionRunId });

/** A case that stands among the records of this area, for what its sender asks. */
const makeCase = (ask: Ask) =>
  ask<CaseReceipt>('anonymous', 'personalData.create', '/v1/cases', sampleSubmission({ senderName: 'Nguyễn Văn A' }));

export const likely: LikelyRequests = {
  bodies: {
    create: ({ recordsOf }: Known, roll: Roll) => {
      const code = pick(recordsOf('cases'), roll)?.['code'] ?? 'PA-261123-0042-E';
      return { ...sampleBodies.personalData.create, caseCodes: [code] };
    },
    transition: ({ target }: Known, roll: Roll) => {
      if (target?.['status'] === 'received')
        return pick(
          [
            { action: 'check-identity', identityMethod: 'called-back' },
            { action: 'refuse', reason: 'Không đúng người', basis },
          ],
          roll,
        );
      if (target?.['status'] !== 'identity-checked') return { action: 'lift', reason: 'Hết lý do' };
      return pick(
        [
          { action: 'carry-out', correction: { name: 'Nguyễn Văn B' } },
          { action: 'carry-out-in-part', reason: 'Còn phải lưu', basis },
        ],
        roll,
      );
    },
  },
  params: { retentionItems: ofRun, retentionPaper: ofRun },
  async history(ask) {
    for (const kind of ['access', 'access', 'correction', 'erasure', 'restriction'] as const) {
      const { code } = await makeCase(ask);
      const body = { ...sampleBodies.personalData.create, kind, caseCodes: [code] };
      const { id, etag } = await ask<DataRequest>('secretariat', 'personalData.create', path, body);
      const checking = { action: 'check-identity', identityMethod: 'identity-card-shown' };
      await ask('secretariat', 'personalData.transition', `${path}/${id}/transitions`, checking, etag);
    }
  },
};

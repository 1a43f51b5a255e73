import type { Assessment } from '@dvk/sdk/assessments';
import type { Case, CaseReceipt } from '@dvk/sdk/cases';
import { bacKan2017, criteriaOf } from '@dvk/sdk/rubrics';
import { sampleSubmission } from '../samples.ts';

/** Sends an orderly request as somebody, and gives what came back. */
export type Ask = <Body>(who: string, operation: string, path: string, body?: unknown, etag?: string) => Promise<Body>;

const count = 8;

/** Records that have come some way, so that steps late in a life can be reached too: answered cases, submitted assessments. */
export async function makeHistory(ask: Ask, unitId: string): Promise<void> {
  for (let index = 0; index < count; index += 1) {
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
  for (let index = 0; index < count; index += 1) {
    const opened = await ask<Assessment>('unit-officer', 'assessments.create', '/v1/assessments', {
      rubricId: bacKan2017.id,
      rubricVersion: bacKan2017.version,
      subject: { kind: 'unit', id: unitId },
      period: String(2080 + index),
    });
    const path = `/v1/assessments/${opened.id}`;
    const lines = criteriaOf(bacKan2017)
      .filter(({ scoredBy }) => scoredBy !== 'superior')
      .map((criterion) => ({ criterionId: criterion.id, value: { points: 'max' in criterion ? criterion.max : 0 } }));
    const scored = await ask<Assessment>(
      'unit-officer',
      'assessments.putSelfLines',
      `${path}/self-lines`,
      lines,
      opened.etag,
    );
    await ask<Assessment>(
      'unit-leader',
      'assessments.transition',
      `${path}/transitions`,
      { action: 'submit' },
      scored.etag,
    );
  }
}

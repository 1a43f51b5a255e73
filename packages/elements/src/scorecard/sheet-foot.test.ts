import { assert, fixture, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { bacKan2017 } from '@dvk/sdk/rubrics';
import { sampleAssessments, sampleSession } from '@dvk/sdk/testing';
import { fakeClient } from '../testkit/fake-client.ts';
import { axe, expectNoPolicyViolations } from '../testkit/page.ts';
import './define.ts';
import type { DvkScorecard } from './dvk-scorecard.ts';
import { waitUntil } from '../testkit/wait-until.ts';

describe('the foot of a score sheet', () => {
  expectNoPolicyViolations();
  after(() => setViewport({ width: 800, height: 600 }));

  it('is slim on a phone, and tells screen readers all of it', async () => {
    await setViewport({ width: 360, height: 640 });
    const lines = [{ criterionId: 'self', self: { points: 6250 }, appraised: { points: 6250 } }];
    const assessment = sampleAssessments.assessmentOf(bacKan2017, lines, { status: 'concluded' });
    const { client } = fakeClient({
      session: { get: () => ({ ...sampleSession.officer('sample'), roles: ['secretariat'] }) },
      rubrics: { get: () => bacKan2017 },
      assessments: { get: () => assessment },
    });
    const card = await fixture<DvkScorecard>(
      html`<dvk-scorecard .client=${client} record-id=${assessment.id}></dvk-scorecard>`,
    );
    await waitUntil(() => card.shadowRoot!.querySelector('.sheet-foot .button'));
    const { height } = card.shadowRoot!.querySelector('.sheet-foot')!.getBoundingClientRect();
    assert.isAtMost(height, 640 / 6);
    const told = [...card.shadowRoot!.querySelectorAll('.sheet-foot p')]
      .filter((each) => each.checkVisibility())
      .map((each) => each.textContent.replaceAll(/\s+/g, ' ').trim());
    for (const part of ['Điểm tự chấm 62,5/90', 'Điểm thẩm định', 'Xếp loại', 'Lưu gần nhất', 'tiêu chí đã chấm'])
      assert.include(told.join('\n'), part);
    assert.deepEqual(await axe(card), []);
  });
});

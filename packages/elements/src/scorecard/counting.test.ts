import { assert, fixture, html } from '@open-wc/testing';
import { bacKan2017 } from '@dvk/sdk/rubrics';
import type { Session } from '@dvk/sdk/session';
import { sampleAssessments } from '@dvk/sdk/testing';
import { fakeClient } from '../testkit/fake-client.ts';
import './define.ts';
import type { DvkScorecard } from './dvk-scorecard.ts';
import { waitUntil } from '../testkit/wait-until.ts';

const assessment = sampleAssessments.assessmentOf(bacKan2017, [{ criterionId: 'self', self: { points: 8700 } }]);
// The modules of the tests alone are more than a browser remembers of itself.
performance.setResourceTimingBufferSize(10_000);
const loaded = () =>
  performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/scorecard/scoring.ts'));

async function open(role: Session['roles'][number]): Promise<DvkScorecard> {
  const { client } = fakeClient({
    session: {
      get: () => ({ subject: role, name: 'Nguyễn Văn A', roles: [role], unitId: assessment.unitId, tenant: 'demo' }),
    },
    rubrics: { get: () => bacKan2017 },
    assessments: { get: () => assessment },
  });
  const card = await fixture<DvkScorecard>(
    html`<dvk-scorecard .client=${client} record-id=${assessment.id}></dvk-scorecard>`,
  );
  await waitUntil(() => card.shadowRoot!.querySelector('table'));
  return card;
}

describe('What a scorecard loads to count', () => {
  it('is nothing for who only reads it, whatever the server counted is shown', async () => {
    const card = await open('secretariat');
    assert.include(card.shadowRoot!.querySelector('.totals')!.textContent, '87/90');
    assert.isFalse(loaded());
    const styles = card.shadowRoot!.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]);
    const border = styles.find(({ cssText }) => cssText.includes('border-collapse'));
    assert.isDefined(border, 'the styles of the sheet are there');
    assert.notMatch(styles.map(({ cssText }) => cssText).join(), /var\(--_(?:rule|raised)\b/, 'with their tokens');
  });

  it('comes when somebody opens one they may fill in', async () => {
    await open('unit-officer');
    await waitUntil(loaded);
  });
});

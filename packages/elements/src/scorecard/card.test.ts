import { assert, fixture, html } from '@open-wc/testing';
import { illustrativeUnit } from '@dvk/sdk/rubrics';
import { sampleAssessments } from '@dvk/sdk/testing';
import { scorecardSheet } from '../locale/scorecard-sheet/vi.ts';
import { scorecard } from './vi.ts';
import { Card } from './card.ts';
import * as scoring from './scoring.ts';
import { totalsTemplate } from './totals.ts';

const { assessmentOf } = sampleAssessments;

describe('Card', () => {
  const edited = () => {
    const card = new Card(assessmentOf(illustrativeUnit, []), illustrativeUnit, 'self');
    card.editEntry('registered', { value: '3' });
    card.editEntry('recognised', { value: '4', total: '8' });
    return card;
  };
  const shown = async (card: Card) =>
    (await fixture(html`<div>${totalsTemplate(card, card.results, { ...scorecard, ...scorecardSheet }, 'vi')}</div>`))
      .textContent;

  it('leaves points as they were saved until it can count, and says so', async () => {
    const card = edited();
    const formula = card.lines.find(({ criterion }) => criterion.kind === 'formula')!.criterion.id;
    assert.isTrue(card.outdated);
    assert.deepEqual(card.results, card.assessment.results);
    assert.include(await shown(card), scorecardSheet.asSaved);
    card.scoring = scoring;
    assert.equal(card.results.self.points, 4100);
    assert.equal(card.results.self.lines.find(({ criterionId }) => criterionId === formula)!.points, 1600);
    assert.isFalse(card.outdated);
    assert.notInclude(await shown(card), scorecardSheet.asSaved);
  });

  it('shows the reasons that were given before it knows where one is needed', () => {
    const saved = { criterionId: 'registered', self: { count: 3 }, reason: 'Thiếu hồ sơ.' };
    const assessment = assessmentOf(illustrativeUnit, [saved], { status: 'submitted' });
    const card = new Card(assessment, illustrativeUnit, 'appraised');
    card.edit('recognised', { reason: 'Chưa đủ căn cứ.' });
    assert.sameMembers([...card.needingReason], ['registered', 'recognised']);
    card.scoring = scoring;
    assert.isEmpty(card.needingReason);
  });
});

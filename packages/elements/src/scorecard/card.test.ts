import { assert, fixture, html } from '@open-wc/testing';
import { illustrativeUnit } from '@dvk/sdk/rubrics';
import { sampleAssessments } from '@dvk/sdk/testing';
import { scorecard } from './vi.ts';
import { Card } from './card.ts';
import * as exact from './exact.ts';
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
    (await fixture(html`<div>${totalsTemplate(card, card.results, scorecard, 'vi')}</div>`)).textContent;

  it('leaves formula lines as they were saved until it can work them out, and says so', async () => {
    const card = edited();
    const before = card.results.self.points!;
    assert.isTrue(card.outdated);
    assert.include(await shown(card), scorecard.asSaved);
    card.exact = exact;
    assert.equal(card.results.self.points! - before, 1600);
    assert.isFalse(card.outdated);
    assert.notInclude(await shown(card), scorecard.asSaved);
  });
});

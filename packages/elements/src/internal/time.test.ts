/** No text, however long and whatever it is made of, may hold up the page it is pasted into. */
import { assert, fixture, html } from '@open-wc/testing';
import { nastyTexts } from '../../../sdk/src/text/testkit/nasty.ts';
import '../all.ts';
import { isAccepted } from '../file-field/kinds.ts';
import { countCharacters } from '../text-field/characters.ts';
import type { DvkTextField } from '../text-field/dvk-text-field.ts';

const size = 100_000;
/** Below this many milliseconds, several times what a text read once from end to end takes, a time says nothing. */
const noise = 250;
/** What eight times as much may take at most; a square would be 64. */
const mostGrowth = 24;

const options = [{ value: 'a', label: 'Một' }];
const kinds = ['text', 'multiline', 'email', 'tel', 'number', 'count', 'points', 'money'];
const fields: Record<string, { tag: string; set?: object }> = {
  ...Object.fromEntries(kinds.map((type) => [type, { tag: 'dvk-text-field', set: { type } }])),
  'a pattern': { tag: 'dvk-text-field', set: { pattern: '[A-Z0-9]{8}' } },
  'a limit': { tag: 'dvk-text-field', set: { type: 'multiline', maxlength: 4 * size } },
  date: { tag: 'dvk-date-field' },
  place: { tag: 'dvk-place-field' },
  unit: { tag: 'dvk-unit-field', set: { otherName: 'g' } },
  radio: { tag: 'dvk-choice-field', set: { options } },
  checkbox: { tag: 'dvk-choice-field', set: { options, type: 'checkbox' } },
  files: { tag: 'dvk-file-field' },
};

function least(repeats: number, run: () => unknown): number {
  let time = Infinity;
  for (let turn = 0; turn < repeats; turn += 1) {
    const before = performance.now();
    run();
    time = Math.min(time, performance.now() - before);
  }
  return time;
}

function assertGrowsWithLength(work: (text: string) => unknown): void {
  for (const { name, ofLength } of nastyTexts) {
    // Begun small, so that what grows like a square is found before it takes minutes.
    for (const length of [size / 8, size]) {
      const text = ofLength(length);
      if (least(1, () => work(text)) < noise || least(3, () => work(text)) < noise) continue;
      const eighth = ofLength(length / 8);
      const before = Math.max(
        noise / 32,
        least(3, () => work(eighth)),
      );
      const growth = least(3, () => work(text)) / before;
      assert.isAtMost(growth, mostGrowth, `${name}: ${length} characters against an eighth of them`);
    }
  }
}

describe('a text of 100,000 characters', () => {
  for (const [what, { tag, set = {} }] of Object.entries(fields))
    it(`takes no longer than in proportion to its length as ${what}`, async function () {
      this.timeout(60_000);
      const box = await fixture<HTMLElement>(html`<div hidden></div>`);
      const field = document.createElement(tag) as DvkTextField;
      Object.assign(field, set, { required: true, name: 'f' });
      box.append(field);
      await field.updateComplete;
      assertGrowsWithLength((text) => {
        field.formStateRestoreCallback(text, 'autocomplete');
        field.restoreState(text);
        return [field.data, field.showValidity()];
      });
      await field.updateComplete;
    });

  it('takes no longer as a label, a name of a file or to be counted', async () => {
    const field = await fixture<DvkTextField>(html`<dvk-text-field required></dvk-text-field>`);
    assertGrowsWithLength((text) => {
      field.label = text;
      return field.nameInSentence;
    });
    assertGrowsWithLength((text) => isAccepted(new File(['x'], text), '.pdf,image/*'));
    assertGrowsWithLength((text) => countCharacters(text, Infinity));
  });
});

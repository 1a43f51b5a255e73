import { assert, fixture, html } from '@open-wc/testing';
import type { Constraint } from '@dvk/sdk/constraints';
import '../choice-field/define.ts';
import '../date-field/define.ts';
import '../file-field/define.ts';
import '../text-field/define.ts';
import { contractField, filesField, type FieldView } from './contract-field.ts';

const body = {
  is: 'object',
  fields: {
    title: { is: 'text', min: 1, max: 300 },
    story: { is: 'text', max: 5000 },
    budget: { is: 'number', whole: true, min: 0, max: 900 },
    until: { is: 'text', realDate: true },
    kind: { is: 'option', of: ['report', 'proposal'] },
    files: { is: 'list', of: { is: 'text' }, max: 3 },
    place: { is: 'object', fields: { street: { is: 'text', max: 80 } } },
  },
  optional: ['story', 'budget', 'files', 'place'],
} satisfies Constraint;

const make = <T extends HTMLElement>(view: Partial<FieldView> & { name: string }) =>
  fixture<T>(contractField({ body, label: 'Ô', ...view }));
const text = (name: string) => make<HTMLElementTagNameMap['dvk-text-field']>({ name });

describe('contractField', () => {
  it('limits a text as the contract does, and gives a long one several lines', async () => {
    const title = await text('title');
    assert.deepEqual([title.type, title.maxlength, title.required], ['text', 300, true]);
    const story = await text('story');
    assert.deepEqual([story.type, story.maxlength, story.required], ['multiline', 5000, false]);
  });

  it('finds the part of the body that a field edits', async () => {
    const street = await text('place/street');
    assert.deepEqual([street.maxlength, street.required], [80, false]);
    const line = await make<HTMLElementTagNameMap['dvk-text-field']>({ name: 'title/7', pointer: 'title' });
    assert.deepEqual([line.name, line.maxlength], ['title/7', 300]);
  });

  it('asks for a number, a date or one of the values where the contract does', async () => {
    const budget = await text('budget');
    assert.deepEqual([budget.type, budget.min, budget.max], ['money', 0, 900]);
    const until = await make<HTMLElementTagNameMap['dvk-date-field']>({ name: 'until' });
    assert.equal(until.localName, 'dvk-date-field');
    assert.isTrue(until.required);
    const kind = await make<HTMLElementTagNameMap['dvk-choice-field']>({
      name: 'kind',
      options: { report: 'Phản ánh', proposal: 'Kiến nghị' },
    });
    assert.deepEqual(
      kind.options.map(({ value, label }) => [value, label]),
      [
        ['report', 'Phản ánh'],
        ['proposal', 'Kiến nghị'],
      ],
    );
  });

  it('requires what a step needs, though the body may do without', async () => {
    const story = await make<HTMLElementTagNameMap['dvk-text-field']>({ name: 'story', required: true });
    assert.isTrue(story.required);
  });

  it('takes as many files as the contract', async () => {
    const box = await fixture(html`<div>${filesField({ body, name: 'files', label: 'Tệp', upload: undefined })}</div>`);
    const files = box.querySelector('dvk-file-field')!;
    assert.deepEqual([files.maxFiles, files.required], [3, false]);
  });
});

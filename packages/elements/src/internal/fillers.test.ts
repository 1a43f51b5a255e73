/** Password managers, address books and tools that fill a form: they write into the boxes and tell of it in their own ways. */
import { assert, fixture, html } from '@open-wc/testing';
import '../all.ts';
import type { DvkTextField } from '../text-field/dvk-text-field.ts';
import type { FormControl } from '../internal/form-control.ts';
import { settled } from '../testkit/shown.ts';
import { expectNoPolicyViolations } from '../testkit/page.ts';

type Box = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const options = [
  { value: 'a', label: 'Một' },
  { value: 'b, c', label: 'Hai, ba' },
];
const fields: Record<string, { tag: string; set?: object; text: string; value: string }> = {
  'a line': { tag: 'dvk-text-field', text: 'Nguyễn Văn A', value: 'Nguyễn Văn A' },
  'a box of several lines': { tag: 'dvk-text-field', set: { type: 'multiline' }, text: 'Một\nhai', value: 'Một\nhai' },
  'a telephone number': { tag: 'dvk-text-field', set: { type: 'tel' }, text: '+84 912 345 678', value: '0912345678' },
  money: { tag: 'dvk-text-field', set: { type: 'money' }, text: '1.500.000', value: '1500000' },
  'a date': { tag: 'dvk-date-field', text: '1/12/2026', value: '2026-12-01' },
  'a drop-down list': { tag: 'dvk-choice-field', set: { type: 'select', options }, text: 'b, c', value: 'b, c' },
};

const make = async ({ tag, set = {} }: { tag: string; set?: object }) => {
  const form = await fixture<HTMLFormElement>(html`<form></form>`);
  const field = document.createElement(tag) as DvkTextField;
  field.setAttribute('name', 'f');
  Object.assign(field, set);
  form.append(field);
  await field.updateComplete;
  const box = field.shadowRoot!.querySelector<Box>('#control')!;
  return { form, field, box, sent: () => new FormData(form).get('f') };
};

describe('who fills boxes', () => {
  expectNoPolicyViolations();

  for (const [what, { tag, set, text, value }] of Object.entries(fields)) {
    for (const types of [['change'], ['input'], ['input', 'change'], ['keydown', 'keyup', 'change', 'blur']])
      it(`of ${what} and tells of it with ${types.join(', ')}`, async () => {
        const { field, box, sent } = await make({ tag, set: set! });
        box.focus();
        box.value = text;
        for (const type of types) box.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
        assert.equal(field.value, value);
        assert.equal(sent(), value, 'in the form at once');
        await field.updateComplete;
        field.error = 'Đã có';
        const shown = await settled(field);
        assert.equal(field.value, value);
        assert.notEqual(shown.text, '');
      });
  }

  for (const [what, { tag, set, text, value }] of Object.entries(fields).slice(0, -1))
    it(`of ${what} and tells of it only after the field was drawn anew, or never`, async () => {
      const { field, box, sent } = await make({ tag, set: set! });
      box.value = text;
      field.hint = 'Như trong giấy tờ';
      await field.updateComplete;
      assert.equal(box.value, text, 'it is not overwritten');
      assert.equal(sent(), value);
      box.dispatchEvent(new Event('change'));
      assert.equal(field.value, value);
    });

  it('is not taken for newer than what a script sets or a reset empties', async () => {
    const { form, field, box } = await make({ tag: 'dvk-text-field' });
    box.value = 'cũ';
    field.value = 'mới';
    await field.updateComplete;
    assert.deepEqual([field.value, box.value], ['mới', 'mới']);
    box.value = 'cũ';
    form.reset();
    await field.updateComplete;
    assert.deepEqual([field.value, box.value], ['', '']);
  });

  for (const type of ['radio', 'checkbox'] as const)
    it(`of a ${type} and tells of nothing but the change`, async () => {
      const { field, sent } = await make({ tag: 'dvk-choice-field', set: { type, options } });
      const box = field.shadowRoot!.querySelectorAll('input')[1]!;
      box.checked = true;
      box.dispatchEvent(new Event('change', { bubbles: true }));
      assert.equal(sent(), 'b, c');
      await field.updateComplete;
      assert.deepEqual((await settled(field)).ticked, ['b, c']);
    });

  it('of a drop-down list by its label or by a value that is none', async () => {
    const { field, sent } = await make({ tag: 'dvk-choice-field', set: { type: 'select', options, required: true } });
    field.formStateRestoreCallback('hai, BA', 'autocomplete');
    assert.equal(sent(), 'b, c');
    field.formStateRestoreCallback('Hà Nội', 'autocomplete');
    assert.equal(sent(), 'b, c', 'what fits nothing says nothing');
    field.value = 'Hà Nội';
    assert.isNull(sent());
    assert.isFalse(field.checkValidity());
    assert.equal((await settled(field)).text, '– Chọn –');
  });
});

describe('values with a comma', () => {
  expectNoPolicyViolations();
  const ticks = { tag: 'dvk-choice-field', set: { type: 'checkbox', options } };
  type Ticks = FormControl & { value: string; values: readonly string[] };

  for (const values of [['b, c'], ['a', 'b, c'], ['a'], []])
    it(`come back from a draft and from the browser: ${JSON.stringify(values)}`, async () => {
      const before = (await make(ticks)).field as unknown as Ticks;
      before.values = values;
      for (const bring of [
        (field: Ticks) => field.restoreState(before.restorableState),
        (field: Ticks) => field.formStateRestoreCallback(before.restorableState),
        (field: Ticks) => (field.value = before.value),
        (field: Ticks) => (field.defaultValue = before.value),
      ]) {
        const { form, field } = await make(ticks);
        bring(field as unknown as Ticks);
        assert.deepEqual(new FormData(form).getAll('f'), values);
        assert.deepEqual((await settled(field)).ticked, values);
      }
    });
});

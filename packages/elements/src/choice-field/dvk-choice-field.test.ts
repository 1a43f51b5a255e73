import { assert, fixture, html } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { describeFormControl } from '../testkit/form-control.ts';
import { accessibilityTree, axe, expectNoPolicyViolations } from '../testkit/page.ts';
import { settled } from '../testkit/shown.ts';
import './define.ts';
import type { DvkChoiceField } from './dvk-choice-field.ts';

const options = [
  { value: 'collective', label: 'Tập thể' },
  { value: 'individual', label: 'Cá nhân' },
  { value: 'other', label: 'Khác', hint: 'Ghi rõ ở dưới' },
];
const pick = async (field: DvkChoiceField, at: number) => {
  field.shadowRoot!.querySelectorAll('input')[at]!.click();
  await field.updateComplete;
};

describe('radio', () => {
  describeFormControl<DvkChoiceField>({
    tag: 'dvk-choice-field',
    prepare: (field) => (field.options = options),
    initial: { attribute: 'individual', entries: ['individual'] },
    byScript: { set: (field) => (field.value = 'collective'), entries: ['collective'] },
    byPerson: { enter: (field) => pick(field, 1), entries: ['individual'] },
    requiredMessage: 'Chọn họ và tên',
    role: 'radiogroup',
  });
});

describe('checkbox', () => {
  describeFormControl<DvkChoiceField>({
    tag: 'dvk-choice-field',
    prepare: (field) => Object.assign(field, { type: 'checkbox', options }),
    initial: { attribute: 'collective,other', entries: ['collective', 'other'] },
    byScript: { set: (field) => (field.values = ['individual']), entries: ['individual'] },
    byPerson: {
      enter: async (field) => {
        await pick(field, 2);
        await pick(field, 0);
      },
      entries: ['collective', 'other'],
    },
    requiredMessage: 'Chọn họ và tên',
    role: 'group',
  });
});

describe('select', () => {
  describeFormControl<DvkChoiceField>({
    tag: 'dvk-choice-field',
    prepare: (field) => Object.assign(field, { type: 'select', options }),
    initial: { attribute: 'individual', entries: ['individual'] },
    byScript: { set: (field) => (field.value = 'collective'), entries: ['collective'] },
    byPerson: {
      enter: async (field) => {
        field.focus();
        await sendKeys({ press: 'ArrowDown' });
        field.blur();
      },
      entries: ['collective'],
    },
    requiredMessage: 'Chọn họ và tên',
    role: 'combobox',
  });
});

describe('dvk-choice-field', () => {
  expectNoPolicyViolations();

  it('says what is wrong above the options: below a tall group nobody sees it', async () => {
    const field = await fixture<DvkChoiceField>(
      html`<dvk-choice-field label="Lĩnh vực" type="tiles" .options=${options} required></dvk-choice-field>`,
    );
    field.reportValidity();
    await field.updateComplete;
    const box = (selector: string) => field.shadowRoot!.querySelector(selector)!.getBoundingClientRect();
    assert.isAbove(box('.error').height, 0);
    assert.isAtLeast(box('.error').top, box('legend').bottom);
    assert.isAtMost(box('.error').bottom, box('.options').top);
  });

  it('takes its options from <option> children, also later ones', async () => {
    const field = await fixture<DvkChoiceField>(
      html`<dvk-choice-field label="Hình thức" value="b"
        ><option value="a">Một</option>
        <option value="b">Hai</option></dvk-choice-field
      >`,
    );
    await field.updateComplete;
    assert.deepEqual(await accessibilityTree('dvk-choice-field'), [
      'radiogroup "Hình thức"',
      'radio "Một"',
      'radio "Hai" [checked]',
    ]);
    field.append(new Option('Ba', 'c'));
    await new Promise((done) => setTimeout(done));
    assert.equal(field.shadowRoot!.querySelectorAll('input').length, 3);
  });

  for (const type of ['radio', 'select', 'checkbox'] as const)
    it(`begins with, and returns to, the <option selected> of a ${type}, unless it has a value`, async () => {
      const form = await fixture<HTMLFormElement>(
        html`<form>
          <dvk-choice-field name="f" label="Hình thức" type=${type}
            ><option value="a">Một</option>
            <option value="b" selected>Hai</option></dvk-choice-field
          >
        </form>`,
      );
      const field = form.querySelector('dvk-choice-field')!;
      await new Promise((done) => setTimeout(done));
      const initial = await settled(field);
      assert.deepEqual(new FormData(form).getAll('f'), ['b']);
      assert.deepEqual(type === 'select' ? initial.text : initial.ticked, type === 'select' ? 'Hai' : ['b']);
      field.values = ['a'];
      assert.notDeepEqual(await settled(field), initial);
      form.reset();
      assert.deepEqual(await settled(field), initial);
      field.setAttribute('value', 'a');
      assert.equal(field.value, 'a');
    });

  for (const type of ['tiles', 'scale'] as const)
    it(`is a group of radio buttons as ${type}, by key and by pointer`, async () => {
      const form = await fixture<HTMLFormElement>(
        html`<form><dvk-choice-field name="f" type=${type} label="Kết quả" required></dvk-choice-field></form>`,
      );
      const field = form.querySelector('dvk-choice-field')!;
      field.options = options;
      await field.updateComplete;
      const lines = async () => (await accessibilityTree('dvk-choice-field')).join('\n');
      assert.match(await lines(), /radiogroup "Kết quả".*required[\s\S]*radio "Tập thể"/);
      field.focus();
      await sendKeys({ press: 'Space' });
      assert.deepEqual(new FormData(form).getAll('f'), ['collective']);
      await sendKeys({ press: 'ArrowRight' });
      assert.deepEqual(new FormData(form).getAll('f'), ['individual']);
      const words = field.shadowRoot!.querySelectorAll('.text')[2]!;
      const { left, top, width, height } = words.getBoundingClientRect();
      await sendMouse({ type: 'click', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
      assert.deepEqual(new FormData(form).getAll('f'), ['other']);
      assert.deepEqual(await axe(field), []);
    });

  it('sets steps side by side where they have room, else in rows; tiles in two columns or four', async () => {
    const rowsAt = async (type: 'tiles' | 'scale', width: number) => {
      const box = await fixture<HTMLElement>(
        html`<div><dvk-choice-field type=${type} label="x"></dvk-choice-field></div>`,
      );
      box.style.width = `${width}px`;
      const field = box.querySelector('dvk-choice-field')!;
      field.options = ['1', '2', '3', '4', '5'].map((value) => ({ value, label: `Bậc ${value}` }));
      await field.updateComplete;
      const all = [...field.shadowRoot!.querySelectorAll('.option')].map((each) => each.getBoundingClientRect());
      for (const { height } of all) assert.isAtLeast(height, 44);
      return new Set(all.map(({ top }) => Math.round(top))).size;
    };
    assert.equal(await rowsAt('scale', 328), 1);
    assert.equal(await rowsAt('scale', 300), 1, 'in a framed widget on a screen of 360 px');
    assert.equal(await rowsAt('scale', 282), 5, 'and on one of 340 px');
    assert.equal(await rowsAt('tiles', 328), 3);
    assert.equal(await rowsAt('tiles', 700), 2);
  });

  for (const type of ['tiles', 'scale'] as const)
    it(`measures its room as ${type} outside the fieldset, in which Chromium may leave out what is in a container`, async () => {
      const field = await fixture<DvkChoiceField>(html`<dvk-choice-field type=${type} label="x"></dvk-choice-field>`);
      field.options = options;
      await field.updateComplete;
      assert.equal(getComputedStyle(field).containerType, 'inline-size');
      const inside = [...field.shadowRoot!.querySelectorAll('fieldset, fieldset *')];
      assert.isNotEmpty(inside);
      for (const each of inside) assert.equal(getComputedStyle(each).containerType, 'normal', each.className);
    });

  it('is switches that are on or off', async () => {
    const form = await fixture<HTMLFormElement>(
      html`<form><dvk-choice-field name="f" type="switch" label="Máy này"></dvk-choice-field></form>`,
    );
    const field = form.querySelector('dvk-choice-field')!;
    field.options = [{ value: 'remember', label: 'Nhớ trên máy này' }];
    await field.updateComplete;
    assert.match((await accessibilityTree('dvk-choice-field')).join('\n'), /switch "Nhớ trên máy này"/);
    field.focus();
    await sendKeys({ press: 'Space' });
    assert.deepEqual(new FormData(form).getAll('f'), ['remember']);
    await pick(field, 0);
    assert.deepEqual(new FormData(form).getAll('f'), []);
  });

  it('lets an empty value be chosen by its radio button', async () => {
    const form = await fixture<HTMLFormElement>(
      html`<form><dvk-choice-field name="f" label="Ý kiến" required></dvk-choice-field></form>`,
    );
    const field = form.querySelector('dvk-choice-field')!;
    field.options = [
      { value: '', label: 'Không có ý kiến' },
      { value: 'a', label: 'Đồng ý' },
    ];
    await field.updateComplete;
    assert.deepEqual(new FormData(form).getAll('f'), []);
    assert.isFalse(form.checkValidity());
    await pick(field, 0);
    assert.deepEqual(new FormData(form).getAll('f'), ['']);
    assert.isTrue(form.checkValidity());
    assert.deepEqual((await settled(field)).ticked, ['']);
  });
});

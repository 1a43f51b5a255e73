import { assert, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { describeFormControl } from '../testkit/form-control.ts';
import { accessibilityTree, expectNoPolicyViolations } from '../testkit/page.ts';
import './define.ts';
import type { DvkPlaceField } from './dvk-place-field.ts';
import { waitUntil } from '../testkit/wait-until.ts';

const items = (field: DvkPlaceField) => [...field.shadowRoot!.querySelectorAll('[role=option]')];
async function search(field: DvkPlaceField, text: string): Promise<void> {
  field.focus();
  await sendKeys({ type: text });
  await waitUntil(() => items(field).length > 0, `matches for ${text}`);
}

describeFormControl<DvkPlaceField>({
  tag: 'dvk-place-field',
  initial: { attribute: '00004', entries: ['00004'] },
  byScript: { set: (field) => (field.value = '00008'), entries: ['00008'] },
  byPerson: {
    enter: async (field) => {
      await search(field, 'phuong ba dinh');
      await sendKeys({ press: 'Enter' });
      field.blur();
    },
    entries: ['00004'],
  },
  requiredMessage: 'Chọn họ và tên',
  role: 'combobox',
});

describe('dvk-place-field', () => {
  expectNoPolicyViolations();

  for (const typed of ['dak lak', 'Đắk Lắk', 'DAK LAK'])
    it(`finds a province by “${typed}”`, async () => {
      const field = await fixture<DvkPlaceField>(
        html`<dvk-place-field label="Tỉnh" level="province"></dvk-place-field>`,
      );
      await search(field, typed);
      assert.equal(items(field)[0]!.textContent!.trim(), 'tỉnh Đắk Lắk');
      await sendKeys({ press: 'Enter' });
      assert.equal(field.value, '66');
      assert.equal(field.typed, 'tỉnh Đắk Lắk');
    });

  it('is a combobox with a list box: down, up, Enter, Escape', async () => {
    const field = await fixture<DvkPlaceField>(
      html`<dvk-place-field name="communeCode" province-name="provinceCode" label="Xã, phường"></dvk-place-field>`,
    );
    await search(field, 'hoa binh');
    await sendKeys({ press: 'ArrowDown' });
    await field.updateComplete;
    const tree = await accessibilityTree('dvk-place-field');
    assert.include(tree[0], 'combobox "Xã, phường" [expanded]');
    assert.isTrue(
      tree.some((line) => line.startsWith('option') && line.endsWith('[selected]')),
      tree.join('\n'),
    );
    await sendKeys({ press: 'Escape' });
    await field.updateComplete;
    assert.equal(items(field).length, 0);
    await sendKeys({ press: 'ArrowDown' });
    await waitUntil(() => items(field).length > 0);
    await sendKeys({ press: 'ArrowUp' });
    await sendKeys({ press: 'Enter' });
    assert.match(field.value, /^\d{5}$/);
    assert.deepEqual(Object.keys(field.entries), ['communeCode', 'provinceCode']);
    assert.equal(field.entries['provinceCode'], field.place?.level === 'commune' && field.place.province);
  });

  it('says which old name it was found by', async () => {
    const field = await fixture<DvkPlaceField>(html`<dvk-place-field label="Xã, phường"></dvk-place-field>`);
    await search(field, 'phuong truc bach');
    assert.include(items(field)[0]!.textContent, 'trước đây là');
  });

  it('keeps text that is no place, and asks to choose', async () => {
    const field = await fixture<DvkPlaceField>(html`<dvk-place-field label="Xã, phường"></dvk-place-field>`);
    field.focus();
    await sendKeys({ type: 'xyzw' });
    await waitUntil(() => field.shadowRoot!.querySelector('.none')?.textContent === 'Không tìm thấy');
    field.blur();
    await field.updateComplete;
    assert.equal(field.typed, 'xyzw');
    assert.equal(field.shownError, 'Chọn một dòng trong danh sách');
  });

  it('shows the name of a code that was set', async () => {
    const field = await fixture<DvkPlaceField>(
      html`<dvk-place-field value="00004" label="Xã, phường"></dvk-place-field>`,
    );
    await waitUntil(() => field.typed === 'phường Ba Đình, thành phố Hà Nội');
  });
});

describe('dvk-place-field of one province', () => {
  expectNoPolicyViolations();
  const make = (value = '') =>
    fixture<DvkPlaceField>(
      html`<dvk-place-field label="Xã, phường" province="38" value=${value} required></dvk-place-field>`,
    );

  it('finds only its communes, the same name elsewhere or not', async () => {
    const field = await make();
    await search(field, 'tan ninh');
    assert.isNotEmpty(items(field));
    for (const item of items(field)) assert.include(item.textContent, 'tỉnh Thanh Hóa');
  });

  it('opens with all of its communes when it is tapped', async () => {
    const field = await make();
    field.shadowRoot!.querySelector('input')!.click();
    await waitUntil(() => items(field).length > 100, 'all of them');
    const last = items(field).at(-1) as HTMLElement;
    last.click();
    await waitUntil(() => field.place);
    assert.equal(field.typed, last.textContent.trim());
    assert.isTrue(field.checkValidity());
  });

  it('says where else a name is found, and offers nothing of it', async () => {
    const field = await make();
    field.focus();
    await sendKeys({ type: 'hoan kiem' });
    await waitUntil(() => field.shadowRoot!.querySelector('.none')?.textContent?.includes('Hà Nội'), 'it says so');
    assert.include(field.shadowRoot!.querySelector('.none')!.textContent, 'Chọn nơi thuộc tỉnh Thanh Hóa');
    await sendKeys({ press: 'Enter' });
    assert.equal(field.value, '');
    assert.isFalse(field.checkValidity());
  });

  it('refuses a place of another province that a script, a draft or a page brings', async () => {
    const field = await make('00004');
    await waitUntil(() => !field.checkValidity(), 'it is looked up');
    assert.equal(
      field.validationMessage,
      'Đã chọn phường Ba Đình, thành phố Hà Nội, không thuộc tỉnh Thanh Hóa. Chọn nơi thuộc tỉnh Thanh Hóa.',
    );
    const before = await fixture<DvkPlaceField>(html`<dvk-place-field value="00004" label="Xã"></dvk-place-field>`);
    await waitUntil(() => before.place);
    const after = await make();
    after.restoreState(before.restorableState);
    assert.isFalse(after.checkValidity());
    await waitUntil(() => after.validationMessage.includes('tỉnh Thanh Hóa'));
  });
});

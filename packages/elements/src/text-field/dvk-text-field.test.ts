import { assert, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { describeFormControl } from '../testkit/form-control.ts';
import { accessibilityTree, expectNoPolicyViolations } from '../testkit/page.ts';
import './define.ts';
import type { DvkTextField } from './dvk-text-field.ts';

describeFormControl<DvkTextField>({
  tag: 'dvk-text-field',
  initial: { attribute: 'Tổ dân phố số 5', entries: ['Tổ dân phố số 5'] },
  byScript: { set: (field) => (field.value = 'Nguyễn Văn A'), entries: ['Nguyễn Văn A'] },
  byPerson: {
    enter: async (field) => {
      field.focus();
      await sendKeys({ type: 'Đường mới' });
      field.blur();
    },
    entries: ['Đường mới'],
  },
  requiredMessage: 'Nhập họ và tên',
  role: 'textbox',
});

describe('dvk-text-field', () => {
  expectNoPolicyViolations();

  it('gives assistive technology name, hint, state and error', async () => {
    const field = await fixture<DvkTextField>(
      html`<dvk-text-field label="Họ và tên" hint="Như trong giấy tờ" required></dvk-text-field>`,
    );
    const box = async () => (await accessibilityTree('dvk-text-field')).find((line) => line.startsWith('textbox'));
    assert.equal(await box(), 'textbox "Họ và tên" – "Như trong giấy tờ" [required]');
    field.reportValidity();
    await field.updateComplete;
    assert.equal(await box(), 'textbox "Họ và tên" – "Như trong giấy tờ Nhập họ và tên" [invalid required]');
  });
});

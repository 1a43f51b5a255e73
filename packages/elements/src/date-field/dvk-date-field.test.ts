import { assert, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { describeFormControl } from '../testkit/form-control.ts';
import { expectNoPolicyViolations } from '../testkit/page.ts';
import './define.ts';
import type { DvkDateField } from './dvk-date-field.ts';

async function type(field: DvkDateField, text: string): Promise<void> {
  field.focus();
  await sendKeys({ type: text });
  field.blur();
  await field.updateComplete;
}

describeFormControl<DvkDateField>({
  tag: 'dvk-date-field',
  initial: { attribute: '2026-10-15', entries: ['2026-10-15'] },
  byScript: { set: (field) => (field.value = '2026-02-01'), entries: ['2026-02-01'] },
  byPerson: { enter: (field) => type(field, '1/2/2026'), entries: ['2026-02-01'] },
  requiredMessage: 'Nhập họ và tên',
  role: 'textbox',
});

describe('dvk-date-field', () => {
  expectNoPolicyViolations();
  const make = () =>
    fixture<DvkDateField>(html`<dvk-date-field label="Ngày bắt đầu" min="2026-01-01"></dvk-date-field>`);

  for (const [typed, value, shown] of [
    ['1/2/2026', '2026-02-01', '01/02/2026'],
    ['01022026', '2026-02-01', '01/02/2026'],
    ['15.10.2026', '2026-10-15', '15/10/2026'],
    ['1/12/26', '2026-12-01', '01/12/2026'],
    ['1.12.26', '2026-12-01', '01/12/2026'],
    ['ngày 1 tháng 12 năm 2026', '2026-12-01', '01/12/2026'],
    ['1–12–2026\u200b', '2026-12-01', '01/12/2026'],
    ['30/2/2026', '', '30/2/2026'],
    ['1/12', '', '1/12'],
    ['mai', '', 'mai'],
  ] as const)
    it(`reads “${typed}” as ${value || 'no date, and keeps the text'}`, async () => {
      const field = await make();
      await type(field, typed);
      assert.equal(field.value, value);
      assert.equal(field.typed, shown);
      assert.equal(field.validity.badInput, value === '');
    });

  it('says in words what is wrong with a date', async () => {
    for (const [typed, words] of [
      ['1/12', 'Còn thiếu năm'],
      ['30/2/2026', 'Tháng 2 năm 2026 không có ngày 30'],
      ['12/25/2026', 'Không có tháng 25'],
    ] as const) {
      const field = await make();
      await type(field, typed);
      assert.include(field.shownError, words);
    }
  });

  it('shows a year of two digits in full, in the century that the day may lie in', async () => {
    const birth = await fixture<DvkDateField>(
      html`<dvk-date-field label="Ngày sinh" max="2026-11-29"></dvk-date-field>`,
    );
    await type(birth, '1/12/30');
    assert.deepEqual([birth.value, birth.typed], ['1930-12-01', '01/12/1930']);
    const begins = await make();
    await type(begins, '1.12.60');
    assert.deepEqual([begins.value, begins.typed], ['2060-12-01', '01/12/2060']);
  });

  it('has room for the hint in a font with wide letters', async () => {
    const field = await make();
    field.style.setProperty('--dvk-font-family', 'Verdana, "DejaVu Sans", "Open Sans", sans-serif');
    const input = field.shadowRoot!.querySelector<HTMLInputElement>('.control')!;
    const style = getComputedStyle(input);
    const px = (...names: string[]) => names.reduce((sum, name) => sum + parseFloat(style.getPropertyValue(name)), 0);
    const room = input.clientWidth - px('padding-left', 'padding-right');
    // Verdana, which old machines have, needs 8.8 em; what the machine of the test has may be narrower.
    assert.isAtLeast(room, 8.8 * px('font-size'));
  });

  it('says from when on', async () => {
    const field = await make();
    await type(field, '31/12/2025');
    assert.equal(field.shownError, 'Phải từ ngày 01/01/2026 trở đi');
  });
});

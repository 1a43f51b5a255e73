import { assert, fixture, html } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { describeFormControl } from '../testkit/form-control.ts';
import { accessibilityTree, expectNoPolicyViolations } from '../testkit/page.ts';
import { compose, replaceLetters, visibleText } from '../testkit/typing.ts';
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

const inner = (field: DvkTextField) => field.shadowRoot!.querySelector('input, textarea')!;

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

  it('says in its name that it may stay empty', async () => {
    await fixture(html`<dvk-text-field label="Email" optional></dvk-text-field>`);
    assert.include((await accessibilityTree('dvk-text-field')).join('\n'), 'textbox "Email (không bắt buộc)"');
  });

  const make = (type = 'text') =>
    fixture<DvkTextField>(html`<dvk-text-field name="f" label="Tên" type=${type} maxlength="12"></dvk-text-field>`);
  const type = async (field: DvkTextField, text: string) => {
    field.focus();
    await sendKeys({ type: text });
    field.blur();
    await field.updateComplete;
  };

  for (const kind of ['text', 'multiline'])
    it(`never rewrites what is being composed (${kind})`, async () => {
      const field = await make(kind);
      const seen: string[] = [];
      field.addEventListener('input', () => void field.updateComplete.then(() => seen.push(visibleText(field))));
      compose(field, '', ['d', 'đ', 'đu', 'đuo', 'đươ', 'đươn', 'đường'.normalize('NFD')]);
      await field.updateComplete;
      assert.equal(visibleText(field), 'đường'.normalize('NFD'), 'not normalised while typing');
      assert.equal(field.value, 'đường', 'but the value is');
      replaceLetters(field, ['đường h', 'đường ho', 'đường hoa', 'đường ho', 'đường hoà']);
      await field.updateComplete;
      assert.equal(visibleText(field), 'đường hoà');
      inner(field).dispatchEvent(new Event('change'));
      await field.updateComplete;
      assert.equal(visibleText(field), visibleText(field).normalize('NFC'));
    });

  it('shows decomposed text in NFC once the person has finished', async () => {
    const field = await make();
    compose(field, '', ['Ể Ộ Ự'.normalize('NFD')]);
    inner(field).dispatchEvent(new Event('change'));
    await field.updateComplete;
    assert.equal(visibleText(field), 'Ể Ộ Ự');
  });

  it('submits the form on Enter, but not while composing', async () => {
    const form = await fixture<HTMLFormElement>(
      html`<form><dvk-text-field name="f" label="Tên"></dvk-text-field><button>Gửi</button></form>`,
    );
    const sent: string[] = [];
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      sent.push(new FormData(form).get('f') as string);
    });
    const field = form.querySelector('dvk-text-field')!;
    const changes: string[] = [];
    form.addEventListener('change', () => changes.push(field.value));
    field.focus();
    await sendKeys({ type: 'Hoa' });
    const enter = { key: 'Enter', bubbles: true, cancelable: true, composed: true };
    inner(field).dispatchEvent(new KeyboardEvent('keydown', { ...enter, isComposing: true }));
    inner(field).dispatchEvent(new KeyboardEvent('keydown', { ...enter, keyCode: 229 }));
    assert.deepEqual(sent, []);
    await sendKeys({ press: 'Enter' });
    assert.deepEqual(sent, ['Hoa']);
    field.blur();
    assert.deepEqual(changes, ['Hoa'], 'one change for one edit');
  });

  it('stands on paper in full, and is typed in a box', async () => {
    for (const kind of ['text', 'multiline']) {
      const field = await make(kind);
      await type(field, 'dài hơn ô');
      const looks = () =>
        ['.control', '.printed'].map((part) => getComputedStyle(field.shadowRoot!.querySelector(part)!).display);
      assert.deepEqual(looks(), ['block', 'none']);
      await emulateMedia({ media: 'print' });
      assert.deepEqual(looks(), ['none', 'block']);
      assert.equal(field.shadowRoot!.querySelector('.printed')!.textContent, 'dài hơn ô');
      await emulateMedia({ media: 'screen' });
    }
  });

  it('is as high as its rows to begin with, and grows with its text', async () => {
    const height = async (rows: number, text = '') => {
      const field = await fixture<DvkTextField>(
        html`<dvk-text-field label="Tên" type="multiline" rows=${rows} value=${text}></dvk-text-field>`,
      );
      return inner(field).getBoundingClientRect().height;
    };
    // A line of the font may be a part of a pixel higher.
    assert.closeTo(await height(1), 48, 0.5);
    const [two, four] = [await height(2), await height(4)];
    assert.equal(four - two, 48);
    assert.isAbove(await height(1, 'một\nhai\nba'), two);
  });

  it('counts in whole numbers', async () => {
    const field = await make('count');
    for (const [text, value] of [
      ['12', '12'],
      ['1.200', '1200'],
      ['2,5', ''],
    ] as const) {
      field.restoreState(text);
      assert.equal(field.value, value);
    }
    assert.equal(field.validationMessage, 'Phải là số nguyên, ví dụ 12');
  });

  it('does not cut long text, and says how much is too much', async () => {
    const field = await make('multiline');
    await type(field, 'mười hai ký tự');
    assert.equal(visibleText(field), 'mười hai ký tự');
    assert.include(field.shadowRoot!.querySelector('#count')!.textContent, 'Thừa 2 ký tự');
    assert.equal(field.shownError, 'Tối đa 12 ký tự');
  });

  for (const [kind, typed, value, shown] of [
    ['points', '8,25', '825', '8,25'],
    ['points', '8.25', '825', '8,25'],
    ['points', '8,255', '', '8,255'],
    ['points', 'tám', '', 'tám'],
    ['money', '1500000', '1500000', '1.500.000'],
    ['money', '1.500.000 đ', '1500000', '1.500.000'],
    ['money', '₫1.500.000', '1500000', '1.500.000'],
    ['money', 'VND 1.500.000', '1500000', '1.500.000'],
    ['money', '1.500.000,- đồng.', '1500000', '1.500.000'],
    ['money', '1,5 triệu', '', '1,5 triệu'],
    ['points', '8,5 điểm', '850', '8,5'],
    ['points', '0,25đ', '25', '0,25'],
    ['points', '-2 Điểm.', '-200', '-2'],
    ['points', '8,5/10', '', '8,5/10'],
    ['money', '1,500', '1500', '1.500'],
    ['money', '1,5', '', '1,5'],
    ['number', '3,5', '3.5', '3,5'],
    ['number', '0', '0', '0'],
  ] as const)
    it(`reads ${kind} “${typed}” as ${value || 'nothing, and keeps the text'}`, async () => {
      const field = await make(kind);
      await type(field, typed);
      assert.equal(field.value, value);
      assert.equal(visibleText(field), shown);
      assert.equal(field.validity.badInput, value === '');
      assert.equal(field.data, value === '' ? undefined : Number(value));
    });

  it('puts a message of the server on the field until the person changes it', async () => {
    const field = await make();
    field.error = 'Trùng với mô hình đã có';
    assert.equal(field.shownError, 'Trùng với mô hình đã có');
    assert.isTrue(field.checkValidity(), 'it does not block: the server may have changed its mind');
    await type(field, 'x');
    assert.equal(field.shownError, '');
  });

  it('follows a pattern, e-mail and telephone', async () => {
    const field = await make('email');
    await type(field, 'khong-phai');
    assert.isTrue(field.validity.patternMismatch);
    field.value = 'a@b.vn';
    assert.isTrue(field.checkValidity());
    const phone = await make('tel');
    phone.value = '0912 345 678';
    assert.isTrue(phone.checkValidity());
    phone.value = '12ab';
    assert.isFalse(phone.checkValidity());
    phone.pattern = '([';
    assert.isTrue(phone.checkValidity(), 'a broken pattern counts for nothing');
  });

  for (const [typed, value, shown] of [
    ['(024) 3825 1234', '02438251234', '024 3825 1234'],
    ['+84 0912 345 678', '0912345678', '0912 345 678'],
    ['0912\u00a0345\u200b–678', '0912345678', '0912 345 678'],
    ['024 3825 1234 máy lẻ 12', '02438251234;ext=12', '024 3825 1234, máy lẻ 12'],
  ] as const)
    it(`stores the telephone number “${typed}” in its one form`, async () => {
      const field = await make('tel');
      await type(field, typed);
      assert.equal(field.value, value);
      assert.equal(visibleText(field), shown);
      assert.equal(field.data, value);
      assert.isTrue(field.checkValidity());
    });

  it('says why a telephone number is refused, and keeps it', async () => {
    const field = await make('tel');
    await type(field, '01682345678');
    assert.equal(field.value, '');
    assert.equal(visibleText(field), '01682345678');
    assert.include(field.shownError, 'nay là 0382 345 678');
  });

  for (const [kind, typed, value] of [
    ['points', '８，２５', '825'],
    ['money', '1\u00a0500\u00a0000\u00a0₫', '1500000'],
    ['number', '−3\u200b,5', '-3.5'],
    ['email', 'a@b.vn\u200b\u00a0', 'a@b.vn'],
  ] as const)
    it(`reads ${kind} pasted with typographic and invisible characters`, async () => {
      const field = await make(kind);
      await type(field, typed);
      assert.equal(field.value, value);
      assert.isTrue(field.checkValidity());
    });
});

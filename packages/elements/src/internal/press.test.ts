/** A button must not move away between press and release because the press took the focus from a field. */
import { aTimeout, assert, fixture, html } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import '../all.ts';
import { fakeClient } from '../testkit/fake-client.ts';
import { $, formOf, text } from '../testkit/form-widget.ts';
import { expectNoPolicyViolations } from '../testkit/page.ts';
import { settled } from '../testkit/shown.ts';
import type { FormControl } from './form-control.ts';
import { clickUnderWay } from './press.ts';
import { waitUntil } from '../testkit/wait-until.ts';

const middleOf = (element: Element): [number, number] => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
};

/** Presses and releases the mouse at one place, as slowly as people do. */
async function press(target: Element): Promise<void> {
  target.scrollIntoView({ block: 'center' });
  await sendMouse({ type: 'move', position: middleOf(target) });
  await sendMouse({ type: 'down' });
  await aTimeout(80);
  await sendMouse({ type: 'up' });
  await aTimeout(20);
}

/** A button of few pixels, so that it lies elsewhere after the smallest movement – and below an open list. */
const lowButton = () => {
  const button = document.createElement('button');
  button.textContent = 'Gửi';
  button.type = 'button';
  button.style.cssText = 'display:block;margin-top:120px;height:12px;padding:0;font-size:8px';
  return button;
};

describe('a click arrives', () => {
  expectNoPolicyViolations();
  afterEach(() => assert.isUndefined(clickUnderWay(), 'nothing is held back afterwards'));

  const wrong: Record<string, string> = {
    'dvk-text-field type=email': 'abc',
    'dvk-text-field type=multiline': 'abcdef',
    'dvk-text-field type=points': 'abc',
    'dvk-date-field': '99/99/9999',
    'dvk-place-field': 'xyzw',
    'dvk-unit-field': 'xyzw',
  };
  for (const [what, typed] of Object.entries(wrong))
    it(`below ${what}, whose error appears when it is left`, async () => {
      const [tag, type] = what.split(' type=');
      const box = await fixture<HTMLElement>(html`<div></div>`);
      const field = document.createElement(tag!) as FormControl;
      field.label = 'Nội dung';
      if (type) field.setAttribute('type', type);
      if (type === 'multiline') field.setAttribute('maxlength', '3');
      const button = lowButton();
      let clicks = 0;
      button.addEventListener('click', () => clicks++);
      box.append(field, button);
      await field.updateComplete;
      field.focus();
      await sendKeys({ type: typed });
      const before = button.getBoundingClientRect().top;
      await press(button);
      assert.equal(clicks, 1);
      assert.notEqual((await settled(field)).error, '', 'it is shown all the same');
      assert.notEqual(button.getBoundingClientRect().top, before, 'which does move the button, afterwards');
    });

  for (const type of ['radio', 'checkbox', 'select'])
    it(`below a dvk-choice-field of type ${type} that was emptied again`, async () => {
      const box = await fixture<HTMLElement>(html`<div></div>`);
      const field = document.createElement('dvk-choice-field');
      Object.assign(field, { type, label: 'Loại', required: true, options: [{ value: 'a', label: 'A' }] });
      const button = lowButton();
      let clicks = 0;
      button.addEventListener('click', () => clicks++);
      box.append(field, button);
      await field.updateComplete;
      const control = field.shadowRoot!.querySelector<HTMLInputElement>('select, input')!;
      control.focus();
      if (type === 'select') control.value = 'a';
      else control.click();
      control.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      field.values = [];
      await settled(field);
      await press(button);
      assert.equal(clicks, 1);
    });

  for (const type of ['radio', 'checkbox'])
    for (const by of ['the mouse', 'a key'])
      it(`to a dvk-choice-field of type ${type} by ${by} although it is drawn anew meanwhile`, async () => {
        const box = await fixture<HTMLElement>(html`<div><dvk-text-field label="Tên"></dvk-text-field></div>`);
        const field = document.createElement('dvk-choice-field');
        const options = ['a', 'b'].map((value) => ({ value, label: value }));
        Object.assign(field, { type, label: 'Loại', required: true, options });
        box.append(field);
        await field.updateComplete;
        const control = field.shadowRoot!.querySelector<HTMLInputElement>('.option:last-of-type input')!;
        const changeHint = ({ type }: Event) => (field.hint = type);
        const events = ['blur', 'click', 'mousedown', 'mouseup', 'keydown', 'keyup'];
        for (const event of events) window.addEventListener(event, changeHint, true);
        box.querySelector('dvk-text-field')!.focus();
        await sendKeys({ type: 'Nguyễn' });
        if (by === 'the mouse') await press(control);
        else {
          control.focus();
          await sendKeys({ press: 'Space' });
        }
        for (const event of events) window.removeEventListener(event, changeHint, true);
        await aTimeout(20);
        assert.equal(field.value, 'b');
        assert.deepEqual((await settled(field)).ticked, ['b']);
      });

  it('when the error of a field goes as it is left', async () => {
    const box = await fixture<HTMLElement>(html`<div></div>`);
    const field = document.createElement('dvk-place-field');
    field.label = 'Tỉnh';
    field.level = 'province';
    field.required = true;
    const button = lowButton();
    let clicks = 0;
    button.addEventListener('click', () => clicks++);
    box.append(field, button);
    await field.updateComplete;
    field.focus();
    await sendKeys({ type: 'xyz' });
    field.showValidity();
    for (let at = 0; at < 3; at++) await sendKeys({ press: 'Backspace' });
    await sendKeys({ type: 'tỉnh Đắk Lắk' });
    await waitUntil(() => field.shadowRoot!.querySelectorAll('[role=option]').length > 0, 'lines');
    assert.notEqual((await settled(field)).error, '');
    await press(button);
    assert.equal(clicks, 1);
    assert.equal(field.value, '66');
  });

  for (const type of ['radio', 'checkbox'] as const)
    it(`and chooses in a ${type} that waits to be drawn anew because another field was left`, async () => {
      const box = await fixture<HTMLElement>(html`<div></div>`);
      const field = document.createElement('dvk-text-field');
      const choice = document.createElement('dvk-choice-field');
      Object.assign(choice, { type, label: 'Loại', options: ['A', 'B'].map((label) => ({ value: label, label })) });
      field.addEventListener('focusout', () => choice.requestUpdate());
      box.append(field, choice);
      await choice.updateComplete;
      field.focus();
      const control = choice.shadowRoot!.querySelectorAll('input')[1]!;
      await press(control);
      await settled(choice);
      assert.equal(choice.value, 'B');
      assert.isTrue(control.checked);
    });

  it('with a finger', async () => {
    const box = await fixture<HTMLElement>(html`<div></div>`);
    const field = document.createElement('dvk-text-field');
    Object.assign(field, { type: 'email', label: 'Email' });
    const button = lowButton();
    box.append(field, button);
    await field.updateComplete;
    field.focus();
    await sendKeys({ type: 'abc' });
    const before = button.getBoundingClientRect().top;
    // The order of a tap: pointer events first, then the mouse's, of which the first takes the focus.
    const at = { bubbles: true, composed: true, button: 0 };
    button.dispatchEvent(new PointerEvent('pointerdown', { ...at, pointerType: 'touch' }));
    button.dispatchEvent(new PointerEvent('pointerup', { ...at, pointerType: 'touch' }));
    await aTimeout(30);
    button.dispatchEvent(new MouseEvent('mousedown', at));
    button.focus();
    await aTimeout(10);
    assert.equal(button.getBoundingClientRect().top, before);
    button.dispatchEvent(new MouseEvent('mouseup', at));
    button.dispatchEvent(new MouseEvent('click', at));
    await aTimeout(10);
    assert.notEqual(button.getBoundingClientRect().top, before);
  });

  it('and what was held back comes although the release was lost', async () => {
    const field = await fixture<FormControl>(html`<dvk-text-field label="Tên"></dvk-text-field>`);
    field.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, composed: true, button: 0 }));
    field.error = 'Đã có';
    await aTimeout(20);
    assert.equal(field.shadowRoot!.querySelector('#error')!.textContent, '');
    await sendMouse({ type: 'move', position: [5, 5] });
    await sendMouse({ type: 'move', position: [6, 6] });
    assert.equal((await settled(field)).error, 'Đã có');
  });

  it('on the buttons of a widget’s form', async () => {
    const fake = fakeClient({
      session: { get: () => ({ subject: null, name: null, roles: ['citizen'], unitId: null, tenant: 'demo' }) },
    });
    const widget = await fixture<HTMLElementTagNameMap['dvk-case-form']>(
      html`<dvk-case-form shared-device .client=${fake.client}></dvk-case-form>`,
    );
    await waitUntil(() => $(widget, 'form'), 'it opens');
    await widget.updateComplete;
    await aTimeout(0);
    let submits = 0;
    formOf(widget).addEventListener('submit', () => submits++, true);
    const field = text(widget, 'senderEmail');
    field.focus();
    await sendKeys({ type: 'abc' });
    await widget.updateComplete;
    await press($(widget, '.end .primary')!);
    assert.equal(submits, 1);
    text(widget, 'senderName').focus();
    await sendKeys({ type: 'Nguyễn Văn A' });
    await press($(widget, '.end .plain')!);
    await waitUntil(() => text(widget, 'senderName').value === '', 'the draft is thrown away');
  });
});

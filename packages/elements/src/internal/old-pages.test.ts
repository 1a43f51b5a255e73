/**
 * Pages of ASP.NET WebForms and of jQuery. What WebForms does in the browser is written down here after its documented
 * behaviour: a default button that Enter presses, and a partial postback that gathers a form by itself.
 */
import { assert, aTimeout, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import jquery from 'jquery';
import { sampleCases } from '@dvk/sdk/testing';
import '../all.ts';
import type { DvkCaseForm } from '../case-form/dvk-case-form.ts';
import type { DvkChoiceField } from '../choice-field/dvk-choice-field.ts';
import type { DvkFileField } from '../file-field/dvk-file-field.ts';
import type { DvkTextField } from '../text-field/dvk-text-field.ts';
import { fakeClient } from '../testkit/fake-client.ts';
import { $, text } from '../testkit/form-widget.ts';
import { expectNoPolicyViolations } from '../testkit/page.ts';
import { waitUntil } from '../testkit/wait-until.ts';

/** `onkeypress="javascript:return WebForm_FireDefaultButton(event, 'id')"` of a form or panel with a DefaultButton. */
function pressDefaultButton(event: KeyboardEvent, button: HTMLElement): void {
  const source = event.target as Element;
  if (event.keyCode !== 13 || source.tagName.toLowerCase() === 'textarea') return;
  button.click();
  event.stopPropagation();
  event.preventDefault();
}

/** What a partial postback sends: the named inputs, selects and text areas among the form's elements. */
function gather(form: HTMLFormElement): string[] {
  const pairs: string[] = [];
  for (const element of form.elements as Iterable<Element> as Iterable<HTMLInputElement>) {
    const { name, value, type, tagName } = element;
    if (!name) continue;
    if (tagName === 'TEXTAREA' || tagName === 'SELECT') pairs.push(`${name}=${value}`);
    else if (tagName === 'INPUT')
      if (/^(?:text|password|hidden)$/.test(type) || (/^(?:checkbox|radio)$/.test(type) && element.checked))
        pairs.push(`${name}=${value}`);
  }
  return pairs.sort();
}

const submitted = (form: HTMLFormElement) =>
  [...new FormData(form)].map(([name, value]) => `${name}=${value as string}`).sort();
const serialized = (form: HTMLFormElement) =>
  jquery(form)
    .serializeArray()
    .map(({ name, value }) => `${name}=${value}`)
    .sort();

describe('the default button of a WebForms page', () => {
  expectNoPolicyViolations();
  let pressed = 0;
  const page = async (content: ReturnType<typeof html>) => {
    const form = await fixture<HTMLFormElement>(
      html`<form>${content}<input type="button" id="find" value="Tìm" /></form>`,
    );
    const button = form.querySelector<HTMLInputElement>('#find')!;
    pressed = 0;
    button.addEventListener('click', () => pressed++);
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('keypress', (event) => pressDefaultButton(event, button));
    await (form.firstElementChild as DvkTextField).updateComplete;
    return form;
  };

  it('is pressed by Enter in a line, as in a native one, and by nothing that has its own Enter', async () => {
    const form = await page(html`<dvk-text-field name="a" label="A"></dvk-text-field>`);
    form.querySelector('dvk-text-field')!.focus();
    await sendKeys({ press: 'Enter' });
    assert.equal(pressed, 1);
  });

  it('leaves a new line to a box of several lines', async () => {
    const form = await page(html`<dvk-text-field name="a" label="A" type="multiline"></dvk-text-field>`);
    const field = form.querySelector('dvk-text-field')!;
    field.focus();
    await sendKeys({ type: 'một' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ type: 'hai' });
    assert.equal(field.value, 'một\nhai');
    assert.equal(pressed, 0);
  });

  it('leaves Enter to the buttons inside', async () => {
    const form = await page(html`<dvk-file-field name="a" label="Tệp"></dvk-file-field>`);
    const field = form.querySelector('dvk-file-field')!;
    let opened = 0;
    field.shadowRoot!.querySelector('[type=file]')!.addEventListener('click', (event) => {
      event.preventDefault();
      opened++;
    });
    field.focus();
    await sendKeys({ press: 'Enter' });
    assert.deepEqual([opened, pressed], [1, 0]);
  });

  it('has no say in the form of a widget: lines, text areas, buttons, what opens and closes', async () => {
    const { client } = fakeClient({
      session: { get: () => ({ subject: null, name: null, roles: [], unitId: null, tenant: 'demo' }) },
    });
    const form = await page(html`<dvk-case-form .client=${client}></dvk-case-form>`);
    const widget = form.querySelector('dvk-case-form')!;
    await waitUntil(() => $(widget, 'form'), 'it opens');
    await widget.updateComplete;
    let sent = 0;
    widget.shadowRoot!.addEventListener('submit', () => sent++);
    text(widget, 'content').focus();
    await sendKeys({ type: 'a' });
    await sendKeys({ press: 'Enter' });
    assert.equal(text(widget, 'content').value, 'a\n');
    assert.equal(sent, 0);
    text(widget, 'senderName').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => sent === 1, 'its own form is sent');
    const details = document.createElement('details');
    const summary = details.appendChild(document.createElement('summary'));
    widget.shadowRoot!.append(details);
    summary.focus();
    await sendKeys({ press: 'Enter' });
    assert.isTrue(details.open);
    assert.equal(pressed, 0);
  });
});

describe('a form with data-dvk-inputs', () => {
  expectNoPolicyViolations();
  const file = { id: crypto.randomUUID(), name: 'a.pdf', size: 5 };
  const options = [
    { value: 'a', label: 'Một' },
    { value: 'b', label: 'Hai' },
  ];
  const make = async (isPlain = true) => {
    const form = await fixture<HTMLFormElement>(
      html`<form ?data-dvk-inputs=${isPlain}>
        <input type="hidden" name="__VIEWSTATE" value="x" />
        <dvk-text-field name="title" value="Đường hoa"></dvk-text-field>
        <dvk-text-field name="content" type="multiline"></dvk-text-field>
        <dvk-text-field name="off" value="1" disabled></dvk-text-field>
        <dvk-text-field value="không tên"></dvk-text-field>
        <dvk-date-field name="day" value="2026-10-15"></dvk-date-field>
        <dvk-choice-field name="one" .options=${options}></dvk-choice-field>
        <dvk-choice-field name="many" type="checkbox" value="a,b" .options=${options}></dvk-choice-field>
        <dvk-choice-field name="list" type="select" value="b" .options=${options}></dvk-choice-field>
        <dvk-place-field name="commune" province-name="province" value="00004"></dvk-place-field>
        <dvk-file-field name="files" .files=${[file]}></dvk-file-field>
      </form>`,
    );
    await waitUntil(() => form.querySelector('dvk-place-field')!.place, 'the names of places');
    return form;
  };
  const field = <T extends HTMLElement = DvkTextField>(form: HTMLFormElement, name: string) =>
    form.querySelector<T>(`[name=${name}]`)!;

  it('gives jQuery and a partial postback what the browser itself submits, once', async () => {
    const expected = submitted(await make(false));
    assert.include(expected, 'commune=00004');
    const form = await make();
    assert.deepEqual(submitted(form), expected);
    assert.deepEqual(serialized(form), expected);
    assert.deepEqual(gather(form), expected);
  });

  it('does so at once after every change: by a person, a script, a reset, a fieldset', async () => {
    const form = await make();
    const same = (...has: string[]) => {
      const expected = submitted(form);
      assert.includeMembers(expected, has);
      assert.deepEqual(serialized(form), expected);
      assert.deepEqual(gather(form), expected);
    };
    field(form, 'content').focus();
    await sendKeys({ type: 'một' });
    same('content=một');
    field(form, 'title').value = 'Đường xanh';
    field<DvkChoiceField>(form, 'many').values = ['b'];
    same('title=Đường xanh', 'many=b');
    field<DvkFileField>(form, 'files').files = [];
    field<DvkChoiceField>(form, 'one').value = 'a';
    same('one=a');
    form.reset();
    same('title=Đường hoa', 'many=a', 'many=b');
    field(form, 'off').disabled = false;
    same('off=1');
    field(form, 'title').name = 'name';
    same('name=Đường hoa');
    field(form, 'day').remove();
    assert.isFalse(submitted(form).some((pair) => pair.startsWith('day')));
    same();
    const fieldset = document.createElement('fieldset');
    form.append(fieldset);
    fieldset.append(field(form, 'name'));
    fieldset.disabled = true;
    await aTimeout(0);
    assert.isFalse(submitted(form).some((pair) => pair.startsWith('name')));
    same();
  });

  it('begins and ends with the attribute, and belongs to a form elsewhere', async () => {
    const form = await make(false);
    const before = submitted(form);
    assert.lengthOf(serialized(form), 1, 'as it is without');
    form.toggleAttribute('data-dvk-inputs', true);
    await aTimeout(0);
    assert.deepEqual(serialized(form), before);
    form.id = 'elsewhere';
    const outside = document.createElement('dvk-text-field');
    outside.setAttribute('form', 'elsewhere');
    outside.name = 'outside';
    outside.value = 'ngoài';
    form.after(outside);
    assert.include(serialized(form), 'outside=ngoài');
    assert.deepEqual(serialized(form), submitted(form));
    form.toggleAttribute('data-dvk-inputs', false);
    await aTimeout(0);
    assert.lengthOf(serialized(form), 1);
    assert.lengthOf(document.querySelectorAll('[data-dvk-input]'), 0);
    assert.include(submitted(form), 'outside=ngoài');
    outside.remove();
  });
});

describe('a part of a page that a partial postback replaces', () => {
  expectNoPolicyViolations();

  it('gets back what was being typed in a widget', async () => {
    const { client } = fakeClient({
      session: { get: () => ({ subject: crypto.randomUUID(), name: null, roles: [], unitId: null, tenant: 'demo' }) },
    });
    const session = await client.session.get();
    const same = fakeClient({ session: { get: () => session } }).client;
    const panel = await fixture<HTMLElement>(html`<div></div>`);
    const replace = async (): Promise<DvkCaseForm> => {
      const widget = document.createElement('dvk-case-form');
      widget.client = same;
      panel.replaceChildren(widget);
      await waitUntil(() => $(widget, 'form'), 'it opens');
      await aTimeout(20);
      return widget;
    };
    const before = await replace();
    const { title: typed } = sampleCases.submission;
    text(before, 'content').focus();
    await sendKeys({ type: typed });
    const after = await replace();
    await waitUntil(() => text(after, 'content').value === typed);
    after.reset();
    await aTimeout(50);
  });
});

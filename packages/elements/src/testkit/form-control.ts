/**
 * The contract every field keeps, so that a portal developer may treat it like a native control. The cases are typed
 * so that a field cannot be tested without a default, a value set by script, a value entered by a person and a
 * language check.
 */
import { assert, fixture, html, nextFrame } from '@open-wc/testing';
import type { FormControl } from '../internal/form-control.ts';
import { accessibilityTree, axe, expectNoPolicyViolations, inStrictPage } from './page.ts';
import { settled } from './shown.ts';

/** What the form submits for the field: its entries under the name `f`. */
type Entries = readonly string[];

export interface FormControlCases<T extends FormControl> {
  tag: string;
  /** Attributes and properties it needs to be usable at all, e.g. options. */
  prepare?: (element: T) => void;
  /** Value of the `value` attribute, and what the form then submits. */
  initial: { attribute: string; entries: Entries };
  /** A value set by script. */
  byScript: { set: (element: T) => void; entries: Entries };
  /** A value entered with the keyboard or the mouse; ends with the field left. */
  byPerson: { enter: (element: T) => Promise<void>; entries: Entries };
  /** The message for an empty required field labelled “Họ và tên”. */
  requiredMessage: string;
  /** The role of the control that takes the focus, in the accessibility tree. */
  role: string;
}

const nextTask = () => new Promise((done) => setTimeout(done, 60));

export function describeFormControl<T extends FormControl>(cases: FormControlCases<T>): void {
  const make = (attributes: Record<string, string> = {}): T => {
    const element = document.createElement(cases.tag) as T;
    element.setAttribute('name', 'f');
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    cases.prepare?.(element);
    return element;
  };
  const submitted = (form: HTMLFormElement): string[] =>
    new FormData(form)
      .getAll('f')
      .map(String)
      .filter((entry) => entry !== '');
  const inForm = async (attributes: Record<string, string> = {}): Promise<{ form: HTMLFormElement; element: T }> => {
    const form = await fixture<HTMLFormElement>(html`<form></form>`);
    const element = make(attributes);
    form.append(element);
    await element.updateComplete;
    return { form, element };
  };
  const focused = (element: T): Element | null => element.shadowRoot!.activeElement;
  const innerControl = (element: T): HTMLInputElement =>
    element.shadowRoot!.querySelector<HTMLInputElement>('input, textarea, select, button')!;
  const initial = { value: cases.initial.attribute };

  describe(`${cases.tag}: form contract`, () => {
    expectNoPolicyViolations();

    it('is form-associated', () => {
      assert.isTrue((customElements.get(cases.tag) as unknown as typeof FormControl).formAssociated);
    });

    it('submits the value of its attribute', async () => {
      const { form } = await inForm(initial);
      assert.deepEqual(submitted(form), cases.initial.entries);
    });

    it('belongs to a form elsewhere by form="id"', async () => {
      const box = await fixture(html`<div><form id="elsewhere"></form></div>`);
      const element = make({ ...initial, form: 'elsewhere' });
      box.append(element);
      const form = box.querySelector('form')!;
      assert.equal(element.form, form);
      assert.deepEqual(submitted(form), cases.initial.entries);
    });

    it('follows its name, and submits nothing without one', async () => {
      const { form, element } = await inForm(initial);
      element.name = 'g';
      assert.deepEqual(new FormData(form).getAll('g').map(String).filter(Boolean), cases.initial.entries);
      element.removeAttribute('name');
      assert.deepEqual([...new FormData(form)], []);
    });

    it('submits a value set by script in the same tick', async () => {
      const { form, element } = await inForm();
      cases.byScript.set(element);
      assert.deepEqual(submitted(form), cases.byScript.entries);
    });

    it('still submits it later', async () => {
      const { form, element } = await inForm(initial);
      cases.byScript.set(element);
      await nextTask();
      assert.deepEqual(submitted(form), cases.byScript.entries);
    });

    it('sends no event when set by script', async () => {
      const { form, element } = await inForm();
      const heard: string[] = [];
      for (const type of ['input', 'change', 'invalid']) form.addEventListener(type, () => heard.push(type), true);
      cases.byScript.set(element);
      await nextTask();
      assert.deepEqual(heard, []);
    });

    it('submits what a person enters', async () => {
      const { form, element } = await inForm();
      await cases.byPerson.enter(element);
      assert.deepEqual(submitted(form), cases.byPerson.entries);
    });

    it('submits what a person enters where a framework sets listeners as properties', async () => {
      const form = await fixture<HTMLFormElement>(html`<form></form>`);
      const element = make();
      const names = ['onInput', 'onChange', 'onBlur', 'onFocus', 'onInvalid', 'onKeydown', 'onKeypress', 'onClick'];
      const heard: string[] = [];
      for (const name of names) Object.assign(element, { [name]: () => heard.push(name) });
      form.append(element);
      await element.updateComplete;
      await cases.byPerson.enter(element);
      assert.deepEqual(submitted(form), cases.byPerson.entries);
      assert.deepEqual(heard, []);
    });

    it('lets change reach the document, with the value already in the form', async () => {
      const { form, element } = await inForm();
      const heard: string[][] = [];
      const listen = (event: Event) => {
        if (event.target === element) heard.push(submitted(form));
      };
      document.addEventListener('change', listen);
      await cases.byPerson.enter(element);
      document.removeEventListener('change', listen);
      assert.deepEqual(heard.at(-1), cases.byPerson.entries);
    });

    it('returns to its default on reset', async () => {
      const { form, element } = await inForm(initial);
      cases.byScript.set(element);
      form.reset();
      assert.deepEqual(submitted(form), cases.initial.entries);
      await element.updateComplete;
      assert.deepEqual(submitted(form), cases.initial.entries);
    });

    const changes = {
      'a script': { start: initial, change: async (element: T) => cases.byScript.set(element) },
      'a person': { start: {}, change: cases.byPerson.enter },
    };
    for (const [who, { start, change }] of Object.entries(changes)) {
      it(`shows its default again on reset after ${who} changed it`, async () => {
        const { form, element } = await inForm(start);
        const before = await settled(element);
        await change(element);
        element.error = 'Đã có';
        assert.notDeepEqual(await settled(element), before);
        form.reset();
        assert.deepEqual(await settled(element), before);
      });

      it(`shows nothing again on reset after ${who} filled it and tried to send`, async () => {
        const { form, element } = await inForm({ required: '', label: 'Họ và tên', maxlength: '3' });
        const before = await settled(element);
        await change(element);
        form.reportValidity();
        form.reset();
        form.reportValidity();
        form.reset();
        assert.deepEqual(await settled(element), before);
      });

      it(`shows what the browser kept after ${who} changed it`, async () => {
        const { element: source } = await inForm(start);
        await change(source);
        const { element } = await inForm(start);
        element.formStateRestoreCallback(source.restorableState, 'restore');
        assert.deepEqual(await settled(element), await settled(source));
      });
    }

    it('shows each value that a script sets, and each default', async () => {
      const { element } = await inForm();
      const empty = await settled(element);
      element.setAttribute('value', cases.initial.attribute);
      const first = await settled(element);
      cases.byScript.set(element);
      const second = await settled(element);
      assert.notDeepEqual(first, empty);
      assert.notDeepEqual(second, first);
      const { element: fresh } = await inForm(initial);
      assert.deepEqual(first, await settled(fresh));
    });

    it('shows what its properties say, as often as they change', async () => {
      const { element } = await inForm({ ...initial, label: 'Họ và tên' });
      const before = await settled(element);
      for (const on of [true, false]) {
        element.required = element.disabled = on;
        element.error = on ? 'Đã có' : '';
        const now = await settled(element);
        assert.deepEqual(
          // A group has no attribute for either.
          [now.required || cases.role === 'group', now.invalid || cases.role === 'group', now.error],
          [on || cases.role === 'group', on || cases.role === 'group', on ? 'Đã có' : ''],
        );
        assert.equal(innerControl(element).disabled, on);
      }
      element.readonly = true;
      await settled(element);
      const inner = innerControl(element);
      assert.isTrue(inner.disabled || inner.readOnly);
      element.readonly = false;
      assert.deepEqual(await settled(element), before);
    });

    it('takes back an error on show when it need not be filled in any more', async () => {
      const { element } = await inForm({ required: '' });
      element.showValidity();
      assert.notEqual((await settled(element)).error, '');
      element.required = false;
      assert.equal((await settled(element)).error, '');
    });

    for (const kept of ['', 'Nguyễn Văn A', '2026-10-15', '{', '[', '[1]', '[["a"]]', 'null', '"', '0'])
      for (const mode of ['restore', 'autocomplete'] as const)
        it(`is not thrown off by “${kept}” of the browser’s ${mode}`, async () => {
          const { form, element } = await inForm();
          element.formStateRestoreCallback(kept, mode);
          await element.updateComplete;
          submitted(form);
          form.reset();
          assert.deepEqual(submitted(form), []);
        });

    it('is left out in a disabled fieldset', async () => {
      const { form, element } = await inForm(initial);
      const fieldset = document.createElement('fieldset');
      form.append(fieldset);
      fieldset.append(element);
      fieldset.disabled = true;
      assert.deepEqual(submitted(form), []);
    });

    it('… which also disables the inner control', async () => {
      const { form, element } = await inForm(initial);
      const fieldset = document.createElement('fieldset');
      fieldset.disabled = true;
      form.append(fieldset);
      fieldset.append(element);
      await element.updateComplete;
      assert.isTrue(innerControl(element).disabled);
      fieldset.disabled = false;
      await element.updateComplete;
      assert.isFalse(innerControl(element).disabled);
      assert.isFalse(element.disabled, 'the property is the page’s own');
    });

    it('blocks the form while required and empty', async () => {
      const { form } = await inForm({ required: '' });
      assert.isFalse(form.checkValidity());
    });

    it('… also after reset', async () => {
      const { form, element } = await inForm({ required: '' });
      cases.byScript.set(element);
      assert.isTrue(form.checkValidity());
      form.reset();
      assert.isFalse(form.checkValidity());
    });

    it('matches :invalid', async () => {
      const { element } = await inForm({ required: '' });
      assert.isTrue(element.matches(':invalid'));
    });

    it('becomes valid when filled by script', async () => {
      const { form, element } = await inForm({ required: '' });
      cases.byScript.set(element);
      assert.isTrue(form.checkValidity());
      assert.isTrue(element.matches(':valid'));
    });

    it('blocks with setCustomValidity', async () => {
      const { form, element } = await inForm(initial);
      element.setCustomValidity('Trùng với mô hình đã có');
      assert.isFalse(form.checkValidity());
      assert.equal(element.validationMessage, 'Trùng với mô hình đã có');
      element.setCustomValidity('');
      assert.isTrue(form.checkValidity());
    });

    it('gets back what the browser kept of it', async () => {
      const { element: before } = await inForm();
      cases.byScript.set(before);
      const state = before.restorableState;
      const { form, element } = await inForm();
      element.formStateRestoreCallback(state);
      assert.deepEqual(submitted(form), cases.byScript.entries);
    });

    it('takes the focus from a click on an outer label', async () => {
      const box = await fixture(html`<div><label for="outer">Họ và tên</label></div>`);
      const element = make({ id: 'outer' });
      box.append(element);
      await element.updateComplete;
      box.querySelector('label')!.click();
      await nextFrame();
      assert.isNotNull(focused(element));
    });

    it('lets an outer label name the inner control', async () => {
      const box = await fixture(html`<div><label for="outer">Họ và tên</label></div>`);
      const element = make({ id: 'outer' });
      box.append(element);
      await element.updateComplete;
      const tree = await accessibilityTree('#outer');
      assert.include(tree.join('\n'), `${cases.role} "Họ và tên"`);
    });

    it('speaks Vietnamese, and shows the error only after an attempt', async () => {
      const { form, element } = await inForm({ required: '', label: 'Họ và tên' });
      assert.equal(element.validationMessage, cases.requiredMessage);
      form.checkValidity();
      await element.updateComplete;
      assert.equal(element.shownError, '');
      form.reportValidity();
      await element.updateComplete;
      assert.equal(element.shownError, cases.requiredMessage);
      assert.include(element.shadowRoot!.textContent, cases.requiredMessage);
      assert.isNotNull(focused(element), 'the first wrong field takes the focus');
      cases.byScript.set(element);
      assert.equal(element.shownError, '');
    });

    const states: Record<string, Record<string, string>> = {
      empty: {},
      filled: initial,
      wrong: { required: '' },
      disabled: { ...initial, disabled: '' },
      readonly: { ...initial, readonly: '' },
    };
    for (const [state, attributes] of Object.entries(states))
      it(`passes axe when ${state}`, async () => {
        const { element } = await inForm({ label: 'Họ và tên', hint: 'Như trong giấy tờ', ...attributes });
        if (state === 'wrong') element.showValidity();
        await element.updateComplete;
        assert.deepEqual(await axe(element), []);
      });

    it('keeps the strictest policy', async () => {
      await inStrictPage(async (page) => {
        const element = page.document.createElement(cases.tag) as T;
        cases.prepare?.(element);
        element.label = 'Họ và tên';
        element.required = true;
        page.document.body.append(element);
        await element.updateComplete;
        element.reportValidity();
        cases.byScript.set(element);
        await element.updateComplete;
      });
    });
  });
}

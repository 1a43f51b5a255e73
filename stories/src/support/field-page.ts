import { dateField } from '@dvk/elements/date-field/vi';
import { fileField } from '@dvk/elements/file-field/vi';
import { combobox } from '@dvk/elements/locale/combobox/vi';
import { fields } from '@dvk/elements/locale/fields/vi';
import { placeField } from '@dvk/elements/place-field/vi';
import { html, type TemplateResult } from 'lit';
import type { StoryContext, StoryObj } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import { elementWith } from './element.ts';
import { controlOf, expectText, paste, textsOf, waitFor } from './play.ts';

/** A field alone in a form, and the expectations of each of its states, the same for every kind of field. */

type Field = HTMLElementTagNameMap['dvk-text-field'];
type Tag = Extract<keyof HTMLElementTagNameMap, `dvk-${string}-field`>;
/** Properties of the field. */
export type Args = Record<string, unknown>;
export type FieldStory = StoryObj<Args>;
type Play = NonNullable<FieldStory['play']>;

/** For `render`: a form with one field and nothing else. */
export const fieldIn =
  (tag: Tag) =>
  (args: Args, context: Pick<StoryContext, 'abortSignal'>): TemplateResult =>
    html`<form>${elementWith(tag, { name: 'field', ...args }, context)}</form>`;

/** The form and the field of a story, once it is drawn. */
export async function fieldOf(canvas: HTMLElement): Promise<{ form: HTMLFormElement; field: Field; box: HTMLElement }> {
  const form = canvas.querySelector('form')!;
  const field = form.firstElementChild as Field;
  await field.updateComplete;
  return { form, field, box: await waitFor(() => controlOf(field), 'the control') };
}

const submitted = (form: HTMLFormElement) => new FormData(form).getAll('field').map(String);
const isLocked = (box: HTMLElement) => box.matches(':disabled, :read-only, [readonly]');

/** Label and hint are visible, nothing is submitted, no error is shown. */
export const expectEmpty: Play = async ({ canvasElement, args }) => {
  const { form, field } = await fieldOf(canvasElement);
  await expectText(field.shadowRoot!, String(args['label']), String(args['hint'] ?? ''));
  expect(submitted(form).filter(Boolean)).toEqual([]);
  expect(field.shownError).toBe('');
};

/** The value is submitted and, as text, in the control. */
export const expectValue =
  (values: string | readonly string[], shown?: string): Play =>
  async ({ canvasElement }) => {
    const { form, box } = await fieldOf(canvasElement);
    expect(submitted(form)).toEqual([values].flat());
    if (shown !== undefined) await waitFor(() => (box as HTMLInputElement).value === shown, `“${shown}” in the box`);
  };

const catalogues = [fields, combobox, dateField, placeField, fileField] as const;
type FieldTexts = typeof fields & typeof combobox & typeof dateField & typeof placeField & typeof fileField;

/** What the fields say, in the language of one. */
export const fieldTexts = (field: HTMLElement): FieldTexts =>
  Object.assign({}, ...catalogues.map((catalogue) => textsOf(field, catalogue))) as FieldTexts;

/** Submitting the empty form shows an error that names the field. */
export const expectRequired =
  (error: 'required' | 'choose' | 'attach'): Play =>
  async ({ canvasElement }) => {
    const { form, field, box } = await fieldOf(canvasElement);
    form.requestSubmit();
    await expectText(field.shadowRoot!, fieldTexts(field)[error](field.nameInSentence));
    if (box.matches('input:not([type=radio], [type=checkbox], [type=file]), select'))
      expect(box.getAttribute('aria-invalid')).toBe('true');
  };

/** Submitting shows this error. */
export const expectError =
  (sentence: (texts: FieldTexts) => string): Play =>
  async ({ canvasElement }) => {
    const { form, field } = await fieldOf(canvasElement);
    form.requestSubmit();
    await expectText(field.shadowRoot!, sentence(fieldTexts(field)));
  };

/** Types a text, leaves the list of the field open, and expects these texts in it. */
export const typing =
  (text: string, ...expected: ((texts: FieldTexts) => string)[]): Play =>
  async ({ canvasElement }) => {
    const { field, box } = await fieldOf(canvasElement);
    await paste(box as HTMLInputElement, text);
    await expectText(field.shadowRoot!, ...expected.map((textOf) => textOf(fieldTexts(field))));
  };

/** It cannot be changed and is not submitted. */
export const expectDisabled: Play = async ({ canvasElement }) => {
  const { form, box } = await fieldOf(canvasElement);
  expect(isLocked(box)).toBe(true);
  expect(submitted(form)).toEqual([]);
};

/** It cannot be changed but is submitted. */
export const expectReadOnly: Play = async ({ canvasElement }) => {
  const { form, box } = await fieldOf(canvasElement);
  expect(isLocked(box)).toBe(true);
  expect(submitted(form).filter(Boolean)).not.toEqual([]);
};

/** A label, a help text and an option as long as they get in real forms. */
export const longTexts = {
  label:
    'Họ và tên, chức vụ người đứng đầu cấp ủy, chính quyền, Mặt trận Tổ quốc và các tổ chức chính trị – xã hội chịu trách nhiệm theo dõi mô hình',
  hint: 'Ghi đầy đủ như trong quyết định phân công; nếu có nhiều người thì ghi người chịu trách nhiệm chính trước, những người còn lại cách nhau bằng dấu chấm phẩy.',
  text: 'Ủy ban Mặt trận Tổ quốc Việt Nam phường Mẫu phối hợp với Ban Công tác Mặt trận khu dân cư số 1 và Hội Liên hiệp Phụ nữ phường',
};

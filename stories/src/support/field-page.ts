import { fields } from '@dvk/elements/locale/fields/vi';
import type { StoryObj } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import { boxOf, reads, textsOf, until } from './play.ts';

/** A field alone in a form, and what each of its states must do: the same for every kind of field. */

type Field = HTMLElementTagNameMap['dvk-text-field'];
type Tag = Extract<keyof HTMLElementTagNameMap, `dvk-${string}-field`>;
/** Properties of the field. */
export type Args = Record<string, unknown>;
export type FieldStory = StoryObj<Args>;
type Play = NonNullable<FieldStory['play']>;

/** For `render`: a form with one field and nothing else. */
export const fieldIn =
  (tag: Tag) =>
  (args: Args): HTMLFormElement => {
    // Storybook puts a listener for each event among the arguments, `onInput`; it is no property of the field.
    const properties = Object.entries(args).filter(([name]) => !/^on[A-Z]/.test(name));
    const form = document.createElement('form');
    form.append(Object.assign(document.createElement(tag), { name: 'field' }, Object.fromEntries(properties)));
    return form;
  };

/** The form and the field of a story, once it is drawn. */
export async function theField(
  canvas: HTMLElement,
): Promise<{ form: HTMLFormElement; field: Field; box: HTMLElement }> {
  const form = canvas.querySelector('form')!;
  const field = form.firstElementChild as Field;
  await field.updateComplete;
  return { form, field, box: await until(() => boxOf(field), 'the control') };
}

const submitted = (form: HTMLFormElement) => new FormData(form).getAll('field').map(String);
const isLocked = (box: HTMLElement) => box.matches(':disabled, :read-only, [readonly]');

/** The label and the help can be read, nothing is sent, nothing is wrong yet. */
export const showsItself: Play = async ({ canvasElement, args }) => {
  const { form, field } = await theField(canvasElement);
  await reads(field.shadowRoot!, String(args['label']), String(args['hint'] ?? ''));
  expect(submitted(form).filter(Boolean)).toEqual([]);
  expect(field.shownError).toBe('');
};

/** The value is in the form and – as people read it – in the box. */
export const holds =
  (values: string | readonly string[], shown?: string): Play =>
  async ({ canvasElement }) => {
    const { form, box } = await theField(canvasElement);
    expect(submitted(form)).toEqual([values].flat());
    if (shown !== undefined) await until(() => (box as HTMLInputElement).value === shown, `“${shown}” in the box`);
  };

/** Sending an empty form is refused, with a sentence that names the field. */
export const demands =
  (say: 'required' | 'choose' | 'attach'): Play =>
  async ({ canvasElement }) => {
    const { form, field, box } = await theField(canvasElement);
    form.requestSubmit();
    await reads(field.shadowRoot!, textsOf(field, fields)[say](field.nameInSentence));
    if (box.matches('input:not([type=radio], [type=checkbox], [type=file]), select'))
      expect(box.getAttribute('aria-invalid')).toBe('true');
  };

/** What is wrong is said in these words. */
export const complains =
  (sentence: (texts: typeof fields) => string): Play =>
  async ({ canvasElement }) => {
    const { form, field } = await theField(canvasElement);
    form.requestSubmit();
    await reads(field.shadowRoot!, sentence(textsOf(field, fields)));
  };

/** Nobody can change it, and it is not sent. */
export const isOff: Play = async ({ canvasElement }) => {
  const { form, box } = await theField(canvasElement);
  expect(isLocked(box)).toBe(true);
  expect(submitted(form)).toEqual([]);
};

/** Nobody can change it, but it is sent. */
export const isFixed: Play = async ({ canvasElement }) => {
  const { form, box } = await theField(canvasElement);
  expect(isLocked(box)).toBe(true);
  expect(submitted(form).filter(Boolean)).not.toEqual([]);
};

/** A label, a help text and an option as long as they get in real forms. */
export const long = {
  label:
    'Họ và tên, chức vụ người đứng đầu cấp ủy, chính quyền, Mặt trận Tổ quốc và các tổ chức chính trị – xã hội chịu trách nhiệm theo dõi mô hình',
  hint: 'Ghi đầy đủ như trong quyết định phân công; nếu có nhiều người thì ghi người chịu trách nhiệm chính trước, những người còn lại cách nhau bằng dấu chấm phẩy.',
  text: 'Ủy ban Mặt trận Tổ quốc Việt Nam phường Mẫu phối hợp với Ban Công tác Mặt trận khu dân cư số 1 và Hội Liên hiệp Phụ nữ phường',
};

import type { Bilingual } from '@dvk/sdk/errors';
import { refusals } from './refusals.ts';
import type { OfficeRefusal } from '../check/unfit-office-file.ts';

/**
 * What is wrong with a template: the file is refused; a variable that the paper does not have; a tag or list that does not end, or
 * ends what was not begun; a list where it has no lines; a tag that would bring in something other than text.
 */
export type TemplateFaultCode =
  | 'refused'
  | 'too-large'
  | 'unknown-variable'
  | 'unknown-list'
  | 'not-a-text'
  | 'tag-not-closed'
  | 'list-not-closed'
  | 'tag-not-allowed'
  | 'damaged-tag';

export interface TemplateFault {
  code: TemplateFaultCode;
  /** The variable as it is written; empty where no variable is at fault. */
  variable: string;
  /** The text around it. */
  where: string;
  /** The sentence shown to a person. */
  text: Bilingual;
}

/** Thrown when a template cannot be filled in; it names all faults at once, in the order in which they stand. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
  readonly faults: readonly TemplateFault[];

  constructor(faults: readonly TemplateFault[]) {
    super(faults.map(({ text }) => text.en).join('\n'));
    this.faults = faults;
  }

  /** All of it in one text, a line a fault. */
  get text(): Bilingual {
    const all = (locale: keyof Bilingual) => this.faults.map(({ text }) => text[locale]).join('\n');
    return { vi: all('vi'), en: all('en') };
  }
}

const around = (where: string): Bilingual =>
  where ? { vi: `, tại chỗ: “${where}”`, en: `, at: “${where}”` } : { vi: '', en: '' };

type Sentence = (variable: string, hint: string) => Bilingual;

const sentences: Readonly<Record<Exclude<TemplateFaultCode, 'refused'>, Sentence>> = {
  'too-large': () => ({
    vi: 'Tệp mẫu quá lớn; vui lòng bỏ bớt ảnh hoặc nội dung',
    en: 'The template is too large; please remove pictures or text',
  }),
  'unknown-variable': (variable, hint) => ({
    vi: `Mẫu dùng biến {${variable}} mà loại văn bản này không có${hint && `; có phải là {${hint}}?`}`,
    en: `The template uses the variable {${variable}}, which this paper does not have${hint && `; is it {${hint}}?`}`,
  }),
  'unknown-list': (variable, hint) => ({
    vi: `Mẫu mở danh sách {#${variable}} mà chỗ này không có${hint && `; có phải là {#${hint}}?`}`,
    en: `The template begins the list {#${variable}}, which there is none of here${hint && `; is it {#${hint}}?`}`,
  }),
  'not-a-text': (variable) => ({
    vi: `{${variable}} là một danh sách: hãy mở bằng {#${variable}} và đóng bằng {/${variable}}`,
    en: `{${variable}} is a list: begin it with {#${variable}} and end it with {/${variable}}`,
  }),
  'tag-not-closed': (variable) => ({
    vi: `Thẻ {${variable} thiếu dấu } đóng, hoặc thừa dấu }`,
    en: `The tag {${variable} lacks its closing }, or there is one } too many`,
  }),
  'list-not-closed': (variable) => ({
    vi: `{#${variable}} và {/${variable}} không đi thành cặp`,
    en: `{#${variable}} and {/${variable}} are no pair`,
  }),
  'tag-not-allowed': (variable) => ({
    vi: `Thẻ {${variable}} không được dùng: mẫu chỉ nhận chữ, danh sách {#…}{/…} và {^…}{/…}`,
    en: `The tag {${variable}} is not allowed: templates take text, lists {#…}{/…} and {^…}{/…} alone`,
  }),
  'damaged-tag': (variable) => ({
    vi: `Không đọc được thẻ {${variable}}; hãy xóa rồi gõ lại thẻ này`,
    en: `The tag {${variable}} cannot be read; delete it and type it again`,
  }),
};

export function faultOf(
  code: Exclude<TemplateFaultCode, 'refused'>,
  { variable = '', where = '', hint = '' }: { variable?: string; where?: string; hint?: string } = {},
): TemplateFault {
  const sentence = sentences[code](variable, hint);
  const place = around(where);
  return { code, variable, where, text: { vi: `${sentence.vi}${place.vi}.`, en: `${sentence.en}${place.en}.` } };
}

/** A file that is refused before it is read. */
export const refusalOf = (reason: OfficeRefusal): TemplateFault => ({
  code: 'refused',
  variable: '',
  where: '',
  text: refusals[reason],
});

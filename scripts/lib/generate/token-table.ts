/** The custom properties of all elements, for the guide. */
import { customProperties } from '../../../packages/elements/src/theme/properties.ts';

const heads = {
  en: ['property', 'default', 'in dark', 'is for'],
  vi: ['thuộc tính', 'mặc định', 'nền tối', 'dùng cho'],
};

export function tokenTable(lang: 'en' | 'vi'): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const code = (text?: string) => (text ? `\`${text}\`` : '');
  return [
    row(heads[lang]),
    row(heads[lang].map(() => '---')),
    ...customProperties.map((each) =>
      row([code(each.name), code(each.default), code(each.dark), each.note[lang === 'en' ? 0 : 1]]),
    ),
  ].join('\n');
}

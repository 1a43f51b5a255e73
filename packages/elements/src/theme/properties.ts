/** The public custom properties that every element takes. */
import { colorNotes, sizeNotes } from './notes.ts';
import { colors, sizes } from './tokens.ts';

export interface CustomProperty {
  name: string;
  default: string;
  /** In dark, where it is another. */
  dark?: string;
  /** What it is for, in English and Vietnamese. */
  note: readonly [en: string, vi: string];
}

export const customProperties: readonly CustomProperty[] = [
  {
    name: '--dvk-font-family',
    default: 'inherit',
    note: ['font; by default that of the page', 'phông chữ; mặc định là của trang'],
  },
  {
    name: '--dvk-font-size',
    default: 'max(1em, 0.875rem, 14px)',
    note: [
      'size of text, to which all other sizes are in proportion; by default that of the text around',
      'cỡ chữ, mọi cỡ khác theo tỉ lệ với nó; mặc định là cỡ của chữ xung quanh',
    ],
  },
  {
    name: '--dvk-sticky-top',
    default: '0px',
    note: [
      'height of what the page keeps at the top of the window, below which the head of a list stays',
      'chiều cao phần trang luôn giữ ở đầu cửa sổ; đầu bảng của danh sách nằm dưới phần đó',
    ],
  },
  ...Object.entries(colors).map(([name, [light, dark]]) => ({
    name: `--dvk-color-${name}`,
    default: light,
    dark,
    note: colorNotes[name as keyof typeof colors],
  })),
  ...Object.entries(sizes).map(([name, value]) => ({
    name: `--dvk-${name}`,
    default: value,
    note: sizeNotes[name as keyof typeof sizes],
  })),
];

import type { Meta } from '@storybook/web-components-vite';
import { fields } from '@dvk/elements/locale/fields/vi';
import '@dvk/elements/place-field/define';
import {
  complains,
  demands,
  fieldIn,
  holds,
  isFixed,
  isOff,
  long,
  showsItself,
  theField,
  type FieldStory,
} from '../support/field-page.ts';
import { paste, pick, reads, textsOf, write } from '../support/play.ts';

const label = 'Xã, phường, đặc khu';
const meta: Meta = {
  title: 'Ô nhập/Địa danh',
  component: 'dvk-place-field',
  render: fieldIn('dvk-place-field'),
  args: { label, hint: 'Gõ có dấu hay không dấu, tên cũ cũng được.' },
};
export default meta;

/** Types something and leaves the list open. */
const typing =
  (text: string, ...read: ((texts: typeof fields) => string)[]): FieldStory['play'] =>
  async ({ canvasElement }) => {
    const { field, box } = await theField(canvasElement);
    await paste(box as HTMLInputElement, text);
    await reads(field.shadowRoot!, ...read.map((say) => say(textsOf(field, fields))));
  };

export const Empty: FieldStory = { name: 'Chưa nhập', play: showsItself };
export const Filled: FieldStory = {
  name: 'Đã chọn',
  args: { value: '00004' },
  play: holds('00004', 'Phường Ba Đình, Thành phố Hà Nội'),
};
export const Found: FieldStory = {
  name: 'Gõ không dấu, danh sách mở',
  play: typing('ba dinh ha noi', () => 'Phường Ba Đình'),
};
export const FormerName: FieldStory = {
  name: 'Tìm theo tên cũ',
  play: typing('phuc xa', () => 'Phúc Xá'),
};
export const Chosen: FieldStory = {
  name: 'Gõ rồi chọn',
  play: async (context) => {
    await pick(context.canvasElement, label, 'ba dinh ha noi', 'Phường Ba Đình');
    await holds('00004')(context);
  },
};
export const NotFound: FieldStory = { name: 'Không tìm thấy', play: typing('xyzxyz', (texts) => texts.noMatch) };
export const NotChosen: FieldStory = {
  name: 'Gõ mà không chọn',
  play: async (context) => {
    await write(context.canvasElement, label, 'Xã không có thật');
    await complains((texts) => texts.fromList)(context);
  },
};
export const Failed: FieldStory = {
  name: 'Không tải được danh mục',
  args: { dataUrl: '/khong-co' },
  play: typing('ba dinh', (texts) => texts.searchFailed),
};
export const Missing: FieldStory = { name: 'Bắt buộc, bỏ trống', args: { required: true }, play: demands('choose') };
export const Disabled: FieldStory = { name: 'Không dùng', args: { value: '00004', disabled: true }, play: isOff };
export const ReadOnly: FieldStory = { name: 'Chỉ đọc', args: { value: '00004', readonly: true }, play: isFixed };
export const Long: FieldStory = {
  name: 'Nhãn, gợi ý dài',
  args: { label: long.label, hint: long.hint, value: '00004', required: true },
  play: holds('00004'),
};

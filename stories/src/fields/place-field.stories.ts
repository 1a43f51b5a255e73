import type { Meta } from '@storybook/web-components-vite';
import '@dvk/elements/place-field/define';
import { anatomyOf } from '../support/anatomy.ts';
import {
  expectError,
  expectRequired,
  fieldIn,
  expectValue,
  expectReadOnly,
  expectDisabled,
  longTexts,
  expectEmpty,
  typing,
  type FieldStory,
} from '../support/field-page.ts';
import { chooseFromList, write } from '../support/play.ts';

const label = 'Xã, phường, đặc khu';
const meta: Meta = {
  title: 'Ô nhập/Địa danh',
  component: 'dvk-place-field',
  render: fieldIn('dvk-place-field'),
  args: { label, hint: 'Gõ có dấu hay không dấu, tên cũ cũng được.' },
};
export default meta;

export const Empty: FieldStory = { name: 'Chưa nhập', play: expectEmpty };
export const Filled: FieldStory = {
  name: 'Đã chọn',
  args: { value: '00004' },
  play: expectValue('00004', 'phường Ba Đình, thành phố Hà Nội'),
};
export const Found: FieldStory = {
  name: 'Gõ không dấu, danh sách mở',
  play: typing('ba dinh ha noi', () => 'phường Ba Đình'),
};
export const FormerName: FieldStory = {
  name: 'Tìm theo tên cũ',
  play: typing('phuc xa', () => 'Phúc Xá'),
};
export const Chosen: FieldStory = {
  name: 'Gõ rồi chọn',
  play: async (context) => {
    await chooseFromList(context.canvasElement, label, 'ba dinh ha noi', 'phường Ba Đình');
    await expectValue('00004')(context);
  },
};
export const NotFound: FieldStory = { name: 'Không tìm thấy', play: typing('xyzxyz', (texts) => texts.noMatch) };
export const NotChosen: FieldStory = {
  name: 'Gõ mà không chọn',
  play: async (context) => {
    await write(context.canvasElement, label, 'Xã không có thật');
    await expectError((texts) => texts.fromList)(context);
  },
};
export const Failed: FieldStory = {
  name: 'Không tải được danh mục',
  args: { dataUrl: '/khong-co' },
  play: typing('ba dinh', (texts) => texts.searchFailed),
};
export const Missing: FieldStory = {
  name: 'Bắt buộc, bỏ trống',
  args: { required: true },
  play: expectRequired('choose'),
};
export const Disabled: FieldStory = {
  name: 'Không dùng',
  args: { value: '00004', disabled: true },
  play: expectDisabled,
};
export const ReadOnly: FieldStory = { name: 'Chỉ đọc', args: { value: '00004', readonly: true }, play: expectReadOnly };
export const Long: FieldStory = {
  name: 'Nhãn, gợi ý dài',
  args: { label: longTexts.label, hint: longTexts.hint, value: '00004', required: true },
  play: expectValue('00004'),
};
export const Anatomy: FieldStory = {
  ...anatomyOf(
    FormerName,
    ['[part=label]', 'Nhãn: luôn nhìn thấy, nối với ô'],
    ['[part=hint]', 'Gợi ý: cách trả lời, đứng trên ô'],
    ['[part=control]', 'Ô tìm: có dấu, không dấu, tên cũ'],
    ['[part=list]', 'Kết quả; lật lên trên khi dưới không đủ chỗ'],
    ['[part=item] small', 'Tên cũ mà kết quả được tìm thấy theo'],
  ),
  name: 'Cấu tạo',
};

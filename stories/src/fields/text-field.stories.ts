import type { Meta } from '@storybook/web-components-vite';
import '@dvk/elements/text-field/define';
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
  type FieldStory,
} from '../support/field-page.ts';
import { expectText } from '../support/play.ts';

const meta: Meta = {
  title: 'Ô nhập/Văn bản, số',
  component: 'dvk-text-field',
  render: fieldIn('dvk-text-field'),
  args: { label: 'Tên mô hình', hint: 'Ngắn, dễ nhớ, nói được nội dung và mục đích.' },
};
export default meta;

export const Empty: FieldStory = { name: 'Chưa nhập', play: expectEmpty };
export const Filled: FieldStory = {
  name: 'Đã nhập',
  args: { value: 'Tuyến đường hoa tự quản' },
  play: expectValue('Tuyến đường hoa tự quản', 'Tuyến đường hoa tự quản'),
};
export const Missing: FieldStory = {
  name: 'Bắt buộc, bỏ trống',
  args: { required: true },
  play: expectRequired('required'),
};
export const Optional: FieldStory = {
  name: 'Không bắt buộc',
  args: { label: 'Email', hint: '', optional: true },
  play: ({ canvasElement }) => expectText(canvasElement, 'Email (không bắt buộc)'),
};
export const ServerError: FieldStory = {
  name: 'Lỗi do hệ thống báo',
  args: { value: 'Tuyến đường hoa', error: 'Đơn vị đã có mô hình cùng tên' },
  play: ({ canvasElement }) => expectText(canvasElement, 'Đơn vị đã có mô hình cùng tên'),
};
export const Disabled: FieldStory = {
  name: 'Không dùng',
  args: { value: 'Không gửi', disabled: true },
  play: expectDisabled,
};
export const ReadOnly: FieldStory = {
  name: 'Chỉ đọc, nói vì sao',
  args: { label: 'Tỉnh', hint: 'Trang này chỉ nhận việc trong tỉnh.', value: 'tỉnh Tây Ninh', readonly: true },
  play: expectReadOnly,
};
export const Long: FieldStory = {
  name: 'Nhãn, gợi ý, nội dung dài',
  args: { label: longTexts.label, hint: longTexts.hint, value: longTexts.text, required: true },
  play: expectValue(longTexts.text),
};
export const Multiline: FieldStory = {
  name: 'Nhiều dòng, gần hết chỗ',
  args: { type: 'multiline', label: 'Mục tiêu', maxlength: 150, value: longTexts.text },
  play: ({ canvasElement }) => expectText(canvasElement, `Còn ${150 - longTexts.text.length} ký tự`),
};
export const TooLong: FieldStory = {
  name: 'Quá dài: báo, không cắt',
  args: { type: 'multiline', label: 'Mục tiêu', maxlength: 100, value: longTexts.text },
  play: expectError((texts) => texts.tooLong(100)),
};
export const Points: FieldStory = {
  name: 'Điểm',
  args: { type: 'points', label: 'Điểm tự chấm', hint: 'Tối đa 10', value: '825', max: 1000 },
  play: expectValue('825', '8,25'),
};
export const TooManyPoints: FieldStory = {
  name: 'Điểm quá mức',
  args: { type: 'points', label: 'Điểm tự chấm', hint: '', value: '1050', max: 1000 },
  play: expectError((texts) => texts.max('10')),
};
export const Money: FieldStory = {
  name: 'Tiền',
  args: { type: 'money', label: 'Kinh phí dự kiến', hint: 'Bằng đồng', value: '15000000' },
  play: expectValue('15000000', '15.000.000'),
};
export const Anatomy: FieldStory = {
  ...anatomyOf(
    TooLong,
    ['[part=label]', 'Nhãn: luôn nhìn thấy, nối với ô'],
    ['[part=hint]', 'Gợi ý: cách trả lời, đứng trên ô'],
    ['[part=control]', 'Ô nhập; nhiều dòng thì tự cao theo chữ'],
    ['[part=count]', 'Số ký tự còn lại, chỉ hiện khi gần hết chỗ'],
    ['[part=error]', 'Lỗi: phải làm gì; hiện khi rời ô hoặc khi gửi'],
  ),
  name: 'Cấu tạo',
};

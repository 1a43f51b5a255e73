import type { Meta } from '@storybook/web-components-vite';
import '@dvk/elements/date-field/define';
import { readDate } from '@dvk/sdk/text';
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
  fieldOf,
  type FieldStory,
} from '../support/field-page.ts';
import { write } from '../support/play.ts';

const meta: Meta = {
  title: 'Ô nhập/Ngày',
  component: 'dvk-date-field',
  render: fieldIn('dvk-date-field'),
  args: { label: 'Ngày bắt đầu', hint: 'Ngày mô hình bắt đầu hoạt động.' },
};
export default meta;

export const Empty: FieldStory = { name: 'Chưa nhập', play: expectEmpty };
export const Filled: FieldStory = {
  name: 'Đã nhập',
  args: { value: '2026-10-15' },
  play: expectValue('2026-10-15', '15/10/2026'),
};
export const EightDigits: FieldStory = {
  name: 'Gõ liền tám chữ số',
  play: async (context) => {
    await write(context.canvasElement, 'Ngày bắt đầu', '15102026');
    await expectValue('2026-10-15', '15/10/2026')(context);
  },
};
export const Missing: FieldStory = {
  name: 'Bắt buộc, bỏ trống',
  args: { required: true },
  play: expectRequired('required'),
};
export const NoSuchDay: FieldStory = {
  name: 'Ngày không hợp lệ',
  play: async (context) => {
    await write(context.canvasElement, 'Ngày bắt đầu', '30/2/2026');
    await expectError(() => readDate('30/2/2026').fault!.vi)(context);
    const { box } = await fieldOf(context.canvasElement);
    if ((box as HTMLInputElement).value !== '30/2/2026') throw new Error('What was typed is gone');
  },
};
export const TooEarly: FieldStory = {
  name: 'Trước ngày cho phép',
  args: { min: '2026-04-01', value: '2026-03-31' },
  play: expectError((texts) => texts.dateMin('01/04/2026')),
};
export const TooLate: FieldStory = {
  name: 'Sau ngày cho phép',
  args: { max: '2026-12-31', value: '2027-01-01' },
  play: expectError((texts) => texts.dateMax('31/12/2026')),
};
export const Disabled: FieldStory = {
  name: 'Không dùng',
  args: { value: '2026-10-15', disabled: true },
  play: expectDisabled,
};
export const ReadOnly: FieldStory = {
  name: 'Chỉ đọc',
  args: { value: '2026-10-15', readonly: true },
  play: expectReadOnly,
};
export const Long: FieldStory = {
  name: 'Nhãn, gợi ý dài',
  args: { label: longTexts.label, hint: longTexts.hint, value: '2026-10-15', required: true },
  play: expectValue('2026-10-15'),
};
export const Anatomy: FieldStory = {
  ...anatomyOf(
    NoSuchDay,
    ['[part=label]', 'Nhãn: luôn nhìn thấy, nối với ô'],
    ['[part=hint]', 'Gợi ý: cách trả lời, đứng trên ô'],
    ['[part=control]', 'Ô chữ: gõ ngày, tháng, năm; chữ đã gõ không mất'],
    ['[part=calendar]', 'Nút mở lịch của trình duyệt'],
    ['[part=error]', 'Lỗi: phải làm gì; hiện khi rời ô hoặc khi gửi'],
  ),
  name: 'Cấu tạo',
};

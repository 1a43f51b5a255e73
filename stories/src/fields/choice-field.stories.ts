import type { Meta } from '@storybook/web-components-vite';
import '@dvk/elements/choice-field/define';
import { demands, fieldIn, holds, isFixed, isOff, long, showsItself, type FieldStory } from '../support/field-page.ts';
import { choose } from '../support/play.ts';

const options = [
  { value: 'economy', label: 'Kinh tế', hint: 'Sản xuất, kinh doanh, giảm nghèo.' },
  { value: 'culture-society', label: 'Văn hóa – xã hội', hint: 'Nếp sống, giáo dục, y tế, môi trường.' },
  { value: 'defence-security', label: 'Quốc phòng – an ninh' },
  { value: 'political-system', label: 'Xây dựng hệ thống chính trị', disabled: true },
];
const longOptions = [{ value: 'long', label: long.text, hint: long.hint }, ...options];

const meta: Meta = {
  title: 'Ô nhập/Lựa chọn',
  component: 'dvk-choice-field',
  render: fieldIn('dvk-choice-field'),
  args: { label: 'Lĩnh vực', hint: 'Mỗi mô hình thuộc đúng một lĩnh vực.', options },
};
export default meta;

export const Radio: FieldStory = { name: 'Chọn một: chưa chọn', play: showsItself };
export const RadioFilled: FieldStory = {
  name: 'Chọn một: đã chọn',
  play: async (context) => {
    await choose(context.canvasElement, 'Lĩnh vực', 'Kinh tế');
    await choose(context.canvasElement, 'Lĩnh vực', 'Văn hóa – xã hội');
    await holds('culture-society')(context);
  },
};
export const RadioMissing: FieldStory = {
  name: 'Chọn một: bắt buộc, bỏ trống',
  args: { required: true },
  play: demands('choose'),
};
export const RadioDisabled: FieldStory = {
  name: 'Chọn một: không dùng',
  args: { value: 'economy', disabled: true },
  play: isOff,
};
export const RadioReadOnly: FieldStory = {
  name: 'Chọn một: chỉ đọc',
  args: { value: 'economy', readonly: true },
  play: isFixed,
};
export const RadioLong: FieldStory = {
  name: 'Chọn một: nội dung dài, cạnh nhau',
  args: { label: long.label, hint: long.hint, options: longOptions, value: 'long', inline: true },
  play: holds('long'),
};

export const Checkboxes: FieldStory = {
  name: 'Chọn nhiều: chưa chọn',
  args: { type: 'checkbox', inline: true },
  play: showsItself,
};
export const CheckboxesFilled: FieldStory = {
  name: 'Chọn nhiều: đã chọn hai',
  args: { type: 'checkbox', inline: true },
  play: async (context) => {
    await choose(context.canvasElement, 'Lĩnh vực', 'Quốc phòng – an ninh');
    await choose(context.canvasElement, 'Lĩnh vực', 'Kinh tế');
    // In the order of the options, not of the clicks.
    await holds(['economy', 'defence-security'])(context);
  },
};
export const CheckboxesMissing: FieldStory = {
  name: 'Chọn nhiều: bắt buộc, bỏ trống',
  args: { type: 'checkbox', required: true },
  play: demands('choose'),
};
export const CheckboxesDisabled: FieldStory = {
  name: 'Chọn nhiều: không dùng',
  args: { type: 'checkbox', value: 'economy', disabled: true },
  play: isOff,
};

export const Select: FieldStory = { name: 'Danh sách thả: chưa chọn', args: { type: 'select' }, play: showsItself };
export const SelectFilled: FieldStory = {
  name: 'Danh sách thả: đã chọn',
  args: { type: 'select' },
  play: async (context) => {
    await choose(context.canvasElement, 'Lĩnh vực', 'Kinh tế');
    await holds('economy', 'economy')(context);
  },
};
export const SelectMissing: FieldStory = {
  name: 'Danh sách thả: bắt buộc, bỏ trống',
  args: { type: 'select', required: true },
  play: demands('choose'),
};
export const SelectDisabled: FieldStory = {
  name: 'Danh sách thả: không dùng',
  args: { type: 'select', value: 'economy', disabled: true },
  play: isOff,
};
export const SelectReadOnly: FieldStory = {
  name: 'Danh sách thả: chỉ đọc',
  args: { type: 'select', value: 'economy', readonly: true },
  play: isFixed,
};
export const SelectLong: FieldStory = {
  name: 'Danh sách thả: nội dung dài',
  args: { type: 'select', label: long.label, hint: long.hint, options: longOptions, value: 'long' },
  play: holds('long'),
};

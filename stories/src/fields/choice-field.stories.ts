import type { Meta } from '@storybook/web-components-vite';
import '@dvk/elements/choice-field/define';
import { environmentIcon } from '@dvk/elements/icons/environment';
import { infrastructureIcon } from '@dvk/elements/icons/infrastructure';
import { publicUtilitiesIcon } from '@dvk/elements/icons/public-utilities';
import { otherTopicIcon } from '@dvk/elements/icons/other-topic';
import { veryDissatisfiedIcon } from '@dvk/elements/icons/very-dissatisfied';
import { dissatisfiedIcon } from '@dvk/elements/icons/dissatisfied';
import { neutralIcon } from '@dvk/elements/icons/neutral';
import { satisfiedIcon } from '@dvk/elements/icons/satisfied';
import { verySatisfiedIcon } from '@dvk/elements/icons/very-satisfied';
import { anatomyOf } from '../support/anatomy.ts';
import {
  expectRequired,
  fieldIn,
  expectValue,
  expectReadOnly,
  expectDisabled,
  longTexts,
  expectEmpty,
  type FieldStory,
} from '../support/field-page.ts';
import { choose } from '../support/play.ts';

const options = [
  { value: 'economy', label: 'Kinh tế', hint: 'Sản xuất, kinh doanh, giảm nghèo.' },
  { value: 'culture-society', label: 'Văn hóa – xã hội', hint: 'Nếp sống, giáo dục, y tế, môi trường.' },
  { value: 'defence-security', label: 'Quốc phòng – an ninh' },
  { value: 'political-system', label: 'Xây dựng hệ thống chính trị', disabled: true },
];
const longOptions = [{ value: 'long', label: longTexts.text, hint: longTexts.hint }, ...options];

const meta: Meta = {
  title: 'Ô nhập/Lựa chọn',
  component: 'dvk-choice-field',
  render: fieldIn('dvk-choice-field'),
  args: { label: 'Lĩnh vực', hint: 'Mỗi mô hình thuộc đúng một lĩnh vực.', options },
};
export default meta;

export const Radio: FieldStory = { name: 'Chọn một: chưa chọn', play: expectEmpty };
export const RadioFilled: FieldStory = {
  name: 'Chọn một: đã chọn',
  play: async (context) => {
    await choose(context.canvasElement, 'Lĩnh vực', 'Kinh tế');
    await choose(context.canvasElement, 'Lĩnh vực', 'Văn hóa – xã hội');
    await expectValue('culture-society')(context);
  },
};
export const RadioMissing: FieldStory = {
  name: 'Chọn một: bắt buộc, bỏ trống',
  args: { required: true },
  play: expectRequired('choose'),
};
export const RadioDisabled: FieldStory = {
  name: 'Chọn một: không dùng',
  args: { value: 'economy', disabled: true },
  play: expectDisabled,
};
export const RadioReadOnly: FieldStory = {
  name: 'Chọn một: chỉ đọc',
  args: { value: 'economy', readonly: true },
  play: expectReadOnly,
};
export const RadioLong: FieldStory = {
  name: 'Chọn một: nội dung dài, cạnh nhau',
  args: { label: longTexts.label, hint: longTexts.hint, options: longOptions, value: 'long', inline: true },
  play: expectValue('long'),
};

export const Checkboxes: FieldStory = {
  name: 'Chọn nhiều: chưa chọn',
  args: { type: 'checkbox', inline: true },
  play: expectEmpty,
};
export const CheckboxesFilled: FieldStory = {
  name: 'Chọn nhiều: đã chọn hai',
  args: { type: 'checkbox', inline: true },
  play: async (context) => {
    await choose(context.canvasElement, 'Lĩnh vực', 'Quốc phòng – an ninh');
    await choose(context.canvasElement, 'Lĩnh vực', 'Kinh tế');
    // In the order of the options, not of the clicks.
    await expectValue(['economy', 'defence-security'])(context);
  },
};
export const CheckboxesMissing: FieldStory = {
  name: 'Chọn nhiều: bắt buộc, bỏ trống',
  args: { type: 'checkbox', required: true },
  play: expectRequired('choose'),
};
export const CheckboxesDisabled: FieldStory = {
  name: 'Chọn nhiều: không dùng',
  args: { type: 'checkbox', value: 'economy', disabled: true },
  play: expectDisabled,
};

const topics = [
  { value: 'environment', label: 'Vệ sinh môi trường', hint: 'Rác, nước thải', icon: environmentIcon },
  {
    value: 'infrastructure',
    label: 'Hạ tầng giao thông, cấp thoát nước',
    hint: 'Ổ gà, ngập nước',
    icon: infrastructureIcon,
  },
  { value: 'public-utilities', label: 'Điện, nước, chiếu sáng', hint: 'Đèn đường hỏng', icon: publicUtilitiesIcon },
  { value: 'other-topic', label: 'Vấn đề khác', hint: 'Chưa có ở trên', icon: otherTopicIcon },
];
const steps = [
  { value: '1', label: 'Rất không hài lòng', icon: veryDissatisfiedIcon },
  { value: '2', label: 'Không hài lòng', icon: dissatisfiedIcon },
  { value: '3', label: 'Bình thường', icon: neutralIcon },
  { value: '4', label: 'Hài lòng', icon: satisfiedIcon },
  { value: '5', label: 'Rất hài lòng', icon: verySatisfiedIcon },
];

export const Tiles: FieldStory = {
  name: 'Ô lớn có hình: đã chọn',
  args: { type: 'tiles', options: topics, hint: '' },
  play: async (context) => {
    await choose(context.canvasElement, 'Lĩnh vực', 'Vệ sinh môi trường');
    await expectValue('environment')(context);
  },
};
export const TilesMissing: FieldStory = {
  name: 'Ô lớn có hình: bắt buộc, bỏ trống',
  args: { type: 'tiles', options: topics, hint: '', required: true },
  play: expectRequired('choose'),
};
export const TilesDisabled: FieldStory = {
  name: 'Ô lớn có hình: không dùng',
  args: { type: 'tiles', options: topics, value: 'environment', disabled: true },
  play: expectDisabled,
};
export const Scale: FieldStory = {
  name: 'Thang năm bậc: đã chọn',
  args: { type: 'scale', label: 'Kết quả giải quyết', hint: '', options: steps, value: '4' },
  play: expectValue('4'),
};
export const ScaleMissing: FieldStory = {
  name: 'Thang năm bậc: bắt buộc, bỏ trống',
  args: { type: 'scale', label: 'Kết quả giải quyết', hint: '', options: steps, required: true },
  play: expectRequired('choose'),
};
export const Switch: FieldStory = {
  name: 'Bật, tắt',
  args: {
    type: 'switch',
    label: 'Máy này',
    labelHidden: true,
    hint: '',
    value: 'remember',
    options: [
      { value: 'remember', label: 'Nhớ trên máy này', hint: 'Mở lại trang là thấy ngay.' },
      { value: 'notify', label: 'Báo khi có trả lời' },
    ],
  },
  play: expectValue('remember'),
};

export const Select: FieldStory = { name: 'Danh sách thả: chưa chọn', args: { type: 'select' }, play: expectEmpty };
export const SelectFilled: FieldStory = {
  name: 'Danh sách thả: đã chọn',
  args: { type: 'select' },
  play: async (context) => {
    await choose(context.canvasElement, 'Lĩnh vực', 'Kinh tế');
    await expectValue('economy', 'economy')(context);
  },
};
export const SelectMissing: FieldStory = {
  name: 'Danh sách thả: bắt buộc, bỏ trống',
  args: { type: 'select', required: true },
  play: expectRequired('choose'),
};
export const SelectDisabled: FieldStory = {
  name: 'Danh sách thả: không dùng',
  args: { type: 'select', value: 'economy', disabled: true },
  play: expectDisabled,
};
export const SelectReadOnly: FieldStory = {
  name: 'Danh sách thả: chỉ đọc',
  args: { type: 'select', value: 'economy', readonly: true },
  play: expectReadOnly,
};
export const SelectLong: FieldStory = {
  name: 'Danh sách thả: nội dung dài',
  args: { type: 'select', label: longTexts.label, hint: longTexts.hint, options: longOptions, value: 'long' },
  play: expectValue('long'),
};
export const Anatomy: FieldStory = {
  ...anatomyOf(
    TilesMissing,
    ['[part=label]', 'Nhãn: luôn nhìn thấy, nối với ô'],
    ['[part=option]', 'Một lựa chọn: cả ô bấm được'],
    ['.picture', 'Hình của lựa chọn, không mang tên'],
    ['.text', 'Tên lựa chọn và một ví dụ'],
    ['[part=error]', 'Lỗi: phải làm gì; hiện khi rời ô hoặc khi gửi'],
  ),
  name: 'Cấu tạo',
};

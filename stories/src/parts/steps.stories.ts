import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { parts as texts } from '@dvk/elements/locale/parts/vi';
import { stepper, stepperStyles, type StepperStep } from '@dvk/elements/parts/stepper';
import { timeline, timelineStyles } from '@dvk/elements/parts/timeline';
import { anatomyOf } from '../support/anatomy.ts';
import { partStory } from '../support/story-part.ts';

const steps: StepperStep[] = [
  { name: 'Đã nhận phản ánh', note: '07:43 ngày 29/11/2026', state: 'done' },
  { name: 'Phân loại', note: 'Bộ phận tiếp nhận đọc và chuyển đúng đơn vị.', state: 'now' },
  { name: 'Xử lý', note: 'Đơn vị kiểm tra tại chỗ và giải quyết.', state: 'next' },
  { name: 'Trả lời', note: 'Chậm nhất hết ngày 11/12/2026 (thứ Sáu).', state: 'next' },
  { name: 'Quý vị đánh giá', note: 'Chưa hài lòng thì báo để xử lý lại.', state: 'next' },
];
const label = 'Quá trình xử lý';

const meta: Meta = { title: 'Mảnh ghép/Tiến trình', parameters: { modules: ['stepper', 'timeline', 'rail'] } };
export default meta;

export const Stepper: StoryObj = {
  name: 'Các bước',
  render: () => partStory(stepper({ steps, label, texts }), stepperStyles),
};

const short = ['Đã nhận', 'Tiếp nhận', 'Chuyển', 'Đang xử lý', 'Trả lời'].map((name, index): StepperStep => ({
  name,
  state: index < 2 ? 'done' : index === 2 ? 'now' : 'next',
}));

export const Compact: StoryObj = {
  name: 'Các bước: gọn, đang chậm',
  render: () => partStory(stepper({ steps: short, label, texts, isCompact: true, isHeldUp: true }), stepperStyles),
};

export const Timeline: StoryObj = {
  name: 'Lịch sử',
  render: () =>
    partStory(
      html`${timeline({
        label: 'Lịch sử',
        texts,
        shown: 2,
        events: [
          {
            title: 'UBND xã Tân Long gửi trả: không thuộc thẩm quyền',
            note: '16:40 ngày 25/11/2026 · Trần Thị B',
            text: 'Kênh do công ty thủy nông quản lý.',
          },
          { title: 'Chuyển UBND xã Tân Long', note: '08:05 ngày 13/11/2026 · Phạm Thị D' },
          { title: 'Tiếp nhận xử lý', note: '10:30 ngày 12/11/2026 · Phạm Thị D' },
          { title: 'Đã nhận', note: '21:12 ngày 11/11/2026' },
        ],
      })}`,
      timelineStyles,
    ),
};

export const Anatomy: StoryObj = {
  ...anatomyOf(
    Stepper,
    ['.done .dot', 'Bước đã xong: dấu tích'],
    ['.now .dot', 'Bước hiện tại: chấm đậm có quầng'],
    ['.now .name', 'Tên bước'],
    ['.now .note', 'Ai làm, khi nào'],
    ['.next .dot', 'Bước chưa đến: vòng rỗng'],
  ),
  name: 'Cấu tạo',
};

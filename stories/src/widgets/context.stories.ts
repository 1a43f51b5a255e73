import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@dvk/elements/complaint-tracker/define';
import '@dvk/elements/context/define';
import { anatomyOf } from '../support/anatomy.ts';
import { elementWith } from '../support/element.ts';
import { openWidget } from '../support/play.ts';
import { apiUrl } from '../support/server.ts';

const meta: Meta = {
  title: 'Tiện ích/Kết nối chung của trang',
  component: 'dvk-context',
  render: (args, context) => {
    const element = elementWith('dvk-context', args, context);
    if (!element.firstChild) element.append(document.createElement('dvk-complaint-tracker'));
    return html`${element}`;
  },
  args: { baseUrl: apiUrl },
};
export default meta;

export const Connected: StoryObj = {
  name: 'Tiện ích bên trong đã nối với hệ thống',
  play: async ({ canvasElement }) => void (await openWidget(canvasElement, 'dvk-complaint-tracker', 'button:enabled')),
};

export const Brand: StoryObj = {
  ...Connected,
  name: 'Màu của cổng, xưng hô “ông/bà”',
  args: { brand: '#9b1c1f', formOfAddress: 'ông/bà' },
};

export const Compact: StoryObj = {
  ...Connected,
  name: 'Mật độ gọn',
  args: { density: 'compact' },
};

export const Anatomy: StoryObj = {
  ...anatomyOf(
    Brand,
    ['dvk-complaint-tracker', 'Tiện ích bên trong hỏi địa chỉ API của thẻ này; thẻ không thêm hộp nào quanh nó'],
    ['.button.primary', 'Màu của cổng (brand) và chiều cao của nút (density) đặt một lần ở thẻ'],
  ),
  name: 'Cấu tạo',
};

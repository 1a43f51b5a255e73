import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@dvk/elements/complaint-tracker/define';
import '@dvk/elements/context/define';
import { openWidget } from '../support/play.ts';

const meta: Meta = {
  title: 'Tiện ích/Kết nối chung của trang',
  component: 'dvk-context',
  render: () => html`<dvk-context base-url="/api"><dvk-complaint-tracker></dvk-complaint-tracker></dvk-context>`,
};
export default meta;

export const Connected: StoryObj = {
  name: 'Tiện ích bên trong đã nối với hệ thống',
  play: async ({ canvasElement }) => void (await openWidget(canvasElement, 'dvk-complaint-tracker', 'button:enabled')),
};

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { parts as texts } from '@dvk/elements/locale/parts/vi';
import { Dialog, dialogStyles } from '@dvk/elements/parts/dialog';
import { livePartStory } from '../support/story-part.ts';

const meta: Meta = { title: 'Mảnh ghép/Hộp thoại', parameters: { modules: ['dialog'] } };
export default meta;

export const Open: StoryObj = {
  name: 'Trả lại để bổ sung',
  render: () =>
    livePartStory((host) => {
      const dialog = new Dialog(host);
      queueMicrotask(() => dialog.open());
      return () =>
        html`<button class="button" type="button" @click=${() => dialog.open()}>Trả lại</button> ${dialog.render(
            () => ({
              title: 'Trả lại để bổ sung',
              content: html`<p>Đơn vị sẽ đọc lý do và bổ sung trước ngày 07/12/2026.</p>`,
              foot: html`<button class="button plain" type="button" @click=${() => dialog.close()}>Hủy</button>
                <button class="button primary" type="button" @click=${() => dialog.close()}>Trả lại</button>`,
              texts,
            }),
          )}`;
    }, dialogStyles),
};

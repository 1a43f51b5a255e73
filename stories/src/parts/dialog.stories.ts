import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { css, html, type CSSResultGroup } from 'lit';
import { parts as texts } from '@dvk/elements/locale/parts/vi';
import { Dialog, dialogStyles } from '@dvk/elements/parts/dialog';
import { anatomyOf } from '../support/anatomy.ts';
import { descendants, waitFor } from '../support/play.ts';
import { livePartStory } from '../support/story-part.ts';

const meta: Meta = { title: 'Mảnh ghép/Hộp thoại', parameters: { modules: ['dialog'] } };
export default meta;

/** A dialog that stands in the page as other content does. */
const inTheText = css`
  .dialog {
    position: static;
    margin: 1em 0 0;
  }
`;

/** A dialog that opens at once. @param look - styles beside its own */
const open = (look: CSSResultGroup = []) =>
  livePartStory(
    (host) => {
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
    },
    [dialogStyles, look],
  );

export const Open: StoryObj = {
  name: 'Trả lại để bổ sung',
  render: () => open(),
};

export const Anatomy: StoryObj = {
  ...anatomyOf(
    {
      render: () => open(inTheText),
      play: async ({ canvasElement }) => {
        const isModal = (element: HTMLElement) => element.matches('dialog:modal');
        const dialog = (await waitFor(
          () => [...descendants(canvasElement)].find(isModal),
          'the dialog',
        )) as HTMLDialogElement;
        // The same dialog, not over the page: numbers can then stand beside its parts.
        dialog.addEventListener('close', (event) => event.stopImmediatePropagation(), { capture: true, once: true });
        dialog.close();
        dialog.show();
      },
    },
    ['.dialog-head h2', 'Tiêu đề: việc sẽ làm'],
    ['.dialog-close', 'Đóng, không làm gì'],
    ['.dialog-content', 'Điều cần biết để quyết định, hoặc một biểu mẫu ngắn'],
    ['.dialog-foot .plain', '“Hủy”, luôn đứng trước'],
    ['.dialog-foot .primary', 'Nút chính, lặp lại việc trong tiêu đề'],
  ),
  name: 'Cấu tạo',
};

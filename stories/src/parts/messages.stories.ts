import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { css, html } from 'lit';
import { clearFiltersIcon } from '@dvk/elements/icons/clear-filters';
import { inboxIcon } from '@dvk/elements/icons/inbox';
import { parts as texts } from '@dvk/elements/locale/parts/vi';
import { progress, progressStyles } from '@dvk/elements/parts/progress';
import { empty, failed, offlineCopy, skeleton, stateStyles } from '@dvk/elements/parts/state';
import { Toast, toastStyles } from '@dvk/elements/parts/toast';
import { anatomyOf } from '../support/anatomy.ts';
import { livePartStory, partStory } from '../support/story-part.ts';

const look = css`
  .boxes {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 20em), 1fr));
    gap: 1.5em;
  }
  .boxes > * {
    padding: 1.25em;
    border: 1px solid var(--_rule);
    border-radius: var(--_radius-card);
  }
`;

const meta: Meta = {
  title: 'Mảnh ghép/Báo và chờ',
  parameters: { modules: ['state', 'toast', 'progress', 'progress-bar'] },
};
export default meta;

export const States: StoryObj = {
  name: 'Đang tải, trống, không khớp, lỗi, mất mạng: cùng một khung',
  render: () =>
    partStory(
      html`<div class="boxes">
        <div>${skeleton(texts)}</div>
        <div>
          ${empty({
            icon: inboxIcon,
            title: 'Chưa có phản ánh nào',
            text: 'Khi gửi phản ánh, quý vị bật “Nhớ trên máy này” để thấy ở đây.',
            action: html`<button class="button" type="button">Gửi phản ánh, kiến nghị</button>`,
          })}
        </div>
        <div>
          ${empty({
            icon: clearFiltersIcon,
            title: 'Không có mục nào khớp',
            text: 'Đang lọc: Đang xử lý, phường Tân Ninh.',
            action: html`<button class="button" type="button">Xóa bộ lọc</button>`,
          })}
        </div>
        <div>${failed(texts, () => {})}</div>
        <div>${offlineCopy(texts, '08:10 ngày 29/11/2026')}</div>
      </div>`,
      [stateStyles, look],
    ),
};

export const Undo: StoryObj = {
  name: 'Đã làm xong, có thể hoàn tác',
  render: () =>
    livePartStory((host) => {
      const toast = new Toast(host);
      const pass = () => toast.show('Đã chuyển 3 hồ sơ', () => toast.show('Đã hoàn tác'));
      queueMicrotask(pass);
      return () =>
        html`<p><button class="button" type="button" @click=${pass}>Chuyển 3 hồ sơ</button></p>
          ${toast.render(texts)}`;
    }, toastStyles),
};

export const Progress: StoryObj = {
  name: 'Việc lâu: đã tới đâu, còn bao lâu',
  render: () =>
    partStory(
      progress({
        label: 'Đang gửi 4 ảnh',
        done: 3,
        total: 8,
        inWords: (amount) => `${amount} MB`,
        elapsed: 60_000,
        texts,
      }),
      progressStyles,
    ),
};

export const Anatomy: StoryObj = {
  ...anatomyOf(
    States,
    ['.skeleton .bones', 'Đang tải: hình của các dòng sắp đến; sau một giây có thêm chữ'],
    ['.empty .state-icon', 'Trống: hình nói vì sao, màu trung tính'],
    ['.empty .state-title', 'Điều đang có, bằng một câu ngắn'],
    ['.empty .state-title + p', 'Vì sao, hoặc làm gì tiếp'],
    ['.empty .button', 'Một nút đi tiếp'],
    ['[role=alert] .state-icon', 'Chưa tải được: cùng khung, màu của lỗi'],
    ['.offline', 'Mất mạng: nội dung đã tải từ lúc nào'],
  ),
  name: 'Cấu tạo',
};

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { parts as texts } from '@dvk/elements/locale/parts/vi';
import { Tabs, tabsStyles, type Tab } from '@dvk/elements/parts/tabs';
import { anatomyOf } from '../support/anatomy.ts';
import { livePartStory } from '../support/story-part.ts';

const tabs: Tab[] = [
  { id: 'todo', name: 'Việc cần làm', count: 41 },
  { id: 'sort', name: 'Chờ phân loại', count: 23 },
  { id: 'pass', name: 'Chờ chuyển', count: 12 },
  { id: 'running', name: 'Đang xử lý', count: 342 },
  { id: 'approve', name: 'Chờ duyệt trả lời', count: 19 },
  { id: 'again', name: 'Đang xử lý lại', count: 6 },
  { id: 'all', name: 'Tất cả', count: 402 },
];

const meta: Meta = { title: 'Mảnh ghép/Thẻ', parameters: { modules: ['tabs', 'tabs-fit'] } };
export default meta;

export const WithCounts: StoryObj = {
  name: 'Có số đếm; phần dư vào “Khác”, trên điện thoại là một danh sách',
  render: () =>
    livePartStory((host) => {
      const part = new Tabs<string>(host);
      let selected = 'todo';
      const onSelect = (id: string) => {
        selected = id;
        host.requestUpdate();
      };
      return () =>
        html`${part.render({ tabs, selected, label: 'Trạng thái', panel: 'panel', texts, onSelect })}
          <div id="panel" role="tabpanel" tabindex="0" aria-label="Danh sách">
            <p>${tabs.find(({ id }) => id === selected)!.name}</p>
          </div>`;
    }, tabsStyles),
};

export const Anatomy: StoryObj = {
  ...anatomyOf(
    WithCounts,
    ['.tab[aria-selected=true]', 'Thẻ đang xem: chữ và vạch dưới đổi màu, vạch cũng thấy ở tương phản cưỡng bức'],
    ['.tab[aria-selected=false] .count', 'Số đếm'],
    ['#panel', 'Nội dung của thẻ'],
  ),
  name: 'Cấu tạo',
};

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { css, html } from 'lit';
import { allIcons } from '@dvk/elements/icons/all';
import { iconStyles } from '@dvk/elements/icons/icon';
import { icons, type IconGroup, type IconName } from '@dvk/elements/icons/list';
import { partStory } from '../support/story-part.ts';

const groups: Record<IconGroup, string> = {
  topic: 'Lĩnh vực',
  action: 'Việc làm',
  sign: 'Báo hiệu',
  state: 'Trạng thái',
  thing: 'Sự vật',
  move: 'Chuyển chỗ',
};

const look = css`
  ul {
    list-style: none;
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(15em, 1fr));
    gap: 0.75em 1.5em;
    padding-block: 0.75em 2em;
  }
  li {
    display: flex;
    align-items: center;
    gap: 0.75em;
  }
  .icon {
    color: var(--_action);
  }
  small {
    display: block;
    font-size: max(0.875em, 14px);
    color: var(--_muted);
  }
`;

const names = Object.keys(icons) as IconName[];

const meta: Meta = { title: 'Nền tảng/Biểu tượng' };
export default meta;

export const All: StoryObj = {
  name: 'Mọi biểu tượng theo ý nghĩa',
  render: () =>
    partStory(
      html`${(Object.keys(groups) as IconGroup[]).map(
        (group) =>
          html`<h3>${groups[group]}</h3>
            <ul class="icon-24">
              ${names
                .filter((name) => icons[name].group === group)
                .map(
                  (name) =>
                    html`<li>
                      ${allIcons[name]}<span>${icons[name].vi} <small>${name} · ${icons[name].tabler}</small></span>
                    </li>`,
                )}
            </ul>`,
      )}`,
      [iconStyles, look],
    ),
};

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { css, html, type TemplateResult } from 'lit';
import { sizeNotes } from '@dvk/elements/theme/notes';
import { compactSizes, sizes, type SizeName } from '@dvk/elements/theme/tokens';
import { partStory } from '../support/story-part.ts';
import { table, tableStyles } from './table.ts';

const named = (beginning: string): SizeName[] =>
  (Object.keys(sizes) as SizeName[]).filter((name) => name.startsWith(beginning));
/** As styles have it: the public property, else the token. */
const inForce = (name: SizeName): string => `var(--dvk-${name}, ${sizes[name]})`;

const look = css`
  .bar {
    display: block;
    block-size: 1em;
    background: var(--_action);
    forced-color-adjust: none;
  }
  .box {
    display: block;
    inline-size: 6em;
    block-size: 4em;
    border: 1px solid var(--_line);
    background: var(--_surface);
  }
`;

function sizeTable(
  caption: string,
  chosen: readonly SizeName[],
  sample: (name: SizeName) => TemplateResult,
): TemplateResult {
  return table(
    caption,
    ['Tên', 'Giá trị', 'Dùng cho', 'Mẫu'],
    chosen.map((name) => [
      html`<code>--dvk-${name}</code>`,
      html`<code>${sizes[name]}</code>`,
      sizeNotes[name][1],
      sample(name),
    ]),
  );
}

const meta: Meta = { title: 'Nền tảng/Chữ và khoảng cách' };
export default meta;

export const Type: StoryObj = {
  name: 'Cỡ chữ',
  render: () =>
    partStory(
      html`${sizeTable(
          'Cỡ chữ, theo tỉ lệ với chữ của trang',
          named('font'),
          (name) => html`<span .style=${`font-size: ${inForce(name)}`}>Quý vị phản ánh, chúng tôi trả lời</span>`,
        )}
        <p>Chữ thường bằng chữ của trang, không nhỏ hơn 14 px.</p>`,
      [tableStyles, look],
    ),
};

export const Space: StoryObj = {
  name: 'Khoảng cách',
  render: () =>
    partStory(
      sizeTable(
        'Khoảng cách, lớn lên cùng chữ',
        named('space'),
        (name) => html`<span class="bar" .style=${`inline-size: ${inForce(name)}`}></span>`,
      ),
      [tableStyles, look],
    ),
};

export const Shape: StoryObj = {
  name: 'Góc, bóng',
  render: () =>
    partStory(
      html`${sizeTable('Góc', named('radius'), (name) => html`<span class="box" .style=${`border-radius: ${inForce(name)}`}></span>`)}
      ${sizeTable('Bóng', named('shadow'), (name) => html`<span class="box" .style=${`box-shadow: ${inForce(name)}`}></span>`)}`,
      [tableStyles, look],
    ),
};

export const Density: StoryObj = {
  name: 'Chiều cao: thoáng và gọn',
  render: () =>
    partStory(
      table(
        'Chiều cao theo mật độ',
        ['Tên', 'Thoáng', 'Gọn', 'Dùng cho'],
        (Object.keys(compactSizes) as (keyof typeof compactSizes)[]).map((name) => [
          html`<code>--dvk-${name}</code>`,
          html`<code>${sizes[name]}</code>`,
          html`<code>${compactSizes[name]}</code>`,
          sizeNotes[name][1],
        ]),
      ),
      [tableStyles, look],
    ),
};

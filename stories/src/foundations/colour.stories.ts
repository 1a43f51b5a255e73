import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { css, html, type TemplateResult } from 'lit';
import { contrast, graphicPairs, paletteFrom, textPairs, type Palette } from '@dvk/elements/theme';
import { formatHex, parseColor } from '@dvk/elements/theme/color';
import { colorNotes } from '@dvk/elements/theme/notes';
import { colors, type ColorName } from '@dvk/elements/theme/tokens';
import { partStory } from '../support/story-part.ts';
import { table, tableStyles } from './table.ts';

interface Args {
  brand?: string;
}

const names = Object.keys(colors) as ColorName[];
const modes = ['Nền sáng', 'Nền tối'] as const;

/** The colours of a brand; without one, those in force on this page: the toolbar has sample themes. */
const paletteOf = ({ brand }: Args): Palette => (brand ? paletteFrom(brand) : inForce());

function inForce(): Palette {
  const probe = document.body.appendChild(document.createElement('span'));
  const colourIn = (scheme: string, name: ColorName) => {
    probe.style.cssText = `color-scheme: ${scheme}; color: var(--dvk-color-${name}, light-dark(${colors[name]}))`;
    return formatHex(parseColor(getComputedStyle(probe).color));
  };
  const palette = names.map((name) => [name, [colourIn('light', name), colourIn('dark', name)]]);
  probe.remove();
  return Object.fromEntries(palette) as Palette;
}

const look = css`
  .patch {
    display: inline-block;
    inline-size: 3em;
    block-size: 1.5em;
    vertical-align: middle;
    border: 1px solid var(--_line);
    forced-color-adjust: none;
  }
  .sample {
    display: inline-block;
    padding: 0.25em 0.75em;
    forced-color-adjust: none;
  }
  .graphic {
    display: inline-block;
    padding: 0.5em 1em;
    forced-color-adjust: none;
  }
  .graphic span {
    display: block;
    inline-size: 4em;
    block-size: 0.25em;
  }
`;

const meta: Meta<Args> = {
  title: 'Nền tảng/Màu',
  argTypes: {
    brand: {
      name: 'Màu của cổng thông tin',
      description: 'Để trống: màu đang chọn trên thanh công cụ',
      control: 'color',
    },
  },
};
export default meta;
type Story = StoryObj<Args>;

const patch = (colour: string): TemplateResult =>
  html`<span class="patch" .style=${`background: ${colour}`}></span> <code>${colour}</code>`;

export const Tokens: Story = {
  name: 'Bảng màu',
  render: (args) => {
    const palette = paletteOf(args);
    return partStory(
      table(
        'Màu theo việc dùng',
        ['Tên', 'Dùng cho', ...modes],
        names.map((name) => [html`<code>--dvk-color-${name}</code>`, colorNotes[name][1], ...palette[name].map(patch)]),
      ),
      [tableStyles, look],
    );
  },
};

type Pairs = readonly (readonly [front: ColorName, background: ColorName])[];

function pairTable(
  caption: string,
  pairs: Pairs,
  palette: Palette,
  least: number,
  sample: (front: string, background: string) => TemplateResult,
): TemplateResult {
  const measured = (front: string, background: string) => {
    const ratio = contrast(front, background);
    const text = `${ratio.toLocaleString('vi', { maximumFractionDigits: 1, minimumFractionDigits: 1 })} : 1`;
    return html`${sample(front, background)} ${ratio >= least ? text : html`<strong>✗ ${text}</strong>`}`;
  };
  return table(
    caption,
    ['Trên', 'Nền', ...modes],
    pairs.map(([front, background]) => [
      html`<code>${front}</code>`,
      html`<code>${background}</code>`,
      ...([0, 1] as const).map((mode) => measured(palette[front][mode], palette[background][mode])),
    ]),
  );
}

export const Contrast: Story = {
  name: 'Độ tương phản đo được',
  render: (args) => {
    const palette = paletteOf(args);
    return partStory(
      html`${pairTable('Chữ trên nền: ít nhất 4,5 : 1', textPairs, palette, 4.5, (front, background) => html`<span class="sample" .style=${`color: ${front}; background: ${background}`}>Dân vận khéo</span>`)}
      ${pairTable('Viền, hình trên nền: ít nhất 3 : 1', graphicPairs, palette, 3, (front, background) => html`<span class="graphic" .style=${`background: ${background}`}><span .style=${`background: ${front}`}></span></span>`)}`,
      [tableStyles, look],
    );
  },
};

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { parts as texts } from '@dvk/elements/locale/parts/vi';
import { viewer as viewerTexts } from '@dvk/elements/locale/viewer/vi';
import { beforeAfter, beforeAfterStyles } from '@dvk/elements/parts/before-after';
import { Thumbnails, thumbnailStyles, type ThumbnailFile } from '@dvk/elements/parts/thumbnails';
import { anatomyOf } from '../support/anatomy.ts';
import { livePartStory, partStory } from '../support/story-part.ts';

const files: ThumbnailFile[] = [
  { id: '1', name: 'kenh.png', mediaType: 'image/png', size: 840_000 },
  { id: '2', name: 'ong-xa.png', mediaType: 'image/png', size: 910_000 },
  { id: '3', name: 'Don-20-ho.pdf', mediaType: 'application/pdf', size: 1_258_291 },
];

/** A street with or without a heap of rubbish. */
function drawn(isClean: boolean): HTMLCanvasElement {
  const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 });
  const context = canvas.getContext('2d')!;
  const paint = (colour: string, ...box: [number, number, number, number]) => {
    context.fillStyle = colour;
    context.fillRect(...box);
  };
  paint('#dce8f2', 0, 0, 640, 480);
  paint('#b9c0cc', 0, 330, 640, 150);
  paint('#ecdcae', 60, 170, 180, 160);
  paint('#d5dae2', 370, 150, 200, 180);
  if (isClean) paint('#2f8a57', 460, 300, 60, 80);
  else paint('#5b6068', 200, 310, 240, 90);
  return canvas;
}

const load = ({ id }: ThumbnailFile): Promise<Blob> =>
  new Promise((resolve) => drawn(id === '2').toBlob((blob) => resolve(blob!)));

const meta: Meta = {
  title: 'Mảnh ghép/Ảnh và tệp',
  parameters: {
    modules: ['thumbnails', 'viewer', 'viewer-styles', 'before-after', 'picture', 'open-in-tab', 'save-file'],
  },
};
export default meta;

export const Attached: StoryObj = {
  name: 'Ảnh nhỏ, mở trình xem; PDF mở trong thẻ mới',
  render: () =>
    livePartStory((host) => {
      const part = new Thumbnails(host, { load, onFailed: () => {} });
      return () => html`${part.render({ files, texts, viewerTexts })}`;
    }, thumbnailStyles),
};

export const Pair: StoryObj = {
  name: 'Trước và sau',
  render: () =>
    partStory(
      beforeAfter(
        { src: drawn(false).toDataURL(), alt: 'rác ở đầu ngõ 15', when: '29/11/2026', who: 'quý vị gửi' },
        { src: drawn(true).toDataURL(), alt: 'đầu ngõ 15 đã sạch', when: '04/12/2026', who: 'phường gửi' },
        texts,
      ),
      beforeAfterStyles,
    ),
};

export const Anatomy: StoryObj = {
  ...anatomyOf(
    Attached,
    ['.thumbnail', 'Ảnh nhỏ, là nút mở trình xem'],
    ['.file-line', 'Tệp khác: hình, tên và cỡ; PDF mở trong thẻ mới, tệp khác tải về'],
  ),
  name: 'Cấu tạo',
};

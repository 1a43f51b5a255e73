import { setCustomElementsManifest, type Decorator, type Preview } from '@storybook/web-components-vite';
import manifest from 'virtual:custom-elements-manifest';
import { setupWorker } from 'msw/browser';
import { mswLoader } from 'msw-storybook-addon/csf3';
import { html } from 'lit';
import '@dvk/elements/locale/en';
import { withControls } from './controls.ts';
import { globalTypes, initialGlobals, viewports } from './toolbar-items.ts';
import { dressPage, setDensity, setNetwork } from './toolbar.ts';
import '@fontsource-variable/noto-sans/wght.css';
import './preview.css';

setCustomElementsManifest(manifest);
// Of the pages of documentation; a story has that of the toolbar.
document.documentElement.lang = 'vi';

const surroundings: Decorator = (story, { globals }) => {
  dressPage(globals);
  return html`<div class="surroundings">${story()}</div>`;
};

export default {
  decorators: [surroundings],
  loaders: [
    mswLoader(async () => {
      const worker = setupWorker();
      await worker.start({ quiet: true, onUnhandledFrame: 'bypass' });
      return worker;
    }),
  ],
  afterEach: ({ canvasElement, globals, args, msw }) => {
    setDensity(canvasElement, globals['density'], args['density']);
    setNetwork(msw, globals['network']);
  },
  argTypesEnhancers: [withControls],
  globalTypes,
  initialGlobals,
  parameters: {
    layout: 'fullscreen',
    viewport: { options: viewports },
    a11y: { test: 'error' },
    docs: { toc: { title: 'Trong trang này', headingSelector: 'h2' } },
    options: {
      storySort: {
        order: [
          'Bắt đầu',
          'Nền tảng',
          ['Màu', 'Chữ và khoảng cách', 'Biểu tượng', 'Trạng thái', 'Từ ngữ', 'Hình vẽ số liệu', 'Giấy'],
          'Hành trình',
          'Tiện ích',
          'Ô nhập',
          'Mảnh ghép',
        ],
        method: 'alphabetical',
        locales: 'vi',
      },
    },
  },
} satisfies Preview;

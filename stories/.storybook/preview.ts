import {
  setCustomElementsManifest,
  type Decorator,
  type Preview,
  type StoryContext,
} from '@storybook/web-components-vite';
import manifest from 'virtual:custom-elements-manifest';
import { setupWorker } from 'msw/browser';
import { mswLoader } from 'msw-storybook-addon/csf3';
import { html } from 'lit';
import '@dvk/elements/locale/en';
import { codeFor } from '../src/docs/code.ts';
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
  // A page of documentation says of its stories that they are English.
  return html`<div class="surroundings" lang=${String(globals['locale'])}>${story()}</div>`;
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
  afterEach: ({ canvasElement, globals, msw }) => {
    setDensity(canvasElement, globals['density']);
    setNetwork(msw, globals['network']);
  },
  argTypesEnhancers: [withControls],
  globalTypes,
  initialGlobals,
  parameters: {
    layout: 'fullscreen',
    viewport: { options: viewports },
    a11y: { test: 'error' },
    docs: {
      toc: { title: 'Trong trang này', headingSelector: 'h2' },
      source: {
        // Storybook's own way draws a story twice, which takes its element away.
        type: 'code',
        language: 'html',
        transform: (code: string, { component, args }: StoryContext) =>
          typeof component === 'string' ? codeFor(component, args) : code,
      },
    },
    options: {
      storySort: {
        order: [
          'Bắt đầu',
          'Hành trình',
          'Nền tảng',
          ['Màu', 'Chữ và khoảng cách', 'Biểu tượng', 'Trạng thái', 'Từ ngữ', 'Hình vẽ số liệu', 'Giấy'],
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

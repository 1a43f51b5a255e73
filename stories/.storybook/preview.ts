import { setCustomElementsManifest, type Decorator, type Preview } from '@storybook/web-components-vite';
import manifest from 'virtual:custom-elements-manifest';
import { setupWorker } from 'msw/browser';
import { mswLoader } from 'msw-storybook-addon/csf3';
import { html } from 'lit';
import '@dvk/elements/locale/en';
import { forceColors } from './forced-colors.ts';
import '@fontsource-variable/noto-sans/wght.css';
import './preview.css';

setCustomElementsManifest(manifest);

/** Puts a story under the language, the colours and the width chosen in the toolbar. */
const surroundings: Decorator = (story, { globals }) => {
  document.documentElement.lang = String(globals['locale']);
  document.documentElement.dataset['theme'] = String(globals['theme']);
  forceColors(globals['theme'] === 'forced');
  return html`<div class="surroundings" data-width=${String(globals['width'])}>${story()}</div>`;
};

export default {
  decorators: [surroundings],
  loaders: [
    mswLoader(async () => {
      const worker = setupWorker();
      await worker.start({ quiet: true, onUnhandledRequest: 'bypass' });
      return worker;
    }),
  ],
  globalTypes: {
    locale: {
      description: 'Ngôn ngữ / language',
      toolbar: {
        icon: 'globe',
        items: [
          { value: 'vi', title: 'Tiếng Việt' },
          { value: 'en', title: 'English' },
        ],
      },
    },
    theme: {
      description: 'Màu / colours',
      toolbar: {
        icon: 'mirror',
        items: [
          { value: 'light', title: 'Sáng' },
          { value: 'dark', title: 'Tối' },
          { value: 'forced', title: 'Tương phản cưỡng bức (mô phỏng)' },
        ],
      },
    },
    width: {
      description: 'Bề rộng / width',
      toolbar: {
        icon: 'mobile',
        items: [
          { value: 'wide', title: 'Rộng' },
          { value: 'narrow', title: '320 px' },
        ],
      },
    },
  },
  initialGlobals: { locale: 'vi', theme: 'light', width: 'wide' },
  parameters: {
    layout: 'fullscreen',
    controls: { matchers: { date: /Date$/ } },
    a11y: { test: 'error' },
  },
} satisfies Preview;

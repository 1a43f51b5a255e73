import type { StorybookConfig } from '@storybook/web-components-vite';
import { manifestPlugin } from './manifest.ts';

export default {
  framework: '@storybook/web-components-vite',
  stories: ['../src/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', 'msw-storybook-addon'],
  staticDirs: [{ from: '../node_modules/msw/lib/mockServiceWorker.js', to: '/mockServiceWorker.js' }],
  viteFinal: (config) => ({ ...config, plugins: [...(config.plugins ?? []), manifestPlugin()] }),
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
} satisfies StorybookConfig;

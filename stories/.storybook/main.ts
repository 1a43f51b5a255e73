import type { StorybookConfig } from '@storybook/web-components-vite';
import remarkGfm from 'remark-gfm';
import { factsPlugin } from './facts.ts';
import { manifestPlugin } from './manifest.ts';

export default {
  framework: '@storybook/web-components-vite',
  stories: ['../src/**/*.mdx', '../src/**/*.stories.ts'],
  addons: [
    {
      name: '@storybook/addon-docs',
      // Tables, which pages of documentation are full of.
      options: { mdxPluginOptions: { mdxCompileOptions: { remarkPlugins: [remarkGfm] } } },
    },
    '@storybook/addon-a11y',
    'msw-storybook-addon',
  ],
  staticDirs: [{ from: '../node_modules/msw/lib/mockServiceWorker.js', to: '/mockServiceWorker.js' }],
  viteFinal: (config) => ({
    ...config,
    plugins: [...(config.plugins ?? []), manifestPlugin(), factsPlugin()],
    // A page that is opened from a folder may not load ahead.
    build: { ...config.build, cssCodeSplit: false, modulePreload: { resolveDependencies: () => [] } },
  }),
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  docs: { defaultName: 'Tài liệu' },
} satisfies StorybookConfig;

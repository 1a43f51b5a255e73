import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { playwrightLauncher } from '@web/test-runner-playwright';
import path from 'node:path';
import { browserOptions } from '../../scripts/browser.ts';
import { accessibilityTreePlugin } from './testing/accessibility-tree-plugin.js';
import { bundlePlugin } from './testing/bundle-plugin.js';
import { countReporter } from './testing/count-reporter.js';
import { printPlugin } from './testing/print-plugin.js';

/**
 * The policy of a strict portal. Test pages also get inline scripts, because the runner starts with one; the page
 * `testing/strict.html` is served without that exception.
 */
const strict = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "frame-src 'self'",
  "require-trusted-types-for 'script'",
].join('; ');
const policyFor = (address) =>
  address.endsWith('/testing/strict.html')
    ? strict
    : strict.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'");

export default {
  rootDir: path.join(import.meta.dirname, '../..'),
  files: [path.join(import.meta.dirname, 'src/**/*.test.ts')],
  nodeResolve: true,
  concurrency: 2,
  browsers: [playwrightLauncher({ product: 'chromium', launchOptions: await browserOptions() })],
  plugins: [
    bundlePlugin(/^(msw$|axe-core$|jquery$|jsqr$|@stdlib\/)/),
    esbuildPlugin({ ts: true, target: 'esnext', tsconfig: path.join(import.meta.dirname, 'tsconfig.json') }),
    accessibilityTreePlugin(),
    printPlugin(),
  ],
  middleware: [
    async (context, next) => {
      await next();
      if (context.response.is('html')) context.set('content-security-policy', policyFor(context.path));
    },
  ],
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  testFramework: { config: { timeout: 40_000 } },
  reporters: [defaultReporter({ reportTestProgress: false }), countReporter()],
};

/** Nothing that a page loads may need what a supported browser lacks: looks at the sources and at the built files. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { elements } from '../cdn/files.ts';
import { root } from '../run.ts';
import { findLackingApis } from './apis.ts';
import { findLackingInBundle } from './bundles.ts';
import type { Lacking } from './lacking.ts';
import { findLackingMarkup } from './markup.ts';
import { findLackingStyles } from './styles.ts';

/** Style sheets of the elements: `css` templates, and where they begin. */
function styleFaults(): Lacking[] {
  return globSync('src/**/*.ts', { cwd: elements, exclude: ['**/*.test.ts', '**/testkit/**'] }).flatMap((file) => {
    const source = readFileSync(path.join(elements, file), 'utf8');
    return [...source.matchAll(/(?<![\w.])css`([^`]*)`/g)].flatMap(({ index, 1: sheet }) =>
      findLackingStyles(sheet!, `packages/elements/${file}`, source.slice(0, index).split('\n').length),
    );
  });
}

/** HTML of the elements' templates: tags, and attributes that any tag may have. */
function markupFaults(): Lacking[] {
  return globSync('src/**/*.ts', { cwd: elements, exclude: ['**/*.test.ts', '**/testkit/**'] }).flatMap((file) =>
    findLackingMarkup(readFileSync(path.join(elements, file), 'utf8'), `packages/elements/${file}`),
  );
}

/** The whole SDK as a page would load it, with all it depends on. */
async function sdkFaults(): Promise<Lacking[]> {
  const sdk = path.join(root, 'packages/sdk');
  const entries = globSync('src/*/index.ts', { cwd: sdk }).filter((file) => !file.includes('/testing/'));
  const { outputFiles } = await build({
    stdin: { contents: entries.map((file, at) => `export * as e${at} from './${file}';`).join('\n'), resolveDir: sdk },
    bundle: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    logLevel: 'error',
  });
  return findLackingInBundle(outputFiles[0]!.text, '@dvk/sdk, bundled');
}

function cdnFaults(): Lacking[] {
  const folder = path.join(elements, 'dist/cdn');
  return globSync('**/*.js', { cwd: folder }).flatMap((file) =>
    findLackingInBundle(readFileSync(path.join(folder, file), 'utf8'), `dist/cdn/${file}`),
  );
}

/** @returns one line a fault */
export async function checkBrowsers(): Promise<string[]> {
  const lacking = [
    ...findLackingApis('packages/sdk'),
    ...findLackingApis('packages/elements'),
    ...styleFaults(),
    ...markupFaults(),
    ...(await sdkFaults()),
    ...cdnFaults(),
  ];
  return lacking.map(({ where, what, by }) => `${where}: ${what} is not in ${by.join(', ')}`);
}

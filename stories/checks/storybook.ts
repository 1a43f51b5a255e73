/** Builds the stories and serves them. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { preview } from 'vite';
import { run } from '../../scripts/lib/run.ts';
import { makeOpenable } from '../folder.ts';

export const here = path.join(import.meta.dirname, '..');

/** An entry of Storybook's own index. */
export interface Story {
  id: string;
  title: string;
  name: string;
  importPath: string;
  type: 'story' | 'docs';
}

export interface Storybook {
  base: string;
  entries: readonly Story[];
  close: () => Promise<void>;
}

/** How a story is named in what the checks print. */
export const labelOf = ({ importPath, name }: Story): string => `${importPath} › ${name}`;

export async function buildStorybook(): Promise<void> {
  const dispatcher = path.join(here, 'node_modules/storybook/dist/bin/dispatcher.js');
  const config = path.join(here, '.storybook');
  const { code, output } = await run(process.execPath, [
    dispatcher,
    'build',
    '-c',
    config,
    '-o',
    path.join(here, 'out'),
    '--quiet',
  ]);
  if (code !== 0) throw new Error(output);
  await makeOpenable(path.join(here, 'out'));
}

export async function serveStorybook(): Promise<Storybook> {
  const server = await preview({
    root: here,
    build: { outDir: 'out' },
    preview: { port: 0, host: '127.0.0.1', headers: { 'cache-control': 'max-age=3600' } },
    logLevel: 'error',
  });
  const index = JSON.parse(await readFile(path.join(here, 'out/index.json'), 'utf8')) as {
    entries: Record<string, Story>;
  };
  return {
    base: server.resolvedUrls!.local[0]!.replace(/\/$/, ''),
    entries: Object.values(index.entries),
    close: () => server.close(),
  };
}

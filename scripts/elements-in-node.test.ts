/** Every entry of `@dvk/elements` can be imported in Node: server-side renderers and test tools do that. */
import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from './lib/run.ts';

const elements = path.join(root, 'packages/elements');
const out = path.join(elements, '.cache/entries');
const entries = globSync(['*/dvk-*.ts', '*/define.ts', 'all.ts', 'en.ts'], { cwd: path.join(elements, 'src') })
  .filter((file) => !file.endsWith('.test.ts') && !file.startsWith('internal'))
  .sort();

describe('elements in Node', () => {
  before(async () => {
    // Node cannot run decorators: only they are compiled, module by module as tsc does.
    await build({
      entryPoints: globSync('**/*.ts', {
        cwd: path.join(elements, 'src'),
        exclude: ['**/*.test.ts', 'testkit/**'],
      }).map((file) => path.join(elements, 'src', file)),
      outdir: out,
      outExtension: { '.js': '.ts' },
      format: 'esm',
      target: 'esnext',
      tsconfig: path.join(elements, 'tsconfig.json'),
      logLevel: 'error',
    });
  });
  after(() => rm(out, { recursive: true, force: true }));

  const load = (entry: string): Promise<Record<string, unknown>> =>
    import(pathToFileURL(path.join(out, entry)).href) as Promise<Record<string, unknown>>;
  const classes = entries.filter((entry) => entry.includes('/dvk-'));

  for (const entry of classes)
    it(`${entry} is a class and defines nothing`, async () => {
      const exported = Object.values(await load(entry)) as { tag?: string }[];
      const element = exported.find(({ tag }) => tag);
      assert.equal(element?.tag, path.basename(entry, '.ts'));
      assert.equal(globalThis.customElements?.get(element.tag), undefined);
    });

  for (const entry of entries.filter((each) => !classes.includes(each)))
    it(`${entry} loads`, async () => {
      await load(entry);
    });

  it('stamps the version of the package', async () => {
    const { version } = JSON.parse(await readFile(path.join(elements, 'package.json'), 'utf8')) as { version: string };
    assert.equal((await load('internal/version.ts'))['version'], version);
  });
});

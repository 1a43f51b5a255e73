import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { importPath } from './import-paths.ts';
import { root } from './run.ts';

const read = <T>(file: string): T => JSON.parse(readFileSync(path.join(root, file), 'utf8')) as T;

describe('documentation of modules', () => {
  it('stands under the path a module is imported by', () => {
    const elements = read<Parameters<typeof importPath>[0]>('packages/elements/package.json');
    const sdk = read<Parameters<typeof importPath>[0]>('packages/sdk/package.json');
    assert.equal(importPath(elements, 'case-form/dvk-case-form'), '@dvk/elements/case-form');
    assert.equal(importPath(elements, 'events/index'), '@dvk/elements/events');
    assert.equal(importPath(elements, 'react/generated/case-form'), '@dvk/elements/react/case-form');
    assert.equal(importPath(elements, 'react/jsx'), '@dvk/elements/react/jsx');
    assert.equal(importPath(elements, 'internal/widget'), undefined);
    assert.equal(importPath(sdk, 'calendar/ical/index'), '@dvk/sdk/calendar/ical');
  });

  for (const name of ['elements', 'sdk', 'server'])
    it(`${name}: every documented module can be imported`, () => {
      const home = `packages/${name}`;
      const manifest = read<Parameters<typeof importPath>[0]>(`${home}/package.json`);
      const { entryPoints } = read<{ entryPoints: string[] }>(`${home}/typedoc.json`);
      const files = globSync(entryPoints, { cwd: path.join(root, home) }).filter((file) => !file.endsWith('.test.ts'));
      assert.ok(files.length > 0);
      const paths = files.map((file) => importPath(manifest, file.replace(/^src\/|\.ts$/g, '')));
      assert.ok(!paths.includes(undefined), String(files[paths.indexOf(undefined)]));
      assert.equal(new Set(paths).size, paths.length);
    });
});

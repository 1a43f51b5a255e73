/** What the manifests of the packages promise. `pnpm check` packs, installs and uses them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { packageNames } from './lib/pack.ts';
import { root } from './lib/run.ts';

interface Manifest {
  version: string;
  scripts: Record<string, string>;
  files: string[];
  engines: { node: string };
}
const read = (file: string): Manifest => JSON.parse(readFileSync(`${root}/${file}`, 'utf8')) as Manifest;

describe('packages', () => {
  for (const name of packageNames) {
    const manifest = read(`packages/${name}/package.json`);
    it(`${name}: pnpm pack of a clean clone builds dist first`, () => {
      assert.ok(manifest.files.includes('dist'));
      assert.equal(manifest.scripts['prepack'], 'pnpm --dir ../.. build');
      assert.ok(read('package.json').scripts['build']);
    });
    it(`${name}: names as oldest Node the one it is tried on`, () => {
      assert.equal(manifest.engines.node, name === 'server' ? '>=22.12' : '>=20.19');
    });
  }
  it('a first start on an older Node warns of no engine: they are compared with the Node of the workspace', () => {
    const [, compared] = /^nodeVersion: (.+)$/m.exec(readFileSync(`${root}/pnpm-workspace.yaml`, 'utf8')) ?? [];
    assert.equal(compared, read('node_modules/node/package.json').version);
  });
});

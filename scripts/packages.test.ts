/** What the manifests of the packages promise. `pnpm check` packs, installs and uses them. */
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { minVersion, satisfies } from 'semver';
import { packageNames } from './lib/packages/pack.ts';
import { root } from './lib/run.ts';

interface Manifest {
  version: string;
  scripts: Record<string, string>;
  files: string[];
  engines: { node: string };
}
const read = (file: string): Manifest => JSON.parse(readFileSync(`${root}/${file}`, 'utf8')) as Manifest;

interface Installed {
  name: string;
  version: string;
  engines?: { node?: string };
  dependencies?: Record<string, string>;
}

/** All that is installed with a package, at any depth. */
function dependenciesOf(folder: string, seen = new Map<string, Installed>()): Installed[] {
  const { dependencies = {} } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as Installed;
  for (const name of Object.keys(dependencies)) {
    const found = ancestorsOf(folder)
      .map((each) => `${each}/node_modules/${name}`)
      .find((each) => existsSync(each));
    assert.ok(found, `${name} of ${folder}`);
    const at = realpathSync(found);
    if (seen.has(at)) continue;
    seen.set(at, JSON.parse(readFileSync(`${at}/package.json`, 'utf8')) as Installed);
    dependenciesOf(at, seen);
  }
  return [...seen.values()];
}

const ancestorsOf = (folder: string): string[] =>
  folder === path.dirname(folder) ? [folder] : [folder, ...ancestorsOf(path.dirname(folder))];

describe('packages', () => {
  for (const name of packageNames) {
    const manifest = read(`packages/${name}/package.json`);
    it(`${name}: pnpm pack of a clean clone builds dist first`, () => {
      assert.ok(manifest.files.includes('dist'));
      assert.equal(manifest.scripts['prepack'], 'pnpm --dir ../.. build');
      assert.ok(read('package.json').scripts['build']);
    });
    it(`${name}: names as oldest Node the one it is tried on`, () => {
      assert.equal(manifest.engines.node, '>=22.12');
    });
  }
  for (const name of packageNames)
    it(`${name}: no published file mentions the sample province`, () => {
      const exclude = ['**/*.test.ts', '**/*.bench.ts', '**/testkit/**'];
      const files = globSync(['package.json', 'README.md', 'src/**/*'], { cwd: `${root}/packages/${name}`, exclude })
        .map((file) => `${root}/packages/${name}/${file}`)
        .filter((file) => statSync(file).isFile());
      assert.ok(files.length > 15);
      assert.deepEqual(
        files.filter((file) => readFileSync(file, 'utf8').includes('@dvk/demo')),
        [],
      );
    });
  for (const name of packageNames)
    it(`${name}: nothing it depends on refuses the oldest Node it names`, () => {
      const home = `${root}/packages/${name}`;
      const oldest = minVersion(read(`packages/${name}/package.json`).engines.node)!;
      const refusing = dependenciesOf(home).filter(({ engines }) => engines?.node && !satisfies(oldest, engines.node));
      assert.deepEqual(
        refusing.map((each) => `${each.name} ${each.version} needs Node ${each.engines?.node}`),
        [],
      );
    });
  it('a first start on an older Node warns of no engine: they are compared with the Node of the workspace', () => {
    const [, compared] = /^nodeVersion: (.+)$/m.exec(readFileSync(`${root}/pnpm-workspace.yaml`, 'utf8')) ?? [];
    assert.equal(compared, read('node_modules/node/package.json').version);
  });
});

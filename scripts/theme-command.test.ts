/** `dvk-elements theme`, as somebody runs it who has installed the package. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { contrast, paletteFrom, type ColorName } from '../packages/elements/src/theme/index.ts';
import { root } from './lib/run.ts';

const elements = path.join(root, 'packages/elements');

describe('dvk-elements theme', () => {
  let home: string;
  /** Runs the command in the folder of the package. */
  const theme = async (...given: string[]) =>
    promisify(execFile)(process.execPath, [path.join(home, 'bin/dvk-elements.js'), 'theme', ...given]);

  before(async () => {
    home = await mkdtemp(path.join(tmpdir(), 'dvk-elements-'));
    await writeFile(path.join(home, 'package.json'), '{"type":"module"}');
    await cp(path.join(elements, 'bin'), path.join(home, 'bin'), { recursive: true });
  });
  after(() => rm(home, { recursive: true, force: true }));

  it('says that the package is not built', async () => {
    await assert.rejects(theme('--brand', '#9b1c1f'), { code: 1, stderr: /not built: run its build first/ });
  });

  describe('of a built package', () => {
    before(() =>
      build({
        entryPoints: [path.join(elements, 'src/theme/index.ts')],
        outfile: path.join(home, 'dist/theme/index.js'),
        bundle: true,
        format: 'esm',
        logLevel: 'error',
      }),
    );

    it('writes the colours of a brand that differ, light ones first and both for newer browsers', async () => {
      const { stdout } = await theme('--brand', '#9b1c1f');
      const palette = paletteFrom('#9b1c1f');
      const colours = [...stdout.matchAll(/^ {2}--dvk-color-([a-z-]+): (#[0-9a-f]{6});$/gm)];
      assert.deepEqual(colours.map(([, name]) => name).sort(), ['action', 'action-hover', 'action-soft', 'on-action']);
      for (const [, name, colour] of colours) {
        const [light, dark] = palette[name as ColorName];
        assert.equal(colour, light);
        assert.ok(stdout.includes(`    --dvk-color-${name}: light-dark(${light}, ${dark});\n`));
      }
      assert.ok(contrast(palette.action[0], '#ffffff') >= 4.5);
      assert.match(stdout, /^:root \{\n/);
      assert.match(stdout, /\n@supports \(color: light-dark\(red, red\)\) \{\n {2}:root \{\n/);
    });

    it('writes them for a part of the page', async () => {
      const { stdout } = await theme('--selector', '.col-main', '--brand', 'rgb(155 28 31)');
      assert.match(stdout, /^\.col-main \{\n/);
      assert.match(stdout, /\n {2}\.col-main \{\n/);
      assert.ok(!stdout.includes(':root'));
    });

    it('writes what the finished themes say of the brand', async () => {
      const finished = await readFile(path.join(elements, 'themes/red-gold.css'), 'utf8');
      const { stdout } = await theme('--brand', '#9b1c1f');
      const action = /--dvk-color-action: [^;]+;/.exec(stdout)![0];
      assert.ok(finished.includes(action), action);
    });

    it('says what is wrong with what it is given', async () => {
      for (const [given, said] of [
        [[], /dvk-elements theme --brand <colour>/],
        [['--brand', 'đỏ'], /đỏ.*#9b1c1f/],
        [['--colour', '#123456'], /--colour/],
        [['#123456'], /#123456/],
      ] as const)
        await assert.rejects(
          theme(...given),
          (error: Error & { code: number; stderr: string; stdout: string }) =>
            error.code === 1 && error.stdout === '' && said.test(error.stderr),
          given.join(' '),
        );
    });
  });
});

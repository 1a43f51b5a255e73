/**
 * `pnpm test`: every test of the workspace, one suite after the other (two cores are enough). Ends with
 * `N passed, N failed`. `pnpm test sdk server` runs the named suites only.
 */
import { globSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root, run } from './lib/run.ts';

function nodeTests(...patterns: string[]): string[] {
  const files = patterns
    .flatMap((pattern) => globSync(pattern, { cwd: root }))
    .filter((file) => !file.includes('node_modules'))
    .sort();
  // A file that hangs – a test that fails may leave a server open – is a failure after this long, not the end of the
  // whole run. `--test-force-exit` would lose the tests of files that run beside others.
  const seed = '--import=./scripts/lib/fixed-seed.ts';
  // Most of the time files wait for a process, a disk or a clock.
  const two = '--test-concurrency=2';
  const quick = '--import=./packages/server/src/startup/quick-imports.ts';
  return [
    seed,
    quick,
    '--test',
    two,
    '--test-timeout=600000',
    '--test-reporter=./scripts/lib/count-reporter.ts',
    ...files,
  ];
}

/** Each prints a closing line `N passed, N failed`. */
const suites: Record<string, string[]> = {
  sdk: nodeTests('packages/{sdk,documents}/src/**/*.test.ts', 'scripts/**/*.test.ts'),
  server: [
    '--test-global-setup=packages/server/src/testkit/global-setup.ts',
    ...nodeTests('packages/{server,demo}/src/**/*.test.ts'),
  ],
  elements: [
    'packages/elements/node_modules/@web/test-runner/dist/bin.js',
    '--config',
    'packages/elements/web-test-runner.config.js',
  ],
  stories: ['stories/test.ts'],
  journeys: nodeTests('examples/*/*.test.ts'),
};

/** Some two hundred processes load the same modules. */
const env = { NODE_COMPILE_CACHE: path.join(root, '.cache/node') };

const wanted = process.argv.slice(2);
const names = wanted.length > 0 ? wanted : Object.keys(suites);
let passed = 0;
let failed = 0;
for (const name of names) {
  const args = suites[name];
  if (!args) throw new Error(`No suite "${name}". There are: ${Object.keys(suites).join(', ')}`);
  const started = performance.now();
  console.log(`\n── ${name}`);
  const { code, output } = await run(process.execPath, args, { show: true, env });
  // A runner that redraws its progress leaves control sequences before the closing line.
  const plain = stripVTControlCharacters(output.replaceAll('\r', '\n'));
  const counts = [...plain.matchAll(/^(?:.*\W)?(\d+) passed, (\d+) failed/gm)].at(-1);
  const good = Number(counts?.[1] ?? 0);
  // A suite that dies before it can count is one failure, not none.
  const bad = Math.max(Number(counts?.[2] ?? 0), code === 0 && good > 0 ? 0 : 1);
  passed += good;
  failed += bad;
  console.log(`── ${name}: ${good} passed, ${bad} failed (${Math.round((performance.now() - started) / 1000)} s)`);
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** `pnpm build`: the publishable `dist/` of every package. */
import { existsSync, globSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { packageNames } from './lib/packages/pack.ts';
import { root, run } from './lib/run.ts';

const steps: [name: string, command: string, args: string[]][] = [
  ['modules and types', 'tsc', ['-b', ...packageNames.map((name) => `packages/${name}`)]],
  ['types of the server', process.execPath, ['scripts/server-types.ts']],
  ['CDN files', process.execPath, ['scripts/build-cdn.ts']],
  ['custom-elements.json', process.execPath, ['scripts/manifest.ts']],
];

// What was built from a file that is gone must not be published.
for (const name of packageNames) {
  const home = path.join(root, 'packages', name);
  for (const map of globSync('**/*.d.ts.map', { cwd: path.join(home, 'dist'), exclude: ['cdn/**'] })) {
    const module = map.slice(0, -'.d.ts.map'.length);
    if (existsSync(path.join(home, 'src', `${module}.ts`))) continue;
    for (const ending of ['js', 'js.map', 'd.ts', 'd.ts.map'])
      await rm(path.join(home, 'dist', `${module}.${ending}`), { force: true });
  }
}
// The incremental state lies inside dist.
if (process.argv.includes('--clean')) {
  for (const name of packageNames) {
    await rm(path.join(root, 'packages', name, 'dist'), { recursive: true, force: true });
  }
}
for (const [name, command, args] of steps) {
  const { code, output } = await run(command, args);
  console.log(`${code === 0 ? '✓' : '✗'} ${name}`);
  if (code !== 0) {
    console.error(output);
    process.exit(1);
  }
}

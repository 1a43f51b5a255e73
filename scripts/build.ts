/** `pnpm build`: the publishable `dist/` of every package. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { root, run } from './lib/run.ts';

const steps: [name: string, command: string, args: string[]][] = [
  ['modules and types', 'tsc', ['-b', 'packages/sdk', 'packages/server', 'packages/elements']],
  ['types of the server', process.execPath, ['scripts/server-types.ts']],
  ['CDN files', process.execPath, ['scripts/build-cdn.ts']],
  ['custom-elements.json', process.execPath, ['scripts/manifest.ts']],
];

// A file deleted from src must not live on in dist; the incremental state lies inside dist.
if (process.argv.includes('--clean')) {
  for (const name of ['sdk', 'server', 'elements']) {
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

import { execFile } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import { mkdir, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

const root = path.join(import.meta.dirname, '../../..');
const folder = path.join(root, 'packages/elements/dist/cdn');
/** Written last by the build. */
const mark = path.join(folder, 'sri.json');
const lock = path.join(root, '.cache/building-cdn');
const sources = [
  'packages/elements/{src/**/*.ts,page-styles/*}',
  'packages/sdk/src/**/*',
  'scripts/{build-cdn,lib/*,lib/cdn/*}.ts',
  'pnpm-lock.yaml',
];

function isFresh(): boolean {
  if (!existsSync(mark)) return false;
  const built = statSync(mark).mtimeMs;
  const files = globSync(sources, { cwd: root, exclude: ['**/*.test.ts', '**/*.bench.ts', '**/testkit/**'] });
  return files.every((file) => statSync(path.join(root, file)).mtimeMs < built);
}

/** Several starts at once, as in tests: one builds, the others wait for it. */
async function oneAtATime(work: () => Promise<void>): Promise<void> {
  await mkdir(path.dirname(lock), { recursive: true });
  for (let patience = 600; ; patience -= 1) {
    try {
      await mkdir(lock);
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    // Left behind by a build that was killed.
    if (patience === 0) await rmdir(lock);
    await wait(200);
  }
  try {
    await work();
  } finally {
    await rmdir(lock);
  }
}

/** Where the widgets' files for browsers are, built anew when a source is younger than they are. */
export async function cdnFolder(): Promise<string> {
  if (isFresh()) return folder;
  console.log('Đang dựng các tiện ích cho trình duyệt / Building the widgets…');
  await oneAtATime(async () => {
    if (isFresh()) return;
    try {
      await promisify(execFile)(process.execPath, ['scripts/build-cdn.ts'], { cwd: root });
    } catch (error) {
      // A file over its size budget fails the build, but is there and works.
      if (!isFresh()) throw error;
    }
  });
  return folder;
}

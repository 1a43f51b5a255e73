import { execFile } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const root = path.join(import.meta.dirname, '../../..');
const folder = path.join(root, 'packages/elements/dist/cdn');
/** Written last by the build. */
const mark = path.join(folder, 'sri.json');
const sources = ['packages/elements/src/**/*.ts', 'packages/sdk/src/**/*', 'scripts/build-cdn.ts', 'pnpm-lock.yaml'];

function isFresh(): boolean {
  if (!existsSync(mark)) return false;
  const built = statSync(mark).mtimeMs;
  const files = globSync(sources, { cwd: root, exclude: ['**/*.test.ts', '**/*.bench.ts', '**/testkit/**'] });
  return files.every((file) => statSync(path.join(root, file)).mtimeMs < built);
}

/** Where the widgets' files for browsers are, built anew when a source is younger than they are. */
export async function cdnFolder(): Promise<string> {
  if (isFresh()) return folder;
  console.log('Đang dựng các tiện ích cho trình duyệt / Building the widgets…');
  try {
    await promisify(execFile)(process.execPath, ['scripts/build-cdn.ts'], { cwd: root });
  } catch (error) {
    // A file over its size budget fails the build, but is there and works.
    if (!isFresh()) throw error;
  }
  return folder;
}

import { execFile } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const root = path.join(import.meta.dirname, '../../..');
const sources = ['packages/elements/src/**/*.ts', 'packages/sdk/src/**/*', 'scripts/build-cdn.ts', 'pnpm-lock.yaml'];

function newest(patterns: readonly string[]): number {
  const files = globSync([...patterns], { cwd: root, exclude: ['**/*.test.ts', '**/testkit/**'] });
  return Math.max(0, ...files.map((file) => statSync(path.join(root, file)).mtimeMs));
}

/** Where the widgets' files for browsers are, built anew when a source is younger than they are. */
export async function cdnFolder(): Promise<string> {
  const folder = path.join(root, 'packages/elements/dist/cdn');
  const mark = path.join(folder, 'sri.json');
  const fresh = existsSync(mark) && statSync(mark).mtimeMs > newest(sources);
  if (!fresh) {
    console.log('Đang dựng các tiện ích cho trình duyệt…');
    await promisify(execFile)(process.execPath, ['scripts/build-cdn.ts'], { cwd: root });
  }
  return folder;
}

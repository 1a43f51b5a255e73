/** Checks each package as it is published. */
import { existsSync, globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { checkClientInstall } from './client-install.ts';
import { checkConsumer } from './consumer.ts';
import { entriesOf } from './entries.ts';
import { packAll } from './pack.ts';
import { root, run } from '../run.ts';

/**
 * Packs every package as it would be published and asks publint and attw what a consumer would meet; looks whether each module finds
 * what it imports, which neither of them does; and installs them.
 * @returns one line a fault
 */
export async function checkPackages(): Promise<string[]> {
  const faults: string[] = [];
  const tarballs = await packAll('.cache/packed');
  for (const [name, tarball] of Object.entries(tarballs)) {
    const { messages, pkg } = await publint({
      pack: { tarball: toArrayBuffer(await readFile(tarball)) },
      level: 'warning',
      strict: true,
    });
    if (gunzipSync(await readFile(tarball)).includes('@dvk/demo'))
      faults.push(`${name}: a published file mentions @dvk/demo, which is not published`);
    faults.push(...messages.map((message) => `${name}: ${formatMessage(message, pkg, { color: false })}`));
    const types = await run('attw', [
      tarball,
      '--profile',
      'esm-only',
      '--format',
      'ascii',
      '--no-emoji',
      // Of wildcards it would say that it cannot look at them.
      '--entrypoints',
      ...entriesOf(name),
    ]);
    if (types.code !== 0) faults.push(`${name}: ${types.output}`);
    faults.push(...(await deadImports(path.join(root, 'packages', name, 'dist'))));
  }
  if (faults.length > 0) return faults;
  return [...(await checkClientInstall(tarballs['sdk']!)), ...(await checkConsumer(tarballs))];
}

/**
 * Relative imports that lead nowhere. tsc 6.0.3 rewrites the `.ts` of `import('./x.ts')` to `.js`, but not in a module with decorators:
 * there a bundler, and a browser without one, would look for a file that is not in `dist`.
 */
async function deadImports(dist: string): Promise<string[]> {
  const faults: string[] = [];
  for (const file of globSync('**/*.js', { cwd: dist, exclude: ['cdn/**'] })) {
    const code = await readFile(path.join(dist, file), 'utf8');
    for (const [, asked] of code.matchAll(/\b(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g)) {
      const target = path.resolve(dist, path.dirname(file), asked!);
      if (!existsSync(target)) faults.push(`${path.relative(root, path.join(dist, file))}: '${asked}' is not there`);
    }
  }
  return faults;
}

function toArrayBuffer(buffer: Buffer): ArrayBuffer {
  return buffer.buffer.slice(buffer.byteOffset, buffer.byteOffset + buffer.byteLength) as ArrayBuffer;
}

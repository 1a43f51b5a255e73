import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { root, run } from '../run.ts';

export const packageNames = ['sdk', 'documents', 'server', 'elements'] as const;

/**
 * Packs every built package as it would be published.
 * @param folder of the tarballs, relative to the workspace; emptied first
 * @returns where each tarball lies, by the package's name without scope
 */
export async function packAll(folder: string): Promise<Record<string, string>> {
  const home = path.join(root, folder);
  await rm(home, { recursive: true, force: true });
  await mkdir(home, { recursive: true });
  const tarballs: Record<string, string> = {};
  for (const name of packageNames) {
    const tarball = path.join(home, `dvk-${name}.tgz`);
    // Built already: `prepack` is for whoever packs a clean clone.
    const options = ['--dir', `packages/${name}`, 'pack', '--config.ignore-scripts=true', '--out', tarball];
    const { code, output } = await run('npx', ['-y', 'pnpm@12', ...options]);
    if (code !== 0) throw new Error(`${name}: ${output}`);
    tarballs[name] = tarball;
  }
  return tarballs;
}

import { globSync, statSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root, run } from '../run.ts';

/**
 * What somebody may install who only calls the API, in MB: `@dvk/sdk` with its sources and maps, 7.4, and zod, 6.3, are most of it. What reads
 * and writes files of other programs belongs into `@dvk/documents`.
 */
const most = 18.5;

/**
 * Installs the packed SDK with npm into a project of its own and weighs it.
 * @returns one line a fault
 */
export async function checkClientInstall(sdk: string): Promise<string[]> {
  const home = path.join(root, '.cache/client');
  await rm(home, { recursive: true, force: true });
  await mkdir(home, { recursive: true });
  await writeFile(path.join(home, 'package.json'), '{ "private": true }');
  const { code, output } = await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', sdk], {
    cwd: home,
  });
  if (code !== 0) return [`client install: ${output}`];
  const files = globSync('node_modules/**/*', { cwd: home }).map((file) => statSync(path.join(home, file)));
  const size = files.reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0) / 1e6;
  return size > most ? [`@dvk/sdk installs ${size.toFixed(1)} MB, which is more than ${most}`] : [];
}

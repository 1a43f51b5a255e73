import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from './run.ts';

/**
 * Holds every import – of types, too – against the rules of `.dependency-cruiser.js`.
 * @param base the folder that `packages`, `stories`, `examples` and `scripts` stand in
 * @returns what is wrong, line by line; none if all is well
 */
export function checkAreas(base = root): string[] {
  const folders = ['packages', 'stories', 'examples', 'scripts'].filter((name) => existsSync(path.join(base, name)));
  const { status, stdout, stderr } = spawnSync(
    path.join(root, 'node_modules/.bin/depcruise'),
    ['--config', path.join(root, '.dependency-cruiser.js'), '--output-type', 'err-long', ...folders],
    { cwd: base, encoding: 'utf8' },
  );
  return status === 0 ? [] : `${stdout}${stderr}`.trim().split('\n');
}

/** `pnpm tarballs`: builds the packages and packs them into `tarballs/`, to be installed from there. */
import path from 'node:path';
import { packAll } from './lib/packages/pack.ts';
import { root, run } from './lib/run.ts';

const { code } = await run(process.execPath, ['scripts/build.ts'], { show: true });
if (code !== 0) process.exit(code);
for (const file of Object.values(await packAll('tarballs'))) console.log(path.relative(root, file));

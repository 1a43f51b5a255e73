/**
 * The files for pages without a bundler, in `packages/elements/dist/cdn/`. Each `dvk*.js` holds everything it needs and
 * defines its tags; only the names of places (`places*.js`) and the counting of a scorecard (`scoring.js`) come when
 * somebody needs them.
 *
 * - `dvk.js`: the three main widgets · `dvk-<name>.js`: one widget; in Vietnamese
 * - `dvk-en.js`, `dvk-<name>-en.js`: the same in Vietnamese and English
 * - `sri.json`: the integrity of each file · `import-map.html`: a snippet that makes browsers check the loaded-on-demand
 *   files too, with the hash a strict policy needs for it
 *
 * Prints the size of each. Fails when the main file is over its budget.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { importMap } from '../packages/elements/bin/import-map.js';
import { budgets, bundle, elements, files, gzipKB, publish } from './lib/cdn.ts';

const out = path.join(elements, 'dist/cdn');

await rm(out, { recursive: true, force: true });
for (const [name, source] of Object.entries(files)) {
  for (const file of await bundle(name, source)) {
    await publish(out, { [file.name]: file.code, [`${file.name}.map`]: file.map });
  }
}

const built = (await readdir(out)).filter((file) => file.endsWith('.js')).sort();
const integrity: Record<string, string> = {};
const over: string[] = [];
for (const file of built) {
  const bytes = await readFile(path.join(out, file));
  integrity[file] = `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
  const size = gzipKB(bytes);
  console.log(`${file.padEnd(28)} ${size.toFixed(1).padStart(6)} KB gzip`);
  if (file === 'dvk.js' && size > budgets.main) over.push(`${file}: ${size.toFixed(1)} KB is over ${budgets.main} KB`);
}

// The keys of an import map are addresses; `dvk-elements import-map` writes it for others.
await publish(out, { 'import-map.html': importMap(integrity, '/dvk/') });
await publish(out, { 'sri.json': `${JSON.stringify(integrity, null, 2)}\n` });

if (over.length > 0) {
  console.error(over.join('\n'));
  process.exitCode = 1;
}

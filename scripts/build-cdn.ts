/**
 * The files for pages without a bundler, in `packages/elements/dist/cdn/`.
 *
 * - `dvk.js`: the three main widgets · `dvk-<name>.js`: one widget · `dvk-fields.js`: the fields; in Vietnamese
 * - `dvk-en.js`, `dvk-<name>-en.js`: the same in Vietnamese and English
 * - `parts/`: what these load, at once or when somebody needs it; never named by a page, so that the hash in their names may change
 * - `reserve.css`, `paper.css`: room for the widgets on the page, and the sheet they print on
 * - `index.html`, `trang/`, `office.css`, `office.js`: pages with every widget, for where there is no portal yet
 * - `sri.json`: the integrity of each file · `parts.json`: the parts that each file loads at once · `import-map.html`: a
 *   snippet that makes browsers fetch these at once and check all files, with the hash a strict policy needs for it
 *
 * Prints the size of each. Fails when the main file is over its budget.
 */
import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { importMap } from '../packages/elements/bin/import-map.js';
import { budgets } from './lib/cdn/budgets.ts';
import { buildFiles, elements, gzipKB, publish } from './lib/cdn/index.ts';
import { buildOfficePages } from './lib/cdn/office-pages.ts';
import { weigh } from './lib/cdn/weigh.ts';

const out = path.join(elements, 'dist/cdn');
const built = (await buildFiles()).sort((a, b) => (a.name < b.name ? -1 : 1));

await rm(out, { recursive: true, force: true });
for (const { name, code, map } of built) {
  await publish(out, { [name]: code, [`${name}.map`]: map });
  console.log(`${name.padEnd(40)} ${gzipKB(code).toFixed(1).padStart(6)} KB gzip`);
}

const styles = await Promise.all(
  ['paper.css', 'reserve.css'].map(async (name) => ({
    name,
    code: await readFile(path.join(elements, 'page-styles', name), 'utf8'),
  })),
);
for (const { name, code } of styles) await publish(out, { [name]: code });

await publish(out, buildOfficePages());
for (const name of ['office.css', 'office.js'])
  await publish(out, { [name]: await readFile(path.join(elements, 'page-styles', name), 'utf8') });

const integrity = Object.fromEntries(
  [...built, ...styles].map(({ name, code }) => [name, `sha384-${createHash('sha384').update(code).digest('base64')}`]),
);
const parts = Object.fromEntries(
  built.filter(({ name }) => !name.startsWith('parts/')).map(({ name, imports }) => [name, imports]),
);
await publish(out, { 'parts.json': `${JSON.stringify(parts, null, 2)}\n` });
// The keys of an import map are addresses; `dvk-elements import-map` writes it for others.
await publish(out, { 'import-map.html': importMap({ integrity, parts }, '/dvk/') });
await publish(out, { 'sri.json': `${JSON.stringify(integrity, null, 2)}\n` });

const { size } = weigh(built, 'dvk.js');
if (size > budgets.main) {
  console.error(`dvk.js and its parts: ${size.toFixed(1)} KB is over ${budgets.main} KB`);
  process.exitCode = 1;
}

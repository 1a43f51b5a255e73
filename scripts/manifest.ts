/** Writes into `packages/elements/dist` what editors and catalogues read of the elements: from their types and comments. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { vsCodeCss, vsCodeHtml, webTypes } from './lib/manifest/editors.ts';
import { elementsOf, readManifest } from './lib/manifest/manifest.ts';
import { root } from './lib/run.ts';

const home = path.join(root, 'packages/elements');
const manifest = await readManifest();
const about = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')) as { name: string; version: string };
const files = {
  'custom-elements.json': manifest,
  'web-types.json': webTypes(manifest, about),
  'vscode.html-custom-data.json': vsCodeHtml(manifest),
  'vscode.css-custom-data.json': vsCodeCss(manifest),
};
for (const [name, content] of Object.entries(files))
  writeFileSync(path.join(home, 'dist', name), JSON.stringify(content, null, 1));
console.log(`${elementsOf(manifest).length} elements described`);

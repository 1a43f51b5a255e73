/** Writes `packages/elements/dist/custom-elements.json` from the comments of the elements: editors and catalogues read it. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root, run } from './lib/run.ts';

const elements = path.join(root, 'packages/elements');
const { code, output } = await run('cem', [
  'analyze',
  '--config',
  'packages/elements/custom-elements-manifest.config.js',
]);
if (code !== 0) {
  console.error(output);
  process.exit(1);
}
interface Member {
  name: string;
  static?: boolean;
  default?: string;
  privacy?: string;
}
interface Declaration {
  name: string;
  tagName?: string;
  customElement?: boolean;
  members?: Member[];
}
interface Manifest {
  modules: { declarations?: Declaration[] }[];
}

const file = path.join(elements, 'dist/custom-elements.json');
const manifest = JSON.parse(await readFile(file, 'utf8')) as Manifest;
let described = 0;
for (const declaration of manifest.modules.flatMap(({ declarations = [] }) => declarations)) {
  // The tag stands in a static field and not in a decorator, because a class must be usable without defining it.
  const tag = declaration.members
    ?.find((member) => member.static && member.name === 'tag')
    ?.default?.replaceAll("'", '');
  if (tag) {
    declaration.tagName = tag;
    declaration.customElement = true;
    described += 1;
  }
  declaration.members =
    declaration.members?.filter(({ name, privacy }) => privacy !== 'private' && !name.startsWith('#')) ?? [];
}
if (described === 0) throw new Error('no element was found');
await writeFile(file, JSON.stringify(manifest, null, 1));
console.log(`${described} elements described`);

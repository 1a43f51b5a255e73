/**
 * The files for pages without a bundler, in `packages/elements/dist/cdn/`. Each `dvk*.js` holds everything it needs and
 * defines its tags; only the names of places (`places*.js`) come when somebody needs them.
 *
 * - `dvk.js`: the three main widgets in Vietnamese · `dvk-en.js`: the same in Vietnamese and English
 * - `dvk-<name>.js`: one widget
 * - `sri.json`: the integrity of each file · `import-map.html`: a snippet that makes browsers check the loaded-on-demand
 *   files too, with the hash a strict policy needs for it
 *
 * Prints the size of each. Fails when the main file is over its budget.
 */
import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Plugin } from 'vite';
import { root } from './lib/run.ts';

const elements = path.join(root, 'packages/elements');
const out = path.join(elements, 'dist/cdn');

/** The widgets of the main file; any other is a file of its own. */
const main = ['model-registration', 'scorecard', 'complaint-tracker'];
/** KB of gzip, KB = 1024 bytes. */
const mainBudget = 55;

const widgets = globSync('src/*/define.ts', { cwd: elements })
  .map((file) => path.basename(path.dirname(file)))
  .filter((name) => name !== 'internal' && name !== 'context' && !name.endsWith('-field'))
  .sort();
const inMain = widgets.filter((name) => main.includes(name));

/** Source of a file: the context first, so that it is there before the widgets ask for it. */
function entry(names: readonly string[], ...more: string[]): string {
  const modules = ['./src/context', ...names.map((name) => `./src/${name}`)];
  const lines = modules.flatMap((folder) => {
    const name = path.basename(folder);
    return [`import '${folder}/define.ts';`, `export * from '${folder}/dvk-${name}.ts';`];
  });
  return [...lines, ...more].join('\n');
}

const files: Record<string, string> = {
  dvk: entry(inMain),
  'dvk-en': entry(inMain, `import './src/locale/en.ts';`),
  ...Object.fromEntries(widgets.map((name) => [`dvk-${name}`, entry([name])])),
  places: `export * from './src/place-field/place-source.ts';`,
};

/** Serves the source of a file, and points its place fields to the one `places.js`. */
function entryPlugin(name: string, source: string): Plugin {
  const id = path.join(elements, `${name}.entry.ts`);
  return {
    name: 'cdn-entry',
    enforce: 'pre',
    resolveId(asked) {
      if (asked === id) return id;
      if (name !== 'places' && asked.endsWith('/place-source.ts')) return { id: './places.js', external: true };
      return undefined;
    },
    load: (asked) => (asked === id ? source : undefined),
  };
}

async function bundle(name: string, source: string): Promise<void> {
  await build({
    root: elements,
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [entryPlugin(name, source)],
    build: {
      outDir: out,
      emptyOutDir: false,
      target: 'es2022',
      modulePreload: false,
      sourcemap: true,
      rolldownOptions: {
        input: { [name]: path.join(elements, `${name}.entry.ts`) },
        preserveEntrySignatures: 'strict',
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: ({ name: chunk }) => `places-${chunk.replace('bundled-', '')}.js`,
          minify: true,
        },
      },
    },
  });
}

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
for (const [name, source] of Object.entries(files)) await bundle(name, source);

const built = (await readdir(out)).filter((file) => file.endsWith('.js')).sort();
const integrity: Record<string, string> = {};
const over: string[] = [];
for (const file of built) {
  const bytes = await readFile(path.join(out, file));
  integrity[file] = `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
  const size = gzipSync(bytes, { level: 9 }).length / 1024;
  console.log(`${file.padEnd(28)} ${size.toFixed(1).padStart(6)} KB gzip`);
  if (file === 'dvk.js' && size > mainBudget) over.push(`${file}: ${size.toFixed(1)} KB is over ${mainBudget} KB`);
}

// The keys of an import map are addresses: the snippet is for files served under /dvk/.
const map = JSON.stringify({ integrity: Object.fromEntries(built.map((file) => [`/dvk/${file}`, integrity[file]])) });
const policy = `sha256-${createHash('sha256').update(map).digest('base64')}`;
await writeFile(
  path.join(out, 'import-map.html'),
  `<!-- Before any module script. Policy: script-src 'self' '${policy}'. Files are served under /dvk/. -->
<script type="importmap">${map}</script>
<script type="module" src="/dvk/dvk.js"></script>
`,
);
await writeFile(path.join(out, 'sri.json'), `${JSON.stringify(integrity, null, 2)}\n`);

if (over.length > 0) {
  console.error(over.join('\n'));
  process.exitCode = 1;
}

/** What the files for pages without a bundler are made of, and how one is built. */
import { globSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { minifyHTMLLiterals } from 'minify-literals';
import { build, type Plugin, type Rolldown } from 'vite';
import { root } from './run.ts';

export const elements = path.join(root, 'packages/elements');

/** Every widget with a file of its own. */
export const widgets = globSync('src/*/define.ts', { cwd: elements })
  .map((file) => path.basename(path.dirname(file)))
  .filter((name) => name !== 'internal' && name !== 'context' && !name.endsWith('-field'))
  .sort();

/** The widgets of the main file. */
export const mainWidgets = ['model-registration', 'scorecard', 'complaint-tracker'];

/** KB of gzip, KB = 1024 bytes: the main file, what a further widget adds to it, and what is loaded on demand. */
export const budgets = {
  main: 68,
  further: 12,
  onDemand: {
    'places.js': { what: 'the search for a place', budget: 6.8 },
    'places-communes.js': { what: 'provinces and communes of today', budget: 28.5 },
    'places-former.js': { what: 'names and codes of before', budget: 106 },
    'scoring.js': { what: 'points, band and explanations of a scorecard', budget: 11.5 },
    'list-kit.js': { what: 'the list of a desk: table, states, filters, keys, selection', budget: 20 },
    'list-bulk.js': { what: 'one step for several records, with a result for each', budget: 17 },
    'list-export.js': { what: 'a list as an Excel or CSV file', budget: 7 },
    'photos.js': { what: 'making photos smaller, in a worker of the same file', budget: 1.6 },
    'brand-sheet.js': { what: 'the colours for a brand', budget: 2.5 },
  } as Readonly<Record<string, { what: string; budget: number }>>,
};

/** Files that all others share and load when somebody needs them, each with the module it is made of. */
export const onDemand: Readonly<Record<string, string>> = {
  places: './src/place-field/place-source.ts',
  scoring: './src/scorecard/scoring.ts',
  'list-kit': './src/list/list-kit.ts',
  'list-bulk': './src/list/list-bulk.ts',
  'list-export': './src/list/list-export.ts',
  photos: './src/file-field/scale-photo.ts',
  'brand-sheet': './src/context/brand-sheet.ts',
};

/** Source of a file: the context first, so that it is there before the widgets ask for it. */
export function sourceOf(names: readonly string[], ...more: string[]): string {
  const modules = ['./src/context', ...names.map((name) => `./src/${name}`)];
  const lines = modules.flatMap((folder) => {
    const name = path.basename(folder);
    return [`import '${folder}/define.ts';`, `export * from '${folder}/dvk-${name}.ts';`];
  });
  return [...lines, ...more].join('\n');
}

/** The source of every file, by its name: the widgets in Vietnamese, the same with English, and what they share. */
export const files: Readonly<Record<string, string>> = Object.fromEntries([
  ...[['dvk', mainWidgets] as const, ...widgets.map((name) => [`dvk-${name}`, [name]] as const)].flatMap(
    ([name, names]) => [
      [name, sourceOf(names)],
      [`${name}-en`, sourceOf(names, `import './src/en.ts';`)],
    ],
  ),
  ...Object.entries(onDemand).map(([name, module]) => [name, `export * from '${module}';`]),
]);

/** Serves the source of a file, and points it to the files that are loaded on demand. */
function entryPlugin(name: string, source: string): Plugin {
  const id = path.join(elements, `${name}.entry.ts`);
  return {
    name: 'cdn-entry',
    enforce: 'pre',
    resolveId(asked) {
      if (asked === id) return id;
      const shared = Object.keys(onDemand).find((file) => path.basename(onDemand[file]!) === path.basename(asked));
      return shared && shared !== name ? { id: `./${shared}.js`, external: true } : undefined;
    },
    load: (asked) => (asked === id ? source : undefined),
  };
}

/** Minifies `html` and `css` templates, where a minifier of JavaScript does not look; white space that is seen stays. */
const templatesPlugin: Plugin = {
  name: 'cdn-templates',
  enforce: 'pre',
  transform: (code, id) =>
    /[\\/]packages[\\/]elements[\\/]src[\\/].*\.ts$/.test(id)
      ? minifyHTMLLiterals(code, {
          fileName: id,
          html: { conservativeCollapse: true, removeEmptyAttributes: false, removeDefaultTypeAttributes: false },
        })
      : undefined,
};

/** One file of a bundle. */
export interface Built {
  name: string;
  code: string;
  map: string;
}

/** Builds one file with everything it needs, and the chunks it loads on demand. */
export async function bundle(name: string, source: string): Promise<Built[]> {
  const [result] = (await build({
    root: elements,
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [entryPlugin(name, source), templatesPlugin],
    build: {
      write: false,
      target: 'es2022',
      sourcemap: true,
      // A library, so that vite adds nothing of its own. It would then leave white space, so the bundler minifies.
      lib: { entry: { [name]: path.join(elements, `${name}.entry.ts`) }, formats: ['es'] },
      rolldownOptions: {
        output: {
          minify: true,
          entryFileNames: '[name].js',
          chunkFileNames: ({ name: chunk }) => `places-${chunk.replace('bundled-', '')}.js`,
        },
      },
    },
  })) as Rolldown.RolldownOutput[];
  return result!.output
    .filter((part) => part.type === 'chunk')
    .map(({ fileName, code, map }) => ({ name: fileName, code, map: JSON.stringify(map) }));
}

/** KB of gzip, KB = 1024 bytes. */
export function gzipKB(content: string | Uint8Array): number {
  return gzipSync(content, { level: 9 }).length / 1024;
}

/**
 * Writes files that a web server will read as another user, with the folders above them: everybody may read them, whatever
 * the umask of whoever builds.
 */
export async function publish(folder: string, contents: Readonly<Record<string, string>>): Promise<void> {
  const own = process.umask(0o022);
  try {
    await mkdir(folder, { recursive: true });
    for (const [name, text] of Object.entries(contents)) await writeFile(path.join(folder, name), text);
  } finally {
    process.umask(own);
  }
}

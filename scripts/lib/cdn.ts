/** What the files for pages without a bundler are made of, and how one is built. */
import { globSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { transform } from 'esbuild';
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

/** KB of gzip, KB = 1024 bytes: the main file, and what a further widget adds to it. */
export const budgets = { main: 55, further: 12 };

/** The file on which places are loaded when somebody needs them. */
export const placesEntry = `export * from './src/place-field/place-source.ts';`;

/** Source of a file: the context first, so that it is there before the widgets ask for it. */
export function sourceOf(names: readonly string[], ...more: string[]): string {
  const modules = ['./src/context', ...names.map((name) => `./src/${name}`)];
  const lines = modules.flatMap((folder) => {
    const name = path.basename(folder);
    return [`import '${folder}/define.ts';`, `export * from '${folder}/dvk-${name}.ts';`];
  });
  return [...lines, ...more].join('\n');
}

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

/**
 * Takes out of our templates what only makes them readable: indentation, and in styles also comments and spaces. No template
 * holds text whose lines matter: `white-space: pre-wrap` is on elements that hold data alone.
 */
const templates: Plugin = {
  name: 'cdn-templates',
  transform(code, id) {
    if (!id.startsWith(`${elements}/src/`)) return undefined;
    const tight = code.replaceAll(/\n[ \t]+/g, '\n').replaceAll(/\bcss`[^`]*`/g, (styles) =>
      styles
        .replaceAll(/\/\*[^]*?\*\//g, '')
        .replaceAll(/\s+/g, ' ')
        .replaceAll(/ ?([{};,>]) ?/g, '$1')
        .replaceAll(': ', ':')
        .replaceAll(';}', '}')
        .replaceAll(/(?<=[ :(,-])0\.(?=\d)/g, '.'),
    );
    return { code: tight, map: null };
  },
};

/** Before terser: each of the two finds what the other misses. */
const shorter: Plugin = {
  name: 'cdn-shorter',
  async renderChunk(code) {
    const { code: short, map } = await transform(code, {
      minify: true,
      format: 'esm',
      target: 'es2022',
      sourcemap: true,
    });
    return { code: short, map };
  },
};

/** Builds one file with everything it needs; the chunks in memory, or in `outDir` when given. */
export async function bundle(name: string, source: string, outDir?: string): Promise<Rolldown.OutputChunk[]> {
  const result = (await build({
    root: elements,
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [entryPlugin(name, source), templates, shorter],
    build: {
      ...(outDir ? { outDir } : { write: false }),
      emptyOutDir: false,
      target: 'es2022',
      modulePreload: false,
      sourcemap: outDir !== undefined,
      minify: 'terser',
      terserOptions: { module: true, ecma: 2020, compress: { passes: 3, unsafe_arrows: true } },
      rolldownOptions: {
        input: { [name]: path.join(elements, `${name}.entry.ts`) },
        preserveEntrySignatures: 'strict',
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: ({ name: chunk }) => `places-${chunk.replace('bundled-', '')}.js`,
        },
      },
    },
  })) as Rolldown.RolldownOutput;
  return result.output.filter((part) => part.type === 'chunk');
}

/** KB of gzip, KB = 1024 bytes. */
export function gzipKB(content: string | Uint8Array): number {
  return gzipSync(content, { level: 9 }).length / 1024;
}

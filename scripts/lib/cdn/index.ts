/** Builds the files for pages without a bundler. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Plugin, type Rolldown } from 'vite';
import { catalogueOf } from '../generate/element-lists.ts';
import { elements, files, mainWidgets, sharedParts, sourceOf, widgets } from './files.ts';
import { fetchedBeforeImport, fetchFiles, minifiedTemplates, virtualFile, virtualFiles } from './plugins.ts';
import { withImports } from './with-imports.ts';

export { elements, files, mainWidgets, widgets } from './files.ts';

/** Bundles modules that stand in no file into chunks that they share. */
async function bundle(
  sources: Readonly<Record<string, string>>,
  plugins: Plugin[],
  output: Rolldown.OutputOptions,
): Promise<Rolldown.OutputChunk[]> {
  const [result] = (await build({
    root: elements,
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [virtualFiles(sources), ...plugins],
    build: {
      write: false,
      target: 'es2022',
      sourcemap: true,
      // A library, so that vite adds nothing of its own. It would then leave white space, so the bundler minifies.
      lib: {
        entry: Object.fromEntries(Object.keys(sources).map((name) => [name, virtualFile(name)])),
        formats: ['es'],
      },
      rolldownOptions: { output },
    },
  })) as Rolldown.RolldownOutput[];
  return result!.output.filter((part) => part.type === 'chunk');
}

/** What a trial has found out. */
interface Division {
  /** The part of each module; those that are only loaded on demand have none. */
  parts: ReadonlyMap<string, string>;
  /** The catalogues of texts that each widget may show, also on demand. */
  catalogues: ReadonlyMap<string, readonly string[]>;
}

/**
 * Divides the modules among parts: each belongs to the first shared part that needs it, or else to the widget that needs it. What
 * else several widgets need is in the core if a widget of the main file is one of them – among the forms, if all of them have
 * forms –, and otherwise in a part that pages of the main file do not load: one for the desks, if they alone need it at once, and one for all.
 */
async function divide(): Promise<Division> {
  const sources = { ...sharedParts, ...Object.fromEntries(widgets.map((name) => [name, sourceOf([name])])) };
  const importers = new Map<string, readonly string[]>();
  const noteImporters: Plugin = {
    name: 'cdn-importers',
    buildEnd() {
      for (const id of this.getModuleIds()) importers.set(id, this.getModuleInfo(id)!.importers);
    },
  };
  const chunks = await bundle(sources, [noteImporters], {});
  const modulesOf = (some: readonly Rolldown.OutputChunk[]) =>
    some.flatMap(({ modules }) => Object.keys(modules).filter((id) => modules[id]!.renderedLength > 0));
  /** Who needs each module at once, and who at all. */
  const atOnce = new Map<string, string[]>([[fetchFiles, ['core']]]);
  const users = new Map(atOnce);
  const catalogues = new Map<string, string[]>();
  for (const name of Object.keys(sources)) {
    const loaded = withImports(
      chunks.find((chunk) => chunk.isEntry && chunk.name === name)!,
      chunks,
    );
    const onDemand = loaded
      .flatMap(({ dynamicImports }) => chunks.filter((each) => dynamicImports.includes(each.fileName)))
      .flatMap((chunk) => withImports(chunk, chunks));
    const all = modulesOf([...new Set([...loaded, ...onDemand])]);
    for (const id of all) users.set(id, [...(users.get(id) ?? []), name]);
    for (const id of modulesOf(loaded)) atOnce.set(id, [...(atOnce.get(id) ?? []), name]);
    catalogues.set(
      name,
      all.filter((id) => id.endsWith('/vi.ts')),
    );
  }
  const formParts = ['forms', 'fields'];
  const isForm = (id: string) => formParts.includes(atOnce.get(id)![0]!) && id.startsWith(path.join(elements, 'src'));
  const withForms = new Set([...atOnce.keys()].filter(isForm).flatMap((id) => atOnce.get(id)!));
  const ofLists = [...atOnce.values()].filter(([first]) => first === 'lists');
  const withLists = new Set(ofLists.flat());
  const isField = (id: string) => importers.get(id)!.some((each) => each.endsWith('-field/define.ts'));
  const isOfField = (id: string): boolean =>
    isField(id) || importers.get(id)!.every((each) => atOnce.get(each)?.[0] === 'fields');
  const partOf = (id: string): string => {
    const names = atOnce.get(id)!;
    const first = names[0]!;
    // What a form has in common with a widget that has none must not bring the forms along.
    if (formParts.includes(first) && !names.every((name) => name in sharedParts || withForms.has(name))) return 'core';
    const isMain = names.some((name) => mainWidgets.includes(name));
    // Nor must what others import beside a field, e.g. an icon or how a date is written, bring all the fields along.
    if (first === 'fields') return isMain ? 'forms' : isOfField(id) ? first : 'contract';
    if (first in sharedParts) return first;
    if (isMain && names.length === 1) return first;
    if (isMain) return names.every((name) => withForms.has(name)) ? 'forms' : 'core';
    if (users.get(id)!.length === 1) return first;
    // What desks have in common, such as the frame of an open record, is nothing for a form.
    return names.every((name) => withLists.has(name)) ? 'desks' : 'further';
  };
  return { parts: new Map([...atOnce.keys()].map((id) => [id, partOf(id)])), catalogues };
}

/**
 * Parts that the main file does not load at once: their texts are parts of their own, or else the English of a page would bring
 * them along.
 */
const withTexts = ['fields', 'contract', 'desks', 'further'];

/** Source of the English of catalogues, which registers itself. */
function englishSource(catalogues: readonly string[]): string {
  const lines = catalogues.flatMap((vietnamese, at) => {
    const folder = path.dirname(vietnamese);
    const name = catalogueOf(folder);
    return [
      `import { ${name} as vi${at} } from '${folder}/vi.ts';`,
      `import { ${name} as en${at} } from '${folder}/en.ts';`,
      `translate('en', vi${at}, en${at});`,
    ];
  });
  return [`import { translate } from './src/locale/controller.ts';`, ...lines].join('\n');
}

/** One file of the build. */
export interface Built {
  /** From the folder: `dvk.js`, `parts/core-1a2b3c4d.js`. */
  name: string;
  /** Its name without folder, hash and ending. */
  title: string;
  code: string;
  map: string;
  /** All files it imports, directly or not. */
  imports: readonly string[];
  /** Whether it is loaded only when somebody needs it. */
  onDemand: boolean;
}

/** Builds every file at once, so that whatever files a page names, it loads what they share once. */
export async function buildFiles(): Promise<Built[]> {
  const { parts, catalogues } = await divide();
  /** The English of each part; that of what is loaded on demand stands with its widget. */
  const english = new Map<string, string[]>();
  const partOf = new Map(parts);
  const englishFiles = (folders: readonly string[]) =>
    new Set(
      folders.flatMap((folder) => catalogues.get(folder)!).map((id) => partOf.get(id.replace(/vi\.ts$/, 'en.ts'))!),
    );
  const uses = [...catalogues.values()].flat();
  for (const [widget, ids] of catalogues)
    for (const id of ids) {
      // What several widgets load on demand must not bring one of them along.
      const home = parts.get(id) ?? (uses.filter((each) => each === id).length > 1 ? 'on-demand' : widget);
      const part = `${home}-en`;
      const own = english.get(part) ?? [];
      english.set(part, own.includes(id) ? own : [...own, id]);
      partOf.set(id.replace(/vi\.ts$/, 'en.ts'), part).set(virtualFile(part), part);
      // A part of their own for texts that are loaded on demand, so that they bring no English along, nor English the fields.
      if (!parts.has(id) || withTexts.includes(home)) partOf.set(id, `${home}-texts`);
    }
  const sources = Object.entries(files).flatMap(([name, folders]) => [
    [name, sourceOf(folders)],
    [`${name}-en`, sourceOf(folders, ...[...englishFiles(folders)].map((part) => `import '${part}';`))],
  ]);
  const englishSources = [...english].map(([part, ids]) => [part, englishSource(ids)]);
  // What a part needs and has no part itself comes with it: those that others need have the first word.
  // A widget of the main file before the others, so that it never needs the part of one of those.
  const vietnamese = [
    ...new Set([...Object.keys(sharedParts), 'desks', 'further', 'on-demand', ...mainWidgets, ...widgets]),
  ];
  // These texts before the parts that need them.
  const names = [
    ...withTexts.map((name) => `${name}-texts`),
    ...['', '-texts', '-en'].flatMap((ending) => vietnamese.map((name) => name + ending)),
  ];
  const chunks = await bundle(
    Object.fromEntries(sources),
    [virtualFiles(Object.fromEntries(englishSources)), minifiedTemplates, fetchedBeforeImport],
    {
      minify: true,
      entryFileNames: '[name].js',
      // With a hash, so that no cache mixes two versions.
      chunkFileNames: 'parts/[name]-[hash].js',
      hashCharacters: 'base36',
      codeSplitting: {
        groups: names.map((name, at) => ({
          name,
          test: (id) => partOf.get(id) === name,
          priority: names.length - at,
        })),
      },
    },
  );
  return chunks.map((chunk) => ({
    name: chunk.fileName,
    title: chunk.name,
    code: withAllImports(chunk, chunks),
    map: JSON.stringify(chunk.map),
    imports: withImports(chunk, chunks)
      .slice(1)
      .map(({ fileName }) => fileName),
    onDemand: chunk.isDynamicEntry,
  }));
}

/** The code of a file that a page names imports all its parts itself, so that they are fetched at once and not one by one. */
function withAllImports(chunk: Rolldown.OutputChunk, chunks: readonly Rolldown.OutputChunk[]): string {
  if (!chunk.isEntry) return chunk.code;
  const others = withImports(chunk, chunks).filter((each) => each !== chunk && !chunk.imports.includes(each.fileName));
  return others.map(({ fileName }) => `import"./${fileName}";`).join('') + chunk.code;
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
    for (const [name, text] of Object.entries(contents)) {
      const file = path.join(folder, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text);
    }
  } finally {
    process.umask(own);
  }
}

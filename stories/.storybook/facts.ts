/** What an element is made of, read from its imports, and what it weighs, read from docs/size.md. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { customProperties } from '@dvk/elements/theme/properties';
import { root } from '../../scripts/lib/run.ts';

/** A file that a page loads for an element. */
export interface FileSize {
  file: string;
  what: string;
  /** KB, gzip. */
  size: number;
  /** Loaded only when somebody needs it. */
  isLate: boolean;
}

export interface Facts extends Inside {
  files: readonly FileSize[];
}

const source = path.join(root, 'packages/elements/src');

/** The modules that a module imports; types are gone when it is built. */
function importsOf(file: string): { late: boolean; file: string }[] {
  const text = readFileSync(file, 'utf8').replaceAll(/import type [^;]*;|typeof import\([^)]*\)/g, '');
  const found = text.matchAll(/(?:from |(import\())'(\.[^']+)'/g);
  return [...found].map(([, late, to]) => ({ late: Boolean(late), file: path.join(path.dirname(file), to!) }));
}

/** All that an element may load, and the names of those modules that come on demand. */
function loadedBy(entry: string): { modules: ReadonlySet<string>; late: ReadonlySet<string> } {
  const modules = new Set([entry]);
  const late = new Set<string>();
  // A set goes on with what is added meanwhile.
  for (const module of modules)
    for (const each of importsOf(module)) {
      modules.add(each.file);
      if (each.late) late.add(path.basename(each.file, '.ts'));
    }
  return { modules, late };
}

/** What is inside of what: the tags of elements, and modules of `parts` by their names; `list` and `drawings` for those folders. */
interface Inside {
  elements: readonly string[];
  parts: readonly string[];
}

function insideOf(modules: Iterable<string>): Inside {
  const paths = [...modules].map((file) => path.relative(source, file).replaceAll('\\', '/'));
  const named = (pattern: RegExp) => paths.flatMap((file) => pattern.exec(file)?.[1] ?? []);
  return {
    elements: named(/\/(dvk-[\w-]+)\.ts$/),
    parts: [...new Set([...named(/^parts\/([\w-]+)\.ts$/), ...named(/^(list|drawings)\//)])].sort(),
  };
}

/** What a part is made of: the other parts inside, and the tokens in its styles, by their public names. */
export interface PartFacts {
  parts: readonly string[];
  tokens: readonly string[];
}

const publicNames = new Set(customProperties.map(({ name }) => name));

function partFactsOf(part: string, files: readonly string[]): PartFacts {
  const used = files.flatMap((file) => [...loadedBy(file).modules]);
  const styles = files.map((file) => readFileSync(file, 'utf8')).join('');
  const tokens = [...styles.matchAll(/var\(--(?:_|dvk-)([\w-]+)/g)].flatMap(([, name]) =>
    [`--dvk-${name}`, `--dvk-color-${name}`].filter((each) => publicNames.has(each)),
  );
  return {
    parts: insideOf(used).parts.filter((each) => each !== part),
    tokens: customProperties.map(({ name }) => name).filter((name) => tokens.includes(name)),
  };
}

/** The modules of `parts`, and the folders that are one part. */
function allParts(): Record<string, PartFacts> {
  const filesIn = (folder: string) =>
    globSync(`${folder}/*.ts`, { cwd: source })
      .filter((file) => !/\.(?:test|bench)\.ts$/.test(file))
      .map((file) => path.join(source, file));
  const modules = filesIn('parts').map((file) => [path.basename(file, '.ts'), [file]] as const);
  const folders = ['list', 'drawings'].map((folder) => [folder, filesIn(folder)] as const);
  return Object.fromEntries([...modules, ...folders].map(([part, files]) => [part, partFactsOf(part, files)]));
}

/** The rows of docs/size.md: `file`, what it is, KB. */
function rows(): { label: string; file: string; what: string; size: number }[] {
  const text = readFileSync(path.join(root, 'docs/size.md'), 'utf8');
  return [...text.matchAll(/^\| (`([^`]+)`(.*?)) \| ([\d.]+) \|/gm)].map(([, label, file, what, size]) => ({
    label: label!,
    file: file!,
    what: what!.replace(/^[:,]? /, ''),
    size: Number(size),
  }));
}

function factsOf(entry: string): Facts {
  const { modules, late } = loadedBy(entry);
  const name = path.basename(path.dirname(entry));
  const main = name.endsWith('-field') ? 'dvk-fields.js' : `dvk-${name}.js`;
  const isFirst = (label: string, file: string) =>
    file === main || (file === 'dvk.js' && label.replaceAll(/[:,]/g, ' ').split(' ').includes(name));
  const all = rows();
  const files = [
    ...all.filter(({ label, file }) => isFirst(label, file)).map((row) => ({ ...row, isLate: false })),
    ...all.filter(({ file }) => late.has(file)).map((row) => ({ ...row, isLate: true })),
  ].map(({ file, what, size, isLate }) => ({ file, what, size, isLate }));
  const { elements, parts } = insideOf(modules);
  return { files, elements: elements.filter((tag) => tag !== `dvk-${name}`), parts };
}

/** The stories of a component, as the head of their file says. */
export interface Page {
  title: string;
  /** The tag, of an element. */
  component: string;
  /** What else they are about, as in {@link Facts.parts}. */
  modules: readonly string[];
}

/** What the files of stories in a folder are about. */
export function pagesIn(folder: 'widgets' | 'fields' | 'parts' | 'foundations'): Page[] {
  const cwd = path.join(root, 'stories/src', folder);
  return globSync('*.stories.ts', { cwd }).map((file) => {
    const text = readFileSync(path.join(cwd, file), 'utf8');
    const said = (pattern: RegExp) => pattern.exec(text)?.[1] ?? '';
    const modules = said(/modules: \[([^\]]*)\]/).matchAll(/'([^']+)'/g);
    return {
      title: said(/title: '([^']+)'/),
      component: said(/component: '([^']+)'/),
      modules: [...modules].map(([, name]) => name!),
    };
  });
}

/** Gives the preview these facts, by tag, and the pages of all components. */
export function factsPlugin(): Plugin {
  const id = 'virtual:component-facts';
  const facts = () =>
    globSync('*/dvk-*.ts', { cwd: source })
      .filter((file) => !file.endsWith('.test.ts'))
      .map((file) => [path.basename(file, '.ts'), factsOf(path.join(source, file))]);
  const pages = () => (['widgets', 'fields', 'parts', 'foundations'] as const).flatMap(pagesIn);
  const write = (name: string, value: unknown) => `export const ${name} = ${JSON.stringify(value)};`;
  return {
    name: 'component-facts',
    resolveId: (asked) => (asked === id ? `\0${id}` : undefined),
    load: (asked) =>
      asked === `\0${id}`
        ? write('facts', Object.fromEntries(facts())) + write('partFacts', allParts()) + write('pages', pages())
        : undefined,
  };
}

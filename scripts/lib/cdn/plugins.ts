/** What is done to the modules on their way into the files for pages without a bundler. */
import path from 'node:path';
import { minifyHTMLLiterals } from 'minify-literals';
import type { Plugin } from 'vite';
import { elements } from './files.ts';
import { withImports } from './with-imports.ts';

/** Where a module seems to stand that stands in no file. */
export const virtualFile = (name: string): string => path.join(elements, `${name}.virtual.ts`);

/** Serves modules that stand in no file, by their names. */
export function virtualFiles(sources: Readonly<Record<string, string>>): Plugin {
  const byId = new Map(Object.entries(sources).map(([name, source]) => [virtualFile(name), source]));
  return {
    name: 'cdn-virtual-files',
    enforce: 'pre',
    resolveId: (asked) => [asked, virtualFile(asked)].find((id) => byId.has(id)),
    load: (id) => byId.get(id),
  };
}

/** Minifies `html` and `css` templates, where a minifier of JavaScript does not look; white space that is seen stays. */
export const minifiedTemplates: Plugin = {
  name: 'cdn-templates',
  enforce: 'pre',
  transform: (code, id) =>
    /[\\/]packages[\\/]elements[\\/]src[\\/].*\.ts$/.test(id) && /\b(?:html|css|svg)`/.test(code)
      ? minifyHTMLLiterals(code, {
          fileName: id,
          html: {
            conservativeCollapse: true,
            // In a part of a drawing the slash alone says that a shape ends.
            keepClosingSlash: true,
            removeEmptyAttributes: false,
            removeDefaultTypeAttributes: false,
          },
        })
      : undefined,
};

/** The module that fetches the files of a part. */
export const fetchFiles = path.join(elements, 'src/internal/fetch-files.ts');

/**
 * Has the files of a part fetched, all at once, before it is imported: a browser remembers an import that has failed, so
 * that trying again would not help, and would fetch one file after the other.
 */
export const fetchedBeforeImport: Plugin = {
  name: 'cdn-fetched-before-import',
  enforce: 'post',
  transform(code, id) {
    if (!/[\\/]packages[\\/](?:elements|sdk)[\\/]src[\\/].*\.ts$/.test(id)) return undefined;
    const changed = code.replaceAll(
      /\bimport\((["'])(\.[^"']+)\1\)/g,
      (load) => `fetchFiles("files of the part", import.meta.url).then(() => ${load})`,
    );
    return changed === code ? undefined : `import { fetchFiles } from ${JSON.stringify(fetchFiles)};\n${changed}`;
  },
  renderChunk(code, chunk, _, { chunks }) {
    const known = withImports(chunk, Object.values(chunks)).map(({ fileName }) => fileName);
    return code.replaceAll(
      /"files of the part"(, import\.meta\.url\)\.then\(\(\) => import\("\.\/([^"]+)"\))/g,
      (_, load: string, file: string) => {
        const part = Object.values(chunks).find(({ fileName }) => path.posix.basename(fileName) === file)!;
        const needed = withImports(part, Object.values(chunks)).map(({ fileName }) => fileName);
        const files = needed.filter((name) => !known.includes(name)).map((name) => path.posix.basename(name));
        return JSON.stringify(files) + load;
      },
    );
  },
};

import { build } from 'esbuild';
import path from 'node:path';

/**
 * Serves the named packages as one module each: for test tools that are not published as modules a browser can load.
 * @param {string[]} names
 */
export function bundlePlugin(names) {
  const address = (name) => `/bundled/${name}.js`;
  return {
    name: 'bundle',
    resolveImport: ({ source }) => (names.includes(source) ? address(source) : undefined),
    async serve(context) {
      const name = names.find((one) => context.path === address(one));
      if (!name) return undefined;
      const { outputFiles } = await build({
        stdin: { contents: `export * from '${name}'`, resolveDir: path.join(import.meta.dirname, '..') },
        bundle: true,
        format: 'esm',
        platform: 'browser',
        write: false,
      });
      return { body: outputFiles[0].text, type: 'js' };
    },
  };
}

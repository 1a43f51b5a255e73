import { build } from 'esbuild';
import path from 'node:path';

/**
 * Serves the named packages as one module each: for what is not published as modules a browser can load as they are.
 * @param {RegExp} names
 */
export function bundlePlugin(names) {
  const prefix = '/bundled/';
  return {
    name: 'bundle',
    resolveImport({ source, context }) {
      if (!names.test(source)) return undefined;
      const importer = context.path.startsWith(prefix) ? '' : path.posix.dirname(context.path);
      return `${prefix}${encodeURIComponent(source)}.js?from=${encodeURIComponent(importer)}`;
    },
    async serve(context) {
      if (!context.path.startsWith(prefix)) return undefined;
      const name = decodeURIComponent(context.path.slice(prefix.length, -'.js'.length));
      const root = path.join(import.meta.dirname, '../../..');
      const { outputFiles } = await build({
        stdin: {
          contents: `export * from '${name}'; import * as all from '${name}'; export default all.default;`,
          resolveDir: path.join(root, String(context.query['from'] ?? '')),
        },
        bundle: true,
        format: 'esm',
        platform: 'browser',
        write: false,
        logLevel: 'error',
      });
      return { body: outputFiles[0].text, type: 'js' };
    },
  };
}

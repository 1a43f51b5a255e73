/** `pnpm docs`: builds the documentation site and serves it; `--build` only builds it, into `docs/site`. */
import path from 'node:path';
import { preview } from 'vite';
import { root, run } from './lib/run.ts';

const { code } = await run('typedoc', [], { show: true });
if (code !== 0) process.exit(code);
if (!process.argv.includes('--build')) {
  const server = await preview({ root: path.join(root, 'docs'), build: { outDir: 'site' }, preview: { port: 8090 } });
  server.printUrls();
}

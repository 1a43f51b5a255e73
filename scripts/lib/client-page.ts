/** The client in a page of a browser under a strict policy, before a server that misbehaves. */
import path from 'node:path';
import { build } from 'esbuild';
import type * as client from '../../packages/sdk/src/client/index.ts';
import type { FaultRow } from '../../packages/sdk/src/client/testkit/fault-matrix.ts';
import type { startFaultServer } from '../../packages/sdk/src/client/testkit/fault-server.ts';
import { text } from '../../packages/sdk/src/client/testkit/faults.ts';
import { root } from './run.ts';

declare global {
  var dvk: typeof client;
  var faultMatrix: readonly FaultRow[];
  var violations: string[];
}

/** What playwright and puppeteer have in common, as far as it is needed here. */
export interface Page {
  goto(url: string, options: { waitUntil: 'load' }): Promise<unknown>;
  evaluate<R, A>(run: (input: A) => R | Promise<R>, input: A): Promise<R>;
}

// Port 9 is where nothing listens: one row asks there.
const policy =
  "default-src 'none'; script-src 'self'; connect-src 'self' http://127.0.0.1:9; img-src data:; require-trusted-types-for 'script'";

/** Opens a page that has the client as `dvk` and the rows of the fault matrix. */
export async function openClientPage(page: Page, server: Awaited<ReturnType<typeof startFaultServer>>): Promise<void> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import * as client from './client/index.ts';
        import { faultMatrix } from './client/testkit/fault-matrix.ts';
        Object.assign(globalThis, { dvk: client, faultMatrix, violations: [] });
        addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective));`,
      resolveDir: path.join(root, 'packages/sdk/src'),
    },
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  const html = '<!doctype html><link rel="icon" href="data:,"><script type="module" src="client.js"></script>';
  server.script(
    text(html, 200, { 'content-type': 'text/html', 'content-security-policy': policy }),
    text(outputFiles[0]!.text, 200, { 'content-type': 'text/javascript' }),
  );
  await page.goto(server.url, { waitUntil: 'load' });
}

/** Runs one row of the matrix in the page; what it says when it fails. */
export function runRow(page: Page, index: number): Promise<string | undefined> {
  return page.evaluate(async (at) => {
    const control = async (name: string, steps?: object[]) => {
      const answer = await fetch(`/faults/${name}`, steps ? { method: 'POST', body: JSON.stringify(steps) } : {});
      return answer.json() as Promise<never>;
    };
    try {
      await faultMatrix[at]!.run({
        url: location.origin,
        script: (...steps) => control('script', steps),
        received: () => control('received'),
        arrival: () => control('arrival'),
      });
      return undefined;
    } catch (error) {
      return `${String(error)}\n${(error as Error).stack}`;
    }
  }, index);
}

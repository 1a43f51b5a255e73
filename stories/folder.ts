/**
 * Lets the built stories be opened from a folder, without a server: `out/index.html` in a browser. A page from a folder may load
 * neither modules nor data, so beside them the same lies as plain scripts; pages from a server do not load those.
 * Requests are answered inside the page there, see Mock Service Worker's own fallback.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

/** The paths of the modules that a page imports. */
function modulesOf(page: string): string[] {
  const inline = [...page.matchAll(/^\s*import '([^']+)';$/gm)];
  const linked = [...page.matchAll(/<script type="module"[^>]* src="([^"]+)"/g)];
  return [...inline, ...linked].map(([, address]) => address!);
}

/** One plain script of some modules and all that they import. */
async function bundle(out: string, modules: readonly string[], name: string): Promise<void> {
  await build({
    stdin: { contents: modules.map((address) => `import ${JSON.stringify(address)};`).join(''), resolveDir: out },
    outfile: path.join(out, 'plain', name),
    bundle: true,
    minifyWhitespace: true,
    format: 'iife',
    // Where the modules lie: pictures and fonts are found beside them.
    define: { 'import.meta.url': 'moduleAddress', 'import.meta.resolve': 'undefined' },
    banner: { js: "var moduleAddress = new URL('assets/module.js', document.baseURI).href;" },
    legalComments: 'none',
    logLevel: 'error',
  });
}

/** What `fetch('index.json')` answers: the list of the stories. */
const answerIndex = (index: string): string => `{
  const fetchOthers = window.fetch;
  const index = ${JSON.stringify(index)};
  window.fetch = (input, init) =>
    /(?:^|\\/)index\\.json(?:\\?|$)/.test(String(input))
      ? Promise.resolve(new Response(index, { headers: { 'content-type': 'application/json' } }))
      : fetchOthers(input, init);
}
`;

const scripts = (...names: string[]): string => {
  const tags = names.map((name) => `<script src="./plain/${name}"><\\/script>`).join('');
  return `<script>if (location.protocol === 'file:') document.write('${tags}');</script>`;
};

export async function makeOpenable(out: string): Promise<void> {
  const pages = { 'index.html': 'manager.js', 'iframe.html': 'preview.js' };
  for (const [page, script] of Object.entries(pages)) {
    const file = path.join(out, page);
    const text = await readFile(file, 'utf8');
    await bundle(out, modulesOf(text), script);
    const plain = text.replaceAll(' crossorigin', '').replace('</body>', `${scripts('index.js', script)}</body>`);
    await writeFile(file, plain);
  }
  await writeFile(path.join(out, 'plain/index.js'), answerIndex(await readFile(path.join(out, 'index.json'), 'utf8')));
}

if (import.meta.main) await makeOpenable(path.join(import.meta.dirname, 'out'));

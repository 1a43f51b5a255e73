/**
 * Lets the built stories be opened from a folder, without a server: `out/index.html` in a browser. In Chromium a page from a folder may
 * load neither modules nor data, so beside them the same lies as plain scripts. A page loads the modules or the scripts, never both:
 * Firefox would run the modules from a folder, too.
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

/** Runs what a page loads: from a folder the plain scripts, from a server what stood there. */
const either = (plain: readonly string[], modules: string): string => {
  const tags = plain.map((name) => `<script src="./plain/${name}"></script>`).join('');
  const literal = (text: string) => JSON.stringify(text).replaceAll('</', '<\\/');
  return `<script>document.write(location.protocol === 'file:' ? ${literal(tags)} : ${literal(modules)});</script>`;
};

const moduleTag = /<script type="module"[^>]*>[^]*?<\/script>/g;

export async function makeOpenable(out: string): Promise<void> {
  const pages = { 'index.html': 'manager.js', 'iframe.html': 'preview.js' };
  for (const [name, script] of Object.entries(pages)) {
    const file = path.join(out, name);
    const text = await readFile(file, 'utf8');
    await bundle(out, modulesOf(text), script);
    const tags = text.match(moduleTag) ?? [];
    const page = text.replaceAll(moduleTag, '').replaceAll(' crossorigin', '');
    await writeFile(
      file,
      page.replace('</body>', () => `${either(['index.js', script], tags.join(''))}</body>`),
    );
  }
  await writeFile(path.join(out, 'plain/index.js'), answerIndex(await readFile(path.join(out, 'index.json'), 'utf8')));
}

if (import.meta.main) await makeOpenable(path.join(import.meta.dirname, 'out'));

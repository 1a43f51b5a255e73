import { createHash } from 'node:crypto';

/**
 * A snippet that loads a file of `dist/cdn`, has the browser fetch the parts of it at once, and makes it check all of them, and
 * all that they load on demand, against their hashes.
 *
 * @param {object} files what the build says of them
 * @param {Readonly<Record<string, string>>} files.integrity hash of each file: `sri.json`
 * @param {Readonly<Record<string, readonly string[]>>} files.parts the parts that each file loads at once: `parts.json`
 * @param {string} address where the files lie: a path from the root of the site, `/portal/dvk/`, or a whole address
 * @param {string} file the one to load
 * @returns {string} HTML for the head of a page
 * @throws {Error} with a sentence for the caller, if the address or the file is none
 */
export function importMap({ integrity, parts }, address, file = 'dvk.js') {
  const site = 'https://site.invalid';
  const whole = /^https?:\/\//.test(address);
  if (!whole && !/^\/(?![/\\])/.test(address))
    throw new Error(`"${address}" is no address: give a path that begins with /, e.g. /portal/dvk/, or https://…`);
  const { origin, pathname } = new URL(address, site);
  const folder = (origin === site ? '' : origin) + pathname.replace(/\/*$/, '/');
  if (!Object.hasOwn(parts, file))
    throw new Error(`There is no "${file}". There are: ${Object.keys(parts).sort().join(', ')}`);
  const map = JSON.stringify({
    integrity: Object.fromEntries(
      Object.entries(integrity)
        .filter(([name]) => name.endsWith('.js'))
        .map(([name, hash]) => [folder + name, hash]),
    ),
  });
  const policy = `sha256-${createHash('sha256').update(map).digest('base64')}`;
  const sources = [whole ? origin : "'self'", `'${policy}'`].join(' ');
  const checked = (/** @type {string} */ name) => `integrity="${integrity[name]}"${whole ? ' crossorigin' : ''}`;
  const preloads = (parts[file] ?? [])
    .map((name) => `<link rel="modulepreload" href="${folder}${name}" ${checked(name)}>\n`)
    .join('');
  return `<!-- Before any module script. Policy: script-src ${sources}. Files are served under ${folder} -->
<script type="importmap">${map}</script>
${preloads}<script type="module" src="${folder}${file}" ${checked(file)}></script>
`;
}

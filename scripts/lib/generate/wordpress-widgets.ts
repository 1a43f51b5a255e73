/** The list of widgets in the WordPress plugin. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Package } from 'custom-elements-manifest';
import { widgets } from '../cdn/files.ts';
import { elementsOf } from '../manifest/manifest.ts';
import { root } from '../run.ts';

/** What the site decides, and not somebody who writes a post: where the API is, its province, its look. */
const ofTheSite = ['base-url', 'code', 'lang', 'places-url', 'province', 'theme', 'topics'];

/** The plugin, with each widget that has a file and the attributes that authors may set. */
export function wordpressPlugin(manifest: Package): string {
  const text = readFileSync(path.join(root, 'examples/wordpress/dvk/dvk.php'), 'utf8');
  const width = Math.max(...widgets.map((name) => name.length + 2));
  const lines = widgets.map((widget) => {
    const element = elementsOf(manifest).find(({ tagName }) => tagName === `dvk-${widget}`)!;
    const names = element.attributes.map(({ name }) => name).filter((name) => !ofTheSite.includes(name));
    const list =
      names.length > 0
        ? ` ${names
            .sort()
            .map((name) => `'${name}'`)
            .join(', ')} `
        : '';
    return `\t${`'${widget}'`.padEnd(width)} => array(${list}),\n`;
  });
  return text.replace(/(const DVK_WIDGETS = array\(\n)[^]*?(\);)/, (_, start, end) => start + lines.join('') + end);
}

/** What the guides and READMEs name – files, headings, commands, settings, tags, parts – is there; translations show the same code. */
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { refusals } from '../packages/server/src/auth/refusal.ts';
import { variableNames } from '../packages/server/src/help/help.ts';
import { files as cdnFiles, widgets } from './lib/cdn/files.ts';
import { elementsOf, readManifest } from './lib/manifest/manifest.ts';
import { root, run } from './lib/run.ts';

const guides = globSync(
  ['README*.md', 'CONTRIBUTING.md', 'docs/guides/*.md', 'packages/*/README.md', 'examples/*/README.md'],
  { cwd: root },
).sort();
const textOf = (file: string): string => readFileSync(path.join(root, file), 'utf8');

interface Block {
  language: string;
  code: string;
}
function blocksOf(text: string): Block[] {
  return [...text.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(([, language, code]) => ({
    language: language!,
    code: code!,
  }));
}
const withoutBlocks = (text: string): string => text.replaceAll(/^```.*?^```$/gms, '');

/** Every line of every guide that matches, with the guide. */
function named(pattern: RegExp, of: (guide: string) => string = textOf): { guide: string; found: RegExpMatchArray }[] {
  return guides.flatMap((guide) => [...of(guide).matchAll(pattern)].map((found) => ({ guide, found })));
}

/** The name that GitHub gives a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\- _]/gu, '')
    .replaceAll(' ', '-');
}

describe('guides', () => {
  it('their links lead to files and headings that are there', () => {
    const dead = named(/\]\((?!https?:)([^)#\s]*)(?:#([^)]+))?\)/g, (guide) => withoutBlocks(textOf(guide))).flatMap(
      ({ guide, found: [link, file, anchor] }) => {
        const target = file ? path.join(path.dirname(guide), file) : guide;
        if (!existsSync(path.join(root, target))) return `${guide}: ${link}`;
        if (anchor === undefined) return [];
        const headings = [...withoutBlocks(textOf(target)).matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
          anchorOf(heading!),
        );
        return headings.includes(anchor) ? [] : `${guide}: ${link}`;
      },
    );
    assert.deepEqual(dead, []);
  });

  it('each guide that is translated shows the same code in both languages', () => {
    const bare = ({ language, code }: Block): string =>
      `${language}\n${code.replaceAll(/(?:^|\s+)(?:\/\/|#(?!\w)) .*$|<!--.*?-->/gm, '')}`;
    const translations = guides.filter((guide) => guide.endsWith('.vi.md'));
    assert.ok(translations.length > 2);
    for (const guide of translations) {
      const original = guide.replace('.vi.md', '.md');
      assert.deepEqual(blocksOf(textOf(guide)).map(bare), blocksOf(textOf(original)).map(bare), guide);
      assert.ok(textOf(original).includes(`](${path.basename(guide)})`), `${original} leads to its translation`);
      assert.ok(textOf(guide).includes(`](${path.basename(original)})`), `${guide} leads to its original`);
      const levels = (file: string) => withoutBlocks(textOf(file)).match(/^#+(?= )/gm);
      assert.deepEqual(levels(guide), levels(original), guide);
    }
  });

  it('their commands are scripts of the workspace and of its packages', async () => {
    const scripts = (folder: string) =>
      Object.keys((JSON.parse(textOf(path.join(folder, 'package.json'))) as { scripts: object }).scripts);
    for (const { guide, found } of named(/npx -y pnpm@12(?: --dir (\S+))? ([\w:]+)/g)) {
      const [command, folder = guide.startsWith('examples/node') ? 'examples/node' : '.', script] = found;
      // `exec` is pnpm's own.
      assert.ok(['exec', ...scripts(folder), ...scripts('.')].includes(script!), `${guide}: ${command}`);
    }
    const { output } = await run(process.execPath, ['packages/server/src/cli.ts', '--help']);
    for (const { guide, found } of named(/npx @dvk\/server (\w+)/g))
      assert.match(output, new RegExp(`^ *${found[1]} `, 'm'), `${guide}: ${found[0]}`);
  });

  it('the settings they name are settings of the server', () => {
    const known = variableNames;
    // Of the examples, and of the tests.
    const others = [
      'DVK_API',
      'DVK_DEMO_SCALE',
      'DVK_URL',
      'DVK_TOKEN',
      'DVK_COOKIE',
      'DVK_TEST_DATABASE_URL',
      'DVK_SEED',
      'DVK_FUZZ_SEED',
      'DVK_FUZZ_ROUNDS',
      'DVK_FIREFOX',
    ];
    for (const { guide, found } of named(/\bDVK_[A-Z0-9_]+\b(…)?/g)) {
      const [name, open] = found;
      const fits = open ? known.some((each) => each.startsWith(name.slice(0, -1))) : known.includes(name);
      assert.ok(fits || others.includes(name), `${guide}: ${name}`);
    }
  });

  it('the tags, attributes, parts, properties and files they show are there', async () => {
    const elements = new Map(elementsOf(await readManifest()).map((element) => [element.tagName, element]));
    const native = /^(?:lang|slot|id|class|hidden)$/;
    for (const guide of guides) {
      const text = textOf(guide);
      const code = blocksOf(text)
        .filter(({ language }) => ['html', 'css', 'php'].includes(language))
        .map((block) => block.code)
        .join('\n');
      for (const [tag, name, inside] of code.matchAll(/<(dvk-[\w-]+)((?:\s+[\w-]+(?:="[^"]*")?)*)/g)) {
        const element = elements.get(name!);
        assert.ok(element, `${guide}: ${tag}`);
        for (const [, attribute] of inside!.matchAll(/([\w-]+)(?:="[^"]*")?/g))
          assert.ok(
            native.test(attribute!) || element.attributes.some((each) => each.name === attribute),
            `${guide}: ${attribute} of ${name}`,
          );
      }
      for (const [, name, part] of code.matchAll(/(dvk-[\w-]+)::part\(([\w-]+)\)/g))
        assert.ok(
          elements.get(name!)?.cssParts?.some((each) => each.name === part),
          `${guide}: ${name}, part ${part}`,
        );
      const properties = new Set(
        [...elements.values()].flatMap(({ cssProperties = [] }) => cssProperties.map((each) => each.name)),
      );
      for (const [property] of text.matchAll(/--dvk-[a-z]+(?:-[a-z]+)*\b(?!-)/g))
        assert.ok(properties.has(property), `${guide}: ${property}`);
      for (const [, file] of code.matchAll(/["'/](dvk(?:-[\w-]+)?)\.js\b/g))
        assert.ok(Object.hasOwn(cdnFiles, file!.replace(/-en$/, '')), `${guide}: ${file}.js`);
    }
  });

  it('the WordPress plugin knows each widget with a file, and its attributes', async () => {
    const plugin = textOf('examples/wordpress/dvk/dvk.php');
    const known = [...plugin.matchAll(/^\t'([\w-]+)' *=> array\((.*)\),$/gm)].map(
      ([, widget, attributes]) => [widget!, attributes!.match(/[\w-]+/g) ?? []] as const,
    );
    assert.deepEqual(known.map(([widget]) => widget).sort(), [...widgets]);
    const elements = new Map(elementsOf(await readManifest()).map((element) => [element.tagName, element]));
    for (const [widget, attributes] of known) {
      assert.ok(Object.hasOwn(cdnFiles, `dvk-${widget}`), widget);
      for (const attribute of attributes)
        assert.ok(
          elements.get(`dvk-${widget}`)?.attributes.some(({ name }) => name === attribute),
          attribute,
        );
    }
  });

  it('the guide to sign-in shows the example as it runs, and every reason of a 401', () => {
    const lines = (text: string) =>
      text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean);
    const example = lines(
      ['src/bff.ts', 'pages/index.html', 'pages/portal.js'].map((file) => textOf(`examples/bff/${file}`)).join('\n'),
    );
    for (const guide of ['docs/guides/sign-in.md', 'docs/guides/sign-in.vi.md']) {
      const text = textOf(guide);
      // What stands before is of another way, without a back end of the portal.
      const [routes, tag, listener] = blocksOf(text.slice(text.indexOf('```ts'))).filter(({ language }) =>
        ['ts', 'html', 'js'].includes(language),
      );
      for (const { code } of [routes!, tag!, listener!])
        for (const line of lines(code)) assert.ok(example.includes(line), `${guide}: ${line}`);
      for (const reason of Object.keys(refusals)) assert.ok(text.includes(`\`${reason}\``), `${guide}: ${reason}`);
    }
  });
});

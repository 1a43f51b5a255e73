import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { validateCem } from '@wc-toolkit/cem-validator';
import type { Package } from 'custom-elements-manifest';
// oxlint-disable-next-line no-restricted-imports -- runs in Node alone, and `zod/mini` reads no JSON schema
import { fromJSONSchema, prettifyError } from 'zod';
import { root } from '../run.ts';
import { customProperties } from '../../../packages/elements/src/theme/properties.ts';
import { elementsOf, readManifest, type ElementOf } from './manifest.ts';

const sources = path.join(root, 'packages/elements/src');
const schema = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('custom-elements-manifest'), 'utf8'),
) as Parameters<typeof fromJSONSchema>[0];

/** What an element draws with: its own module and what that imports of this package, also on demand; other elements left out. */
function sourceOf({ tagName, members }: ElementOf): string {
  const isField = members.some(({ name }) => name === 'validity');
  // Widgets read the fields inside them with it; what these draw is not the widget's.
  const others = isField ? [] : [path.join(sources, 'internal/form-control.ts')];
  return textOf(path.join(sources, tagName.replace('dvk-', ''), `${tagName}.ts`), new Set(others));
}

function textOf(file: string, seen: Set<string>): string {
  if (seen.has(file)) return '';
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  const statements = text.matchAll(/^(?:import|export) (?!type)[^;]*?from '(\.[^']+\.ts)'/gm);
  const onDemand = text.matchAll(/(?<!typeof )import\('(\.[^']+\.ts)'\)/g);
  const imports = [...statements, ...onDemand].map(([, asked]) => path.resolve(path.dirname(file), asked!));
  const own = imports.filter((module) => !path.basename(module).startsWith('dvk-'));
  return text + own.map((module) => textOf(module, seen)).join('');
}

const themed = new Set(customProperties.map(({ name }) => name));

describe('custom-elements.json', () => {
  let manifest: Package;
  let elements: ElementOf[];
  before(async () => {
    manifest = await readManifest();
    elements = elementsOf(manifest);
  });

  it('is valid by the schema of the format: every event has a name', () => {
    const { success, error } = fromJSONSchema(schema).safeParse(manifest);
    assert.ok(success, error && prettifyError(error));
  });

  it('is valid by every rule of the validator of the toolkit', async () => {
    const rule = 'error' as const;
    const packageJson = { packageType: rule, main: rule, module: rule, types: rule, exports: rule };
    await assert.doesNotReject(
      validateCem(structuredClone(manifest), {
        packageJsonPath: path.relative(process.cwd(), path.join(root, 'packages/elements/package.json')),
        rules: {
          packageJson: { ...packageJson, customElementsProperty: rule, publishedCem: rule },
          manifest: {
            schemaVersion: rule,
            modulePath: rule,
            definitionPath: rule,
            typeDefinitionPath: rule,
            exportTypes: rule,
            tagName: rule,
          },
        },
      }),
    );
  });

  it('names only modules of the package', () => {
    for (const module of manifest.modules) {
      assert.match(module.path, /^dist\//);
      const source = module.path.replace('dist/', '').replace('.js', '.ts');
      assert.ok(existsSync(path.join(sources, source)), module.path);
      for (const { declaration } of module.exports ?? [])
        assert.ok(manifest.modules.some((other) => other.path === declaration.module));
    }
  });

  it('has the definition of every tag', () => {
    const exported = manifest.modules.flatMap((module) => module.exports ?? []);
    const defined = exported.filter(({ kind }) => kind === 'custom-element-definition').map(({ name }) => name);
    const classes = globSync('*/dvk-*.ts', { cwd: sources }).filter((file) => !file.endsWith('.test.ts'));
    assert.equal(elements.length, classes.length);
    assert.deepEqual(
      defined,
      elements.map(({ tagName }) => tagName),
    );
  });

  it('has nothing that a page may not use: no protected or private member, no callback of the browser', () => {
    for (const { tagName, members } of elements)
      for (const { name, privacy } of members) {
        assert.equal(privacy ?? 'public', 'public', `${tagName}: ${name}`);
        assert.doesNotMatch(name, /^#|Callback$|^styles$/, tagName);
      }
  });

  it('describes everything, with the type of every attribute, property and event', () => {
    for (const element of elements) {
      const { tagName, attributes, members, events, slots, cssParts, cssProperties } = element;
      for (const things of [attributes, members, events, slots!, cssParts!, cssProperties!])
        for (const { name, description } of things) assert.ok(description, `${tagName}: ${name}`);
      const fields = members.filter(({ kind }) => kind === 'field') as { name: string; type?: { text: string } }[];
      for (const { name, type } of [...attributes, ...fields, ...events]) assert.ok(type?.text, `${tagName}: ${name}`);
    }
  });

  it('lists every part and custom property that the sources of an element have', () => {
    for (const element of elements) {
      const { tagName, cssParts, cssProperties } = element;
      const text = sourceOf(element);
      const parts = [...text.matchAll(/\bpart="([\w -]+)"/g)].flatMap(([, names]) => names!.split(' '));
      assert.deepEqual([...new Set(parts)].sort(), cssParts!.map(({ name }) => name).sort(), tagName);
      const used = [...text.matchAll(/var\((--dvk-[\w-]+\b(?!-))/g)].map(([, name]) => name!);
      const own = cssProperties!.map(({ name }) => name).filter((name) => !themed.has(name));
      assert.deepEqual([...new Set(used)].filter((name) => !themed.has(name)).sort(), own.sort(), tagName);
    }
  });

  it('lists every event that an element sends', () => {
    for (const element of elements) {
      const text = sourceOf(element);
      const sent = [...text.matchAll(/new Dvk(\w+)Event\b/g)].map(
        ([, name]) => `dvk${name!.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
      );
      const own = [...text.matchAll(/dispatchEvent\(new Event\('([\w-]+)'/g)].map(([, name]) => name!);
      const told = new Set(element.events.map(({ name }) => name));
      assert.deepEqual(
        [...sent, ...own].filter((name) => !told.has(name)),
        [],
        element.tagName,
      );
    }
  });
});

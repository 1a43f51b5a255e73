import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { customProperties } from '../../../packages/elements/src/theme/properties.ts';
import type { Package } from 'custom-elements-manifest';
import { vsCodeCss, vsCodeHtml, webTypes } from './editors.ts';
import { llmsText } from './llms.ts';
import { elementsOf, readManifest } from './manifest.ts';
import { referencePage } from './reference.ts';

interface Named {
  name: string;
}

describe('what is derived from custom-elements.json', () => {
  let manifest: Package;
  before(async () => {
    manifest = await readManifest();
  });

  it('VS Code knows every attribute, its words, and that a boolean needs none', () => {
    const { tags } = vsCodeHtml(manifest) as {
      tags: (Named & { attributes: (Named & { values?: Named[]; valueSet?: string })[] })[];
    };
    for (const { tagName, attributes } of elementsOf(manifest)) {
      const tag = tags.find(({ name }) => name === tagName)!;
      assert.deepEqual(
        tag.attributes.map(({ name }) => name),
        attributes.map(({ name }) => name),
      );
    }
    const attribute = (tag: string, wanted: string) =>
      tags.find(({ name }) => name === tag)!.attributes.find(({ name }) => name === wanted)!;
    assert.equal(attribute('dvk-case-form', 'shared-device').valueSet, 'v');
    const words = (tag: string, wanted: string) => attribute(tag, wanted).values!.map(({ name }) => name);
    assert.deepEqual(words('dvk-choice-field', 'type'), ['radio', 'tiles', 'scale', 'select', 'checkbox', 'switch']);
    assert.ok(words('dvk-text-field', 'type').includes('points'));
    assert.ok(words('dvk-unit-field', 'kind').includes('party-cell'));
    assert.deepEqual(words('dvk-case-form', 'province'), []);
  });

  it('VS Code knows each part and custom property once', () => {
    const { properties, pseudoElements } = vsCodeCss(manifest) as { properties: Named[]; pseudoElements: Named[] };
    for (const things of [properties, pseudoElements])
      assert.equal(new Set(things.map(({ name }) => name)).size, things.length);
    assert.ok(pseudoElements.some(({ name }) => name === '::part(totals)'));
  });

  it('web-types name the package, and properties and events with their types', () => {
    const types = webTypes(manifest, { name: '@dvk/elements', version: '1.2.3' }) as {
      name: string;
      contributions: { html: { elements: (Named & { js: { events: (Named & { type: string })[] } })[] } };
    };
    assert.equal(types.name, '@dvk/elements');
    const form = types.contributions.html.elements.find(({ name }) => name === 'dvk-case-form')!;
    assert.equal(form.js.events.find(({ name }) => name === 'dvk-save')!.type, 'DvkSaveEvent<CaseSent>');
  });

  it('the reference page and llms.txt name everything of every tag', () => {
    const [page, text] = [referencePage(manifest), llmsText(manifest)];
    const themed = new Set(customProperties.map(({ name }) => name));
    for (const name of themed) assert.ok(text.includes(name), name);
    for (const element of elementsOf(manifest)) {
      const { tagName, vietnamese, attributes, events, cssParts, cssProperties, members } = element;
      assert.ok(page.includes(`## \`<${tagName}>\` – ${vietnamese}\n`), tagName);
      const section = page.slice(page.indexOf(`## \`<${tagName}>\``)).split('\n## ')[0]!;
      const own = cssProperties!.filter(({ name }) => !themed.has(name));
      const names = [attributes, events, cssParts!, own].flat().map(({ name }) => `\`${name}\``);
      const fields = members.filter((member) => member.kind === 'field' && !member.static);
      for (const name of [...names, ...fields.map((field) => `\`${field.name}\``)])
        assert.ok(section.includes(name), `${tagName}: ${name}`);
      for (const { name } of [...attributes, ...events])
        assert.ok(text.slice(text.indexOf(`## <${tagName}>`)).includes(`\`${name}\``), `${tagName}: ${name}`);
    }
  });
});

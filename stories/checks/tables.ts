/** Whether Storybook knows everything that a tag has, can change it, and has a page for everything. */
import { globSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { elementsOf, readManifest } from '../../scripts/lib/manifest/manifest.ts';
import { root } from '../../scripts/lib/run.ts';
import { sampleUnits } from '@dvk/sdk/testing';
import { pagesIn } from '../.storybook/facts.ts';
import { propertyNotes } from '../src/docs/property-notes.ts';
import { open } from './open.ts';
import type { Story } from './storybook.ts';

/** The first story of a tag. */
const storyOf = (tagName: string, stories: readonly Story[]): Story =>
  stories.find(({ importPath }) => importPath.endsWith(`/${tagName.replace('dvk-', '')}.stories.ts`))!;

/** What Storybook knows of a tag, from its stories. */
export async function checkTables(
  page: Page,
  base: string,
  stories: readonly Story[],
  report: (tag: string, wrong: string) => void,
): Promise<void> {
  await open(page, base, stories[0]!.id);
  for (const { tagName, attributes, members, events, slots, cssParts, cssProperties } of elementsOf(
    await readManifest(),
  )) {
    const story = storyOf(tagName, stories);
    const known = await page.evaluate(async (storyId) => {
      const { argTypes } = await window.__STORYBOOK_PREVIEW__.storyStoreValue.loadStory({ storyId });
      return Object.keys(argTypes);
    }, story.id);
    const fields = members.filter((member) => member.kind === 'field' && !member.static);
    const parts = cssParts!.map(({ name }) => ({ name: `::part(${name})` }));
    const named = slots!.map(({ name }) => ({ name: name || '(default)' }));
    const missing = [...attributes, ...fields, ...events, ...named, ...parts, ...cssProperties!].filter(
      ({ name }) => !known.includes(name),
    );
    report(tagName, missing.map(({ name }) => name).join(', '));
  }
}

/** Another value for a property, where not every one of its type will do. */
const others: Readonly<Record<string, unknown>> = {
  'dvk-choice-field.value': 'economy',
  'dvk-choice-field.values': ['economy'],
  'dvk-file-field.files': [{ id: '1', name: 'tờ trình.pdf', mediaType: 'application/pdf', size: 1 }],
  // A value that is no place is none.
  'dvk-place-field.value': '25459',
  'dvk-unit-field.value': sampleUnits.unit.id,
  // What is no version is not opened.
  'dvk-rubrics.recordId': 'illustrative-model/1',
};

/** Whether each public property of a tag has a control that changes it. */
export async function checkControls(
  page: Page,
  base: string,
  stories: readonly Story[],
  report: (tag: string, wrong: string) => void,
): Promise<void> {
  for (const { tagName, members } of elementsOf(await readManifest())) {
    const { id } = storyOf(tagName, stories);
    const properties = members.flatMap((member) =>
      member.kind === 'field' && !member.readonly && !member.static ? member.name : [],
    );
    const wrong = await open(page, base, id);
    if (wrong) {
      report(tagName, wrong);
      continue;
    }
    const idle = await page.evaluate(
      async ({ id, tagName, properties, others }) => {
        const { argTypes } = await window.__STORYBOOK_PREVIEW__.storyStoreValue.loadStory({ storyId: id });
        const element = document.querySelector(tagName) as unknown as Record<string, unknown>;
        const update = (name: string, value: unknown) =>
          window.__STORYBOOK_PREVIEW__.onUpdateArgs({ storyId: id, updatedArgs: { [name]: value } });
        const becomes = async (name: string, value: unknown) => {
          for (let look = 0; look < 1000; look += 1) {
            const now = element[name];
            if (typeof value === 'function' ? now === value : JSON.stringify(now) === JSON.stringify(value))
              return true;
            await new Promise((next) => setTimeout(next, 10));
          }
          return false;
        };
        const unlike = (value: unknown) =>
          typeof value === 'boolean' ? !value : typeof value === 'number' ? value + 1 : Array.isArray(value) ? [] : '1';
        const changes = async (name: string) => {
          const { control, options = [], mapping } = argTypes[name]!;
          if (!control) return false;
          const before = element[name];
          const value =
            others[`${tagName}.${name}`] ?? options.find((option) => option && option !== before) ?? unlike(before);
          await update(name, value);
          // A function or a client is chosen by its name.
          const isChanged = await becomes(name, mapping ? mapping[String(value)] : value);
          await update(name, before);
          return isChanged;
        };
        const idle: string[] = [];
        for (const name of properties) if (!(await changes(name))) idle.push(name);
        return idle;
      },
      { id, tagName, properties, others },
    );
    report(tagName, idle.join(', '));
  }
}

/** Stories whose name is that of their export, in English. */
export const unnamed = (stories: readonly Story[]): string[] =>
  stories.filter(({ id, name }) => id.endsWith(`--${name.toLowerCase().replaceAll(' ', '-')}`)).map(({ id }) => id);

/** Whether every element and every part has a page of documentation. */
export async function checkPages(
  entries: readonly Story[],
  report: (what: string, wrong: string) => void,
): Promise<void> {
  const documented = new Set(entries.filter(({ type }) => type === 'docs').map(({ title }) => title));
  const pages = (['widgets', 'fields', 'parts', 'foundations'] as const)
    .flatMap(pagesIn)
    .filter(({ title }) => documented.has(title));
  const about = (thing: string) =>
    report(
      thing,
      pages.some(({ component, modules }) => component === thing || modules.includes(thing)) ? '' : 'has no page',
    );
  for (const { tagName, members } of elementsOf(await readManifest())) {
    about(tagName);
    const silent = members.filter(
      (member) => member.kind === 'field' && !member.readonly && !member.static && !propertyNotes[member.name],
    );
    report(`${tagName}: each property in Vietnamese`, silent.map(({ name }) => name).join(', '));
  }
  for (const module of globSync('*.ts', { cwd: path.join(root, 'packages/elements/src/parts') }))
    if (!module.endsWith('.test.ts')) about(path.basename(module, '.ts'));
  for (const folder of ['list', 'drawings']) about(folder);
}

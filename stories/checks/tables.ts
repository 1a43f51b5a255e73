/** Whether Storybook knows everything that a tag has, and can change it. */
import type { Page } from 'playwright-core';
import { elementsOf, readManifest } from '../../scripts/lib/manifest/manifest.ts';
import { open } from './open.ts';
import type { Story } from './storybook.ts';

interface ArgType {
  control?: false | { type: string; disable?: boolean };
  options?: readonly unknown[];
}

declare global {
  interface Window {
    __STORYBOOK_PREVIEW__: {
      storyStoreValue: { loadStory: (asked: { storyId: string }) => Promise<{ argTypes: Record<string, ArgType> }> };
      onUpdateArgs: (update: { storyId: string; updatedArgs: Record<string, unknown> }) => Promise<void>;
    };
  }
}

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
    const fields = members.filter((member) => member.kind === 'field');
    const parts = cssParts!.map(({ name }) => ({ name: `::part(${name})` }));
    const named = slots!.map(({ name }) => ({ name: name || '(default)' }));
    const missing = [...attributes, ...fields, ...events, ...named, ...parts, ...cssProperties!].filter(
      ({ name }) => !known.includes(name),
    );
    report(tagName, missing.map(({ name }) => name).join(', '));
  }
}

/** What cannot be changed by hand: functions, clients. */
const withoutControl = /^(?:getToken|client|upload)$/;

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
      member.kind === 'field' && !member.readonly && !member.static && !withoutControl.test(member.name)
        ? member.name
        : [],
    );
    const wrong = await open(page, base, id);
    const idle = await page.evaluate(
      async ({ id, tagName, properties }) => {
        const { argTypes } = await window.__STORYBOOK_PREVIEW__.storyStoreValue.loadStory({ storyId: id });
        const read = (name: string) => (document.querySelector(tagName) as unknown as Record<string, unknown>)[name];
        const unlike = (value: unknown) =>
          typeof value === 'boolean' ? !value : typeof value === 'number' ? value + 1 : Array.isArray(value) ? [] : '1';
        const changes = async (name: string) => {
          const { control, options = [] } = argTypes[name]!;
          if (!control) return false;
          const before = read(name);
          const value = options.length > 0 ? options.find((option) => option && option !== before) : unlike(before);
          await window.__STORYBOOK_PREVIEW__.onUpdateArgs({ storyId: id, updatedArgs: { [name]: value } });
          await new Promise((done) => setTimeout(done, 50));
          const after = read(name);
          await window.__STORYBOOK_PREVIEW__.onUpdateArgs({ storyId: id, updatedArgs: { [name]: before } });
          await new Promise((done) => setTimeout(done, 50));
          return JSON.stringify(after) === JSON.stringify(value);
        };
        const idle: string[] = [];
        for (const name of properties) if (!(await changes(name))) idle.push(name);
        return idle;
      },
      { id, tagName, properties },
    );
    report(tagName, wrong || idle.join(', '));
  }
}

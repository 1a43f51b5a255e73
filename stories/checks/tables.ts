/** Whether Storybook knows everything that a tag has. */
import type { Page } from 'playwright-core';
import { elementsOf, readManifest } from '../../scripts/lib/manifest/manifest.ts';
import { open } from './open.ts';
import type { Story } from './storybook.ts';

declare global {
  interface Window {
    __STORYBOOK_PREVIEW__: {
      storyStoreValue: { loadStory: (asked: { storyId: string }) => Promise<{ argTypes: Record<string, unknown> }> };
    };
  }
}

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
    const story = stories.find(({ importPath }) => importPath.endsWith(`/${tagName.replace('dvk-', '')}.stories.ts`));
    const known = await page.evaluate(async (storyId) => {
      const { argTypes } = await window.__STORYBOOK_PREVIEW__.storyStoreValue.loadStory({ storyId });
      return Object.keys(argTypes);
    }, story!.id);
    const fields = members.filter((member) => member.kind === 'field');
    const parts = cssParts!.map(({ name }) => ({ name: `::part(${name})` }));
    const named = slots!.map(({ name }) => ({ name: name || '(default)' }));
    const missing = [...attributes, ...fields, ...events, ...named, ...parts, ...cssProperties!].filter(
      ({ name }) => !known.includes(name),
    );
    report(tagName, missing.map(({ name }) => name).join(', '));
  }
}

import type { Package } from 'custom-elements-manifest';
import type { Plugin } from 'vite';
import { elementsOf, readManifest } from '../../scripts/lib/manifest/manifest.ts';

/**
 * Storybook keeps one row a name and none without: a part called as a property is – `label` – would take its place.
 */
async function manifestOfStories(): Promise<Package> {
  const manifest = await readManifest();
  for (const element of elementsOf(manifest)) {
    for (const part of element.cssParts ?? []) part.name = `::part(${part.name})`;
    for (const slot of element.slots ?? []) slot.name ||= '(default)';
  }
  return manifest;
}

/** Gives the preview `custom-elements.json`, from which it takes the controls and the tables of every tag. */
export function manifestPlugin(): Plugin {
  const id = 'virtual:custom-elements-manifest';
  return {
    name: 'custom-elements-manifest',
    resolveId: (asked) => (asked === id ? `\0${id}` : undefined),
    load: async (asked) =>
      asked === `\0${id}` ? `export default ${JSON.stringify(await manifestOfStories())}` : undefined,
  };
}

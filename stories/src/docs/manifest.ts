import manifest from 'virtual:custom-elements-manifest';
import type { ElementOf } from '../../../scripts/lib/manifest/manifest.ts';

/** What the manifest says of an element. */
export function elementCalled(tag: string): ElementOf | undefined {
  return manifest.modules
    .flatMap(({ declarations = [] }) => declarations as ElementOf[])
    .find(({ tagName }) => tagName === tag);
}

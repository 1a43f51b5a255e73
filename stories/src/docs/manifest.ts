import manifest from 'virtual:custom-elements-manifest';
import type { ClassField, ClassMember } from 'custom-elements-manifest';
import type { ElementOf } from '../../../scripts/lib/manifest/manifest.ts';

/** What the manifest says of an element. */
export function elementCalled(tag: string): ElementOf | undefined {
  return manifest.modules
    .flatMap(({ declarations = [] }) => declarations as ElementOf[])
    .find(({ tagName }) => tagName === tag);
}

/** Whether a page may set it. */
export const isSettable = (member: ClassMember): member is ClassField =>
  member.kind === 'field' && !member.readonly && !member.static;

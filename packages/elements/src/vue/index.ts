/**
 * The tags in templates of Vue: `import '@dvk/elements/vue'` once in a project, and tell the compiler that they
 * are no components of Vue – `compilerOptions: { isCustomElement: (tag) => tag.startsWith('dvk-') }`.
 *
 * @module
 */
import type { HTMLAttributes, PublicProps } from 'vue';
import type { CamelListeners, DvkElements, DvkTag } from '../jsx/index.ts';

/** What stands on a tag in a template; Vue takes `base-url` and `baseUrl` for the same. */
export type VueProps<Tag extends DvkTag> = DvkElements[Tag]['properties'] &
  CamelListeners<Tag> &
  Omit<HTMLAttributes, keyof DvkElements[Tag]['properties'] | keyof CamelListeners<Tag>> &
  PublicProps;

/** The tags as Vue's `GlobalComponents` knows them. */
export type VueElements = {
  [Tag in DvkTag]: new () => { $props: VueProps<Tag>; $slots: { default?(): unknown } };
};

declare module 'vue' {
  interface GlobalComponents extends VueElements {}
}

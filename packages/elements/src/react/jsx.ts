/**
 * The tags in JSX of React 19: `import '@dvk/elements/react/jsx'` once in a project. Write options as attributes
 * (`shared-device`), so that they stand in a page drawn on a server. On such a page React itself neither listens to events of a tag
 * nor sets its functions and objects when it starts: there take the components of `@dvk/elements/react/*`.
 *
 * @module
 */
import type { HTMLAttributes, RefAttributes } from 'react';
import type { DvkTag, ElementOf, JsxProps } from '../jsx/index.ts';

/** The tags as React's `JSX.IntrinsicElements` knows them. */
export type ReactElements = {
  [Tag in DvkTag]: JsxProps<Tag> &
    Omit<HTMLAttributes<ElementOf<Tag>>, keyof JsxProps<Tag>> &
    RefAttributes<ElementOf<Tag>> & { class?: string | undefined };
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends ReactElements {}
  }
}

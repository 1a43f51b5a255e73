/**
 * Types of every tag for JSX and templates: what it takes as attributes and properties, and its listeners. For React see
 * `@dvk/elements/react/jsx`, for Vue `@dvk/elements/vue`; for another JSX, e.g. Preact:
 *
 * ```ts
 * import type { JsxElements } from '@dvk/elements/jsx';
 * declare module 'preact' {
 *   namespace JSX {
 *     interface IntrinsicElements extends JsxElements<HTMLAttributes> {}
 *   }
 * }
 * ```
 *
 * @module
 */
import type { DvkElements } from './generated/elements.ts';

export type * from './generated/elements.ts';

/** A tag of this package. */
export type DvkTag = keyof DvkElements;

/** The class behind a tag. */
export type ElementOf<Tag extends DvkTag> = DvkElements[Tag]['element'];

/** An event of a tag, that knows on what it is heard. */
export type EventOf<
  Tag extends DvkTag,
  Name extends keyof DvkElements[Tag]['events'],
> = DvkElements[Tag]['events'][Name] & {
  readonly currentTarget: ElementOf<Tag>;
};

/** `dvk-save` → `DvkSave`. */
type Pascal<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${Pascal<Rest>}`
  : Capitalize<Name>;

/** Listeners under names such as `onDvkSave`: the components for React, templates of Vue. */
export type CamelListeners<Tag extends DvkTag> = {
  [Name in keyof DvkElements[Tag]['events'] & string as `on${Pascal<Name>}`]?:
    | ((event: EventOf<Tag, Name>) => void)
    | undefined;
};

/** Listeners under names such as `ondvk-save`: JSX of React 19 and Preact. */
export type PlainListeners<Tag extends DvkTag> = {
  [Name in keyof DvkElements[Tag]['events'] & string as `on${Name}`]?:
    | ((event: EventOf<Tag, Name>) => void)
    | undefined;
};

/** What stands on a tag in JSX: properties, attributes that are called otherwise, and listeners. */
export type JsxProps<Tag extends DvkTag> = DvkElements[Tag]['properties'] &
  Omit<DvkElements[Tag]['attributes'], keyof DvkElements[Tag]['properties']> &
  PlainListeners<Tag>;

/** All tags, for `JSX.IntrinsicElements`; `Common` is what the framework takes on every tag. */
export type JsxElements<Common = object> = {
  [Tag in DvkTag]: JsxProps<Tag> & Omit<Common, keyof JsxProps<Tag>>;
};

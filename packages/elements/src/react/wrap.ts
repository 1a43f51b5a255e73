'use client';
import {
  createElement,
  forwardRef,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  version,
  type ForwardRefExoticComponent,
  type HTMLAttributes,
  type RefAttributes,
} from 'react';
import type { CamelListeners, DvkElements, DvkTag, ElementOf } from '../jsx/index.ts';

type Own<Tag extends DvkTag> = DvkElements[Tag]['properties'] & CamelListeners<Tag>;

/** Props of a component: properties of its element, listeners such as `onDvkSave`, and what every tag takes in React. */
export type WrapperProps<Tag extends DvkTag> = Own<Tag> & Omit<HTMLAttributes<ElementOf<Tag>>, keyof Own<Tag>>;

/** A tag as a component of React 18 and 19. Its ref is the element. */
export type Wrapper<Tag extends DvkTag> = ForwardRefExoticComponent<WrapperProps<Tag> & RefAttributes<ElementOf<Tag>>>;

/** How the props of a component reach its element. */
export interface Wiring {
  /** Written as attributes, by prop: they stand in a page drawn on a server, so that no option is lost before React starts. */
  attributes: Readonly<Record<string, string>>;
  /** Set in script only. */
  properties: readonly string[];
  /** Names of events, by prop. */
  events: Readonly<Record<string, string>>;
}

// On a server there is no layout, and React 18 would warn.
const useSetting = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/** A boolean attribute that is there: React before 19 writes what it is given. */
const present = Number.parseInt(version) < 19 ? '' : true;

/**
 * Makes the component of a tag.
 * @internal
 */
export function wrap<Tag extends DvkTag>(tag: Tag, { attributes, properties, events }: Wiring): Wrapper<Tag> {
  const Component = forwardRef<ElementOf<Tag>, Record<string, unknown>>((props, forwarded) => {
    const ref = useRef<ElementOf<Tag>>(null);
    const latest = useRef(props);
    const set = useRef<Record<string, unknown>>({});
    useImperativeHandle(forwarded, () => ref.current!, []);

    useSetting(() => {
      latest.current = props;
      for (const name of properties) {
        // What was never given keeps the element's own default.
        if (props[name] === set.current[name]) continue;
        (ref.current as unknown as Record<string, unknown>)[name] = set.current[name] = props[name];
      }
    });

    useSetting(() => {
      const element = ref.current!;
      const listening = new AbortController();
      for (const [prop, event] of Object.entries(events)) {
        const listen = (sent: Event) => (latest.current[prop] as ((event: Event) => void) | undefined)?.(sent);
        element.addEventListener(event, listen, { signal: listening.signal });
      }
      return () => listening.abort();
    }, []);

    const written: Record<string, unknown> = { ref };
    for (const [name, value] of Object.entries(props)) {
      if (properties.includes(name) || name in events) continue;
      const attribute = attributes[name];
      if (!attribute) written[name === 'className' ? 'class' : name] = value;
      else written[attribute] = value === true ? present : value === false ? undefined : value;
    }
    return createElement(tag, written);
  });
  Component.displayName = tag;
  return Component as unknown as Wrapper<Tag>;
}

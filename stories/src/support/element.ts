import { html, type TemplateResult } from 'lit';
import type { StoryContext } from '@storybook/web-components-vite';

type Tag = Extract<keyof HTMLElementTagNameMap, `dvk-${string}`>;
/** Properties of an element. */
export type Properties = Record<string, unknown>;

/** The elements of stories, each as long as the story is not drawn anew. */
const elements = new WeakMap<AbortSignal, { element: HTMLElement; names: readonly string[] }>();

/** Storybook puts a listener for each event among the arguments, `onInput`; it is no property. */
const propertiesOf = (args: Properties): Properties =>
  Object.fromEntries(Object.entries(args).filter(([name, value]) => !/^on[A-Z]/.test(name) && value !== undefined));

/** The element of a story with the arguments as its properties: the same one when they change, so that it keeps its state. */
export function elementWith(
  tag: Tag,
  args: Properties,
  { abortSignal }: Pick<StoryContext, 'abortSignal'>,
): HTMLElement {
  const properties = propertiesOf(args);
  const made = elements.get(abortSignal);
  const element = made?.element ?? document.createElement(tag);
  const gone = (made?.names ?? []).filter((name) => !(name in properties));
  const fresh = document.createElement(tag) as unknown as Properties;
  Object.assign(element, Object.fromEntries(gone.map((name) => [name, fresh[name]])), properties);
  elements.set(abortSignal, { element, names: Object.keys(properties) });
  return element;
}

/** For `render`: the element alone. */
export const widget =
  (tag: Tag) =>
  (args: Properties, context: Pick<StoryContext, 'abortSignal'>): TemplateResult =>
    html`${elementWith(tag, args, context)}`;

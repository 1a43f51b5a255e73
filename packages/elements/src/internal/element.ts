import { LitElement, type CSSResultGroup } from 'lit';
import type { TaggedElement } from './define.ts';
import { baseStyles } from './base-styles.ts';
import { LocaleController } from '../locale/controller.ts';
import { clickUnderWay, watchPress } from './press.ts';
import { version } from './version.ts';

/** Attributes with a hyphen, by their names without. */
const hyphenated = new Map<string, string>();

/** `addEventListener` knows what the events of an element carry. */
// oxlint-disable-next-line typescript/no-unsafe-declaration-merging -- it only types what there is
export interface DvkElement<Events> {
  addEventListener<K extends keyof Events>(
    type: K,
    listener: (event: Events[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: HTMLElement, event: HTMLElementEventMap[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

/**
 * What every element of this package is: a Lit element with the house tokens, the language of its surroundings and,
 * where two versions meet on one page, parts of its own version.
 */
// oxlint-disable-next-line typescript/no-unsafe-declaration-merging, no-unused-vars -- as above
export abstract class DvkElement<Events = object> extends LitElement {
  static readonly version: string = version;
  static readonly tag: string;
  static readonly dependencies: readonly TaggedElement[] = [];
  static registry?: CustomElementRegistry;
  static override styles: CSSResultGroup = baseStyles;

  protected readonly locale = new LocaleController(this);

  /**
   * A server that draws a page in advance writes `sharedDevice` as it stands in the template, and HTML reads
   * `shareddevice`: heard like `shared-device`, so that no option is lost before, or without, the framework's own work
   * in the browser.
   */
  static override get observedAttributes(): string[] {
    const own = super.observedAttributes;
    for (const name of own) if (name.includes('-')) hyphenated.set(name.replaceAll('-', ''), name);
    return [...own, ...hyphenated.keys()];
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(hyphenated.get(name) ?? name, old, value);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    watchPress();
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    // What a server or a saved page has drawn in advance; Lit would draw below it.
    this.shadowRoot?.replaceChildren();
    const root = super.createRenderRoot();
    const { registry } = this.constructor as typeof DvkElement;
    if (registry) {
      // Lit makes the nodes of a template in `creationScope`: here, with the registry of this element's parts.
      const importNode = (node: Node, deep?: boolean) =>
        document.importNode(node, { selfOnly: !deep, customElementRegistry: registry });
      this.renderOptions.creationScope = { importNode } as typeof document;
    }
    for (const type of ['keydown', 'keypress', 'keyup']) root.addEventListener(type, this.#keepEnter);
    return root;
  }

  /** Nothing moves while a click is under way: it would not arrive. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    const click = this.hasUpdated ? clickUnderWay() : undefined;
    return click ? click.then(() => super.scheduleUpdate()) : super.scheduleUpdate();
  }

  /** Whether Enter on something inside is the element's own affair. */
  protected ownsEnter(target: Element): boolean {
    return target.matches('textarea, button, summary, a');
  }

  /**
   * A page that takes Enter as its default button (ASP.NET WebForms) or for itself spares text areas, buttons and links; of ours
   * it sees only the element around them.
   */
  readonly #keepEnter = (event: Event): void => {
    const target = event.target as Element;
    if ((event as KeyboardEvent).key !== 'Enter' || target.getRootNode() !== this.renderRoot) return;
    if (this.ownsEnter(target)) event.stopPropagation();
  };
}

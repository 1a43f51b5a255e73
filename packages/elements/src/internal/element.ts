import { LitElement, type CSSResultGroup, type CSSResultOrNative } from 'lit';
import type { TaggedElement } from './define.ts';
import { baseStyles } from './base-styles.ts';
import { LocaleController } from '../locale/controller.ts';
import { fillTokens } from '../theme/token-styles.ts';
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
 *
 * @attr {'vi' | 'en'} lang - language; without it, that of the page around
 */
// oxlint-disable-next-line typescript/no-unsafe-declaration-merging, no-unused-vars -- as above
export abstract class DvkElement<Events = object> extends LitElement {
  /** Version of the package. */
  static readonly version: string = version;
  /** Name of the tag. */
  static readonly tag: string;
  static readonly dependencies: readonly TaggedElement[] = [];
  static registry?: CustomElementRegistry;
  static override styles: CSSResultGroup = baseStyles;

  static override finalizeStyles(styles?: CSSResultGroup): CSSResultOrNative[] {
    return super.finalizeStyles(styles).map(fillTokens);
  }

  protected readonly locale = new LocaleController(this);

  /**
   * A page rendered on a server has `sharedDevice` as it stands in the template, which HTML reads as `shareddevice`: taken
   * for `shared-device`, so that no option is lost before the framework runs in the browser, or if it does not.
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
    // What a server or a saved page has rendered already; Lit would render below it.
    this.shadowRoot?.replaceChildren();
    const root = super.createRenderRoot();
    // Lit makes the nodes of a template in `creationScope`: here, with the registry of this element's parts, if there is one by then.
    const importNode = (node: Node, deep = false) => {
      const { registry } = this.constructor as typeof DvkElement;
      return document.importNode(node, registry ? { selfOnly: !deep, customElementRegistry: registry } : deep);
    };
    this.renderOptions.creationScope = { importNode } as typeof document;
    for (const type of ['keydown', 'keypress', 'keyup']) root.addEventListener(type, this.#keepEnter);
    return root;
  }

  /** Updates wait for a click that is under way, which would be lost if the layout moved. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    const click = this.hasUpdated ? clickUnderWay() : undefined;
    return click ? click.then(() => super.scheduleUpdate()) : super.scheduleUpdate();
  }

  /** Whether the element itself handles Enter on something inside, so that the page must not. */
  protected ownsEnter(target: Element): boolean {
    return target.matches('textarea, button, summary, a');
  }

  /**
   * Pages that handle Enter (the default button of ASP.NET WebForms) leave out text areas, buttons and links. Ours they do not
   * see inside the shadow root: the event must not reach them.
   */
  readonly #keepEnter = (event: Event): void => {
    const target = event.target as Element;
    if ((event as KeyboardEvent).key !== 'Enter' || target.getRootNode() !== this.renderRoot) return;
    if (this.ownsEnter(target)) event.stopPropagation();
  };
}

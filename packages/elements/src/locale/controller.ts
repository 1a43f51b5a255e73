import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { sayOngBa } from './form-of-address.ts';

/** Language of the texts an element shows. */
export type Lang = 'vi' | 'en';

type Section = object;
const translations = new Map<string, Map<Section, Section>>();
const listeners = new Set<() => void>();
let observer: MutationObserver | undefined;

const notify = () => {
  for (const listener of listeners) listener();
};

/**
 * Adds a translation of one section of the catalogue. A missing or misspelt key is a type error, because the
 * translation must have the shape of the Vietnamese section.
 */
export function translate<T extends Section>(lang: Lang, section: T, translation: T): void {
  let sections = translations.get(lang);
  if (!sections) translations.set(lang, (sections = new Map()));
  sections.set(section, translation);
  notify();
}

/** What a page says once for everything below, in an attribute. */
type Around = 'lang' | 'form-of-address' | 'paper-heading' | 'paper-issuer';

/** The nearest value of an attribute at or above an element, across shadow roots; `''` for none. */
export function attributeAbove(element: Element, name: Around): string {
  for (let at: Element | null = element; at;) {
    const value = at.closest(`[${name}]`)?.getAttribute(name);
    if (value != null) return value.normalize('NFC');
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return '';
}

/**
 * Keeps an element in the language of the page around it: the nearest `lang` attribute (its own, a `<dvk-context>`'s,
 * the page's) if that language is loaded, else Vietnamese. Speaks to people as the nearest `form-of-address` says. Follows later
 * changes of both attributes.
 */
export class LocaleController implements ReactiveController {
  lang: Lang = 'vi';
  #saysOngBa = false;
  readonly #host: ReactiveControllerHost & Element;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    listeners.add(this.#refresh);
    if (!observer) {
      observer = new MutationObserver(notify);
      observer.observe(document, {
        subtree: true,
        attributeFilter: ['lang', 'form-of-address', 'paper-heading', 'paper-issuer'],
      });
    }
    this.#refresh();
  }

  hostDisconnected(): void {
    listeners.delete(this.#refresh);
  }

  /** The texts of a section in the element's language. */
  texts<T extends Section>(section: T): T {
    const texts = (translations.get(this.lang)?.get(section) as T | undefined) ?? section;
    return this.#saysOngBa ? sayOngBa(texts) : texts;
  }

  readonly #refresh = (): void => {
    const asked = attributeAbove(this.#host, 'lang').slice(0, 2).toLowerCase();
    this.lang = translations.has(asked) ? (asked as Lang) : 'vi';
    this.#saysOngBa = attributeAbove(this.#host, 'form-of-address').toLowerCase() === 'ông/bà';
    this.#host.requestUpdate();
  };
}

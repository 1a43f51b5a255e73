import '@dvk/elements/context/define';
import { html, LitElement, type TemplateResult } from 'lit';
import { persons, type Person } from './persons.ts';
import { restoreNetwork } from './network.ts';
import { forgetDrafts } from './play.ts';
import type { Province } from './province.ts';
import { apiUrl } from './server.ts';

/** `getToken` of each person: always the same function, as a new one would reconnect the widgets. */
const tokens = Object.fromEntries(
  Object.keys(persons).map((person) => [person, () => (person === 'visitor' ? null : person)]),
) as Record<Person, () => string | null>;

/** The page of one person of a journey. */
export interface Desk {
  person: Person;
  /** What they do there: the label of the button that leads to it. */
  title: string;
  content: TemplateResult;
}

/**
 * The page of a journey: several persons, each at a page of their own and signed in for themselves. A row of buttons
 * leads from one to the other; each page keeps its state.
 */
class JourneyPage extends LitElement {
  static override properties = {
    province: { attribute: false },
    desks: { attribute: false },
    at: { state: true },
  };
  declare province: Province;
  declare desks: readonly Desk[];
  declare at: number;

  constructor() {
    super();
    this.desks = [];
    this.at = 0;
  }

  // The widgets are part of the page, not of this element.
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Shows another desk, with fresh data. */
  #go(at: number): void {
    this.at = at;
    this.#contexts[at]!.refresh();
  }

  get #contexts(): NodeListOf<HTMLElementTagNameMap['dvk-context']> {
    return this.querySelectorAll('dvk-context');
  }

  #signIn(at: number): void {
    this.province.signIn(this.desks[at]!.person);
    this.#contexts[at]!.refresh();
  }

  protected override render(): TemplateResult {
    return html`${
      this.desks.length > 1
        ? html`<nav class="desks" aria-label="Các bước">
            ${this.desks.map(
              ({ title, person }, at) =>
                html`<button
                  type="button"
                  aria-current=${at === this.at ? 'step' : 'false'}
                  @click=${() => this.#go(at)}
                >
                  ${title} <small>${persons[person].name ?? 'Người dân'}</small>
                </button>`,
            )}
          </nav>`
        : ''
    }
    ${this.desks.map(
      ({ person, content }, at) =>
        html`<dvk-context
          base-url=${apiUrl}
          .getToken=${tokens[person]}
          ?hidden=${at !== this.at}
          @dvk-sign-in=${() => this.#signIn(at)}
          >${content}</dvk-context
        >`,
    )}`;
  }
}
customElements.define('journey-page', JourneyPage);

declare global {
  interface HTMLElementTagNameMap {
    'journey-page': JourneyPage;
  }
}

/** The page of a journey. */
export function journeyPage(province: Province, ...desks: Desk[]): TemplateResult {
  return html`<journey-page .province=${province} .desks=${desks}></journey-page>`;
}

/** For `beforeEach` of a journey: an empty mock server, no drafts, and the network restored afterwards. */
export const startEmpty = (province: Province) => async (): Promise<() => void> => {
  province.reset();
  await forgetDrafts();
  // The case that the tracker has open.
  sessionStorage.clear();
  return restoreNetwork;
};

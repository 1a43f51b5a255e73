import '@dvk/elements/context/define';
import { html, LitElement, type TemplateResult } from 'lit';
import { persons, type Person } from './persons.ts';
import type { Province } from './province.ts';

/** What a page gives to the widgets as the token of a person: always the same function, or they would connect anew. */
const tokens = Object.fromEntries(
  Object.keys(persons).map((person) => [person, () => (person === 'visitor' ? null : person)]),
) as Record<Person, () => string | null>;

/** What one person has before them. */
export interface Scene {
  person: Person;
  /** What they do there, on the button that leads to it. */
  title: string;
  content: TemplateResult;
}

/**
 * The page of a journey: several persons, each at a page of their own and signed in for themselves. A row of buttons
 * leads from one to the other, as if one walked from desk to desk; what stands on a desk stays there.
 */
class StoryStage extends LitElement {
  static override properties = {
    province: { attribute: false },
    scenes: { attribute: false },
    at: { state: true },
  };
  declare province: Province;
  declare scenes: readonly Scene[];
  declare at: number;

  constructor() {
    super();
    this.scenes = [];
    this.at = 0;
  }

  // The widgets are part of the page, not of this element.
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Walks to another desk: whoever works there finds what has happened since. */
  #go(at: number): void {
    this.at = at;
    this.#contexts[at]!.refresh();
  }

  get #contexts(): NodeListOf<HTMLElementTagNameMap['dvk-context']> {
    return this.querySelectorAll('dvk-context');
  }

  #signIn(at: number): void {
    this.province.signIn(this.scenes[at]!.person);
    this.#contexts[at]!.refresh();
  }

  protected override render(): TemplateResult {
    return html`${
      this.scenes.length > 1
        ? html`<nav class="desks" aria-label="Các bước">
            ${this.scenes.map(
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
    ${this.scenes.map(
      ({ person, content }, at) =>
        html`<dvk-context
          base-url="/api"
          .getToken=${tokens[person]}
          ?hidden=${at !== this.at}
          @dvk-sign-in=${() => this.#signIn(at)}
          >${content}</dvk-context
        >`,
    )}`;
  }
}
customElements.define('story-stage', StoryStage);

declare global {
  interface HTMLElementTagNameMap {
    'story-stage': StoryStage;
  }
}

/** The page of a journey. */
export function stage(province: Province, ...scenes: Scene[]): TemplateResult {
  return html`<story-stage .province=${province} .scenes=${scenes}></story-stage>`;
}

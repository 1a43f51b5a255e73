import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { isProblem } from '@dvk/sdk/client';

/** Milliseconds after the last change until the effect is worked out. */
const pause = 500;

export interface EffectTexts {
  effect: string;
  effectNeeds: string;
  effectLoading: string;
  effectFailed: string;
  effectRefused: string;
  retry: string;
}

/** What a form would bring about, worked out by the server while it is filled in. */
export class Effect<Value> {
  #state: 'incomplete' | 'loading' | 'refused' | 'failed' | 'known' = 'incomplete';
  #value: Value | undefined;
  #refusals: readonly string[] = [];
  #read: (() => Promise<Value>) | undefined;
  #asked = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #host: Pick<ReactiveControllerHost, 'requestUpdate'>;

  constructor(host: Pick<ReactiveControllerHost, 'requestUpdate'>) {
    this.#host = host;
  }

  /**
   * The form has changed.
   * @param body - what would be sent; `undefined` while something is missing
   */
  update<Body>(body: Body | undefined, read: (body: Body) => PromiseLike<Value>): void {
    const asked = body === undefined ? '' : JSON.stringify(body);
    if (asked === this.#asked) return;
    this.#asked = asked;
    clearTimeout(this.#timer);
    this.#read = body === undefined ? undefined : async () => read(body);
    this.#state = body === undefined ? 'incomplete' : 'loading';
    if (body !== undefined) this.#timer = setTimeout(this.#run, pause);
    this.#host.requestUpdate();
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#read = undefined;
    this.#asked = '';
    this.#state = 'incomplete';
  }

  readonly #run = async (): Promise<void> => {
    const read = this.#read!;
    this.#state = 'loading';
    this.#host.requestUpdate();
    try {
      const value = await read();
      if (this.#read !== read) return;
      this.#value = value;
      this.#state = 'known';
    } catch (error) {
      if (this.#read !== read) return;
      const isRefused = isProblem(error, 'validation-failed');
      this.#refusals = isRefused ? [...new Set(error.errors.map(({ detail }) => detail))] : [];
      this.#state = isRefused ? 'refused' : 'failed';
    }
    this.#host.requestUpdate();
  };

  /** @param known - what is said once it is worked out */
  render(texts: EffectTexts, known: (value: Value) => TemplateResult): TemplateResult {
    return html`<section
      class="effect"
      aria-labelledby="effect-title"
      aria-live="polite"
      aria-busy=${this.#state === 'loading'}
    >
      <h3 id="effect-title">${texts.effect}</h3>
      ${this.#content(texts, known)}
    </section>`;
  }

  #content(texts: EffectTexts, known: (value: Value) => TemplateResult): TemplateResult {
    switch (this.#state) {
      case 'incomplete':
        return html`<p class="small">${texts.effectNeeds}</p>`;
      case 'loading':
        return html`<p class="small">${texts.effectLoading}</p>`;
      case 'failed':
        return html`<p class="small">
          ${texts.effectFailed}
          <button class="link" type="button" @click=${() => void this.#run()}>${texts.retry}</button>
        </p>`;
      case 'refused':
        return html`<div class="notice warning">
          <p>${texts.effectRefused}</p>
          <ul>
            ${this.#refusals.map((each) => html`<li>${each}</li>`)}
          </ul>
        </div>`;
      default:
        return known(this.#value!);
    }
  }
}

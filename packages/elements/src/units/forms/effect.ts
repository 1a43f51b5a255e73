import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { isProblem } from '@dvk/sdk/client';
import { formatDate } from '@dvk/sdk/text';
import type { SuccessionEffect } from '@dvk/sdk/units';
import { inboxIcon } from '../../icons/inbox.ts';
import { officeIcon } from '../../icons/office.ts';
import { administrativeProcedureIcon } from '../../icons/administrative-procedure.ts';
import type { unitForms } from '../../locale/unit-forms/vi.ts';

/** Milliseconds after the last change until the effect is worked out. */
const pause = 500;

/** So many units are named; the others are counted. */
const namedUnits = 5;

/** What a merge or split would bring about, worked out by the server while the form is filled in. */
export class Effect {
  #state: 'incomplete' | 'loading' | 'refused' | 'failed' | 'known' = 'incomplete';
  #value: SuccessionEffect | undefined;
  #refusals: readonly string[] = [];
  #read: (() => Promise<SuccessionEffect>) | undefined;
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
  update<Body>(body: Body | undefined, read: (body: Body) => PromiseLike<SuccessionEffect>): void {
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

  /** @param on - the first day of the successors */
  render(texts: typeof unitForms, on: string): TemplateResult {
    return html`<section
      class="effect"
      aria-labelledby="effect-title"
      aria-live="polite"
      aria-busy=${this.#state === 'loading'}
    >
      <h3 id="effect-title">${texts.effect}</h3>
      ${this.#content(texts, on)}
    </section>`;
  }

  #content(texts: typeof unitForms, on: string): TemplateResult {
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
        return effectTable(this.#value!, texts, on);
    }
  }
}

function effectTable({ openCases, atOnce, movedUnits, stays }: SuccessionEffect, texts: typeof unitForms, on: string) {
  const when = atOnce ? texts.atOnce : texts.onDay(formatDate(on));
  const cases = openCases.filter(({ count }) => count > 0);
  const kept = stays
    .filter(({ count }) => count > 0)
    .map(({ area, count }) => (texts.areas[area] ?? texts.otherRecords)(count));
  const more = movedUnits.length - namedUnits;
  const names = movedUnits.slice(0, namedUnits).map(({ name }) => name);
  const row = (icon: unknown, what: string, then: string) => html`<li>${icon}<b>${what}</b><span>${then}</span></li>`;
  return html`<ul class="effects">
    ${row(administrativeProcedureIcon, kept.length > 0 ? kept.join(', ') : texts.nothingStays, kept.length > 0 ? texts.stays : '')}
    ${
      cases.length === 0
        ? row(inboxIcon, texts.openCases(0), '')
        : cases.map(({ name, count }) => row(inboxIcon, texts.openCases(count), texts.casesGo(name, when)))
    }
    ${
      movedUnits.length > 0
        ? row(
            officeIcon,
            texts.movedUnits(movedUnits.length),
            texts.unitsGo(names.join(', ')) + (more > 0 ? texts.andMore(more) : ''),
          )
        : ''
    }
  </ul>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { isProblem } from '@dvk/sdk/client';
import type { LegalBasis } from '@dvk/sdk/law';
import type { SettingChange, SettingName, SettingVersion } from '@dvk/sdk/settings';
import { dateInVietnam, formatMoment } from '@dvk/sdk/text';
import type { DvkDateField } from '../date-field/dvk-date-field.ts';
import { warningIcon } from '../icons/warning.ts';
import { Draft } from '../internal/draft.ts';
import { isRecord } from '../internal/is-record.ts';
import type { WidgetHost } from '../internal/widget-host.ts';
import { settingsChange } from '../locale/settings-change/vi.ts';
import type { DvkTextField } from '../text-field/dvk-text-field.ts';
import { effectTemplate, type Effect } from './effect.ts';

/** What is said of a change, beside the value. */
interface Told {
  basis: string;
  illustrative: boolean;
  reason: string;
  validFrom: string;
}

/** What is kept of a change until it is saved. */
interface Kept<Content> {
  content: Content;
  told: Told;
}

export interface ChangeOptions<Content> {
  host: WidgetHost;
  name: SettingName;
  /** What the change may bring about for open cases: another due date, or that they are called due soon. */
  effect?: 'terms' | 'thresholds' | undefined;
  /** The number of the version that would be replaced. */
  latest: () => number;
  /** What the person has changed; `undefined` for nothing. */
  content: () => Content | undefined;
  isContent: (content: unknown) => content is Content;
  /** Takes in what was kept. */
  onRestore: (content: Content) => void;
  /** The new value, resting on what the person has named. */
  valueOf: (basis: LegalBasis | null) => { value: unknown; provisional: boolean };
  /** Each change in words. */
  changes: () => readonly string[];
  /** What is not right yet, in words. */
  faults: () => readonly string[];
  /** Takes in the newest version; what was changed stays. */
  onNewer: () => Promise<number>;
  onDiscard: () => void;
  onSaved: (version: SettingVersion) => void;
}

const untold = (): Told => ({ basis: '', illustrative: false, reason: '', validFrom: dateInVietnam(Date.now()) });

/** Milliseconds after the last change until its effect is asked for. */
const pause = 500;

/** “Số 15/TB-UBND ngày 01/12/2026” has its number in front. */
const numberIn = /(?:^|\s)(\d[\w.-]*\/[\p{L}\d/.-]+)/u;

/**
 * A change of a setting from the first edit until it is saved: what it rests on, its effect on open cases, the draft, and another
 * administrator who was faster.
 */
export class Change<Content> {
  readonly #options: ChangeOptions<Content>;
  #draft: Draft<Kept<Content>> | undefined;
  #told = untold();
  #effect: Effect = 'none';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #showsFaults = false;
  /** Counts the forms, so that each begins with what it is to hold. */
  #form = 0;
  #isClosed = false;

  constructor(options: ChangeOptions<Content>) {
    this.#options = options;
  }

  get #texts() {
    return this.#options.host.locale.texts(settingsChange);
  }

  #update(): void {
    this.#options.host.element.requestUpdate();
  }

  /** Opens the draft of this setting and person. */
  async open(): Promise<void> {
    const { host, name, isContent, onRestore } = this.#options;
    const isKept = (state: unknown): state is Kept<Content> =>
      isRecord(state) && isRecord(state['told']) && isContent(state['content']);
    const draft = await Draft.open<Kept<Content>>(`settings ${name} ${host.person.subject}`, isKept);
    if (this.#isClosed) return draft.close();
    this.#draft = draft;
    if (!draft.restored) return;
    const { state, savedAt } = draft.restored;
    this.#told = { ...untold(), ...state.told };
    this.#form += 1;
    onRestore(state.content);
    host.showMessage(this.#texts.restored(formatMoment(savedAt, host.locale.lang)));
    this.#askEffect();
  }

  /** What was changed stays in the draft. */
  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#options.host.requests.stopReading('effect');
    this.#draft?.close();
  }

  /** To be called when the person has changed something. */
  edited(): void {
    const { host, content } = this.#options;
    const changed = content();
    host.requests.forget();
    host.showMessage('');
    if (changed === undefined) {
      this.#forget();
      void this.#draft?.clear();
      return this.#update();
    }
    this.#draft?.save({ content: changed, told: this.#told });
    this.#askEffect();
    this.#update();
  }

  #forget(): void {
    clearTimeout(this.#timer);
    this.#options.host.requests.stopReading('effect');
    this.#options.host.summary.clear();
    this.#told = untold();
    this.#effect = 'none';
    this.#showsFaults = false;
    this.#form += 1;
  }

  #askEffect(): void {
    const { effect, host, faults } = this.#options;
    clearTimeout(this.#timer);
    host.requests.stopReading('effect');
    if (!effect) return;
    this.#effect = faults().length > 0 ? 'none' : 'loading';
    if (this.#effect === 'loading') this.#timer = setTimeout(() => void this.#findEffect(), pause);
  }

  readonly #findEffect = async (): Promise<void> => {
    const { host } = this.#options;
    this.#effect = 'loading';
    await host.requests.run(
      async (signal) => {
        const { client } = host.connection()!;
        const effect = await client.settings.effect({ body: this.#body() }, { signal });
        if (!signal.aborted) this.#effect = effect;
      },
      {
        reads: 'effect',
        handle: (error) => {
          this.#effect = 'failed';
          return !isProblem(error, 'precondition-failed');
        },
      },
    );
  };

  #body(): SettingChange {
    const { name, latest, valueOf, changes } = this.#options;
    const { basis: title, illustrative, reason, validFrom } = this.#told;
    const number = numberIn.exec(title)?.[1];
    const basis: LegalBasis | null = title.trim()
      ? { ...(number && { number }), title: title.trim(), confidence: illustrative ? 'illustrative' : 'published' }
      : null;
    return {
      name,
      ...valueOf(basis),
      validFrom,
      validTo: null,
      basis,
      reason: reason.trim() || changes().join('; ').slice(0, 1000),
      replaces: latest(),
    } as SettingChange;
  }

  readonly #onTold = (event: Event): void => {
    const field = event.target as DvkTextField | DvkDateField | HTMLInputElement;
    const value = field instanceof HTMLInputElement ? field.checked : field.value;
    this.#told = { ...this.#told, [field.name]: value };
    const content = this.#options.content();
    if (content !== undefined) this.#draft?.save({ content, told: this.#told });
    if (field.name === 'validFrom' && value) this.#askEffect();
    this.#update();
  };

  readonly #onSave = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const { host, content, faults } = this.#options;
    const { requests, summary, element } = host;
    if (requests.isWriting) return;
    this.#showsFaults = false;
    if (!summary.check(form)) return this.#update();
    this.#showsFaults = faults().length > 0;
    this.#update();
    if (this.#showsFaults) {
      void element.updateComplete.then(() => element.shadowRoot!.querySelector<HTMLElement>('.faults')?.focus());
      return;
    }
    void requests.run(
      async () => {
        const body = this.#body();
        const kept = { content: content()!, told: this.#told };
        const idempotencyKey = await this.#draft?.keyFor(body, kept);
        const { client } = host.connection()!;
        const saved = await client.settings.change({ body }, idempotencyKey ? { idempotencyKey } : {});
        await this.#draft?.clear();
        if (this.#isClosed) return;
        this.#forget();
        this.#options.onSaved(saved);
        host.showMessage(this.#texts.saved(saved.version));
      },
      { form, retry: () => form.requestSubmit() },
    );
  };

  readonly #onNewer = (): void => {
    const { host, onNewer } = this.#options;
    void host.requests.run(
      async () => {
        const version = await onNewer();
        if (this.#isClosed) return;
        host.showMessage(this.#texts.tookNewer(version));
        this.edited();
        host.showMessage(this.#texts.tookNewer(version));
      },
      { reads: 'newer' },
    );
  };

  readonly #onDiscard = (): void => {
    this.#options.onDiscard();
    this.edited();
  };

  /**
   * What is to be said of the change, its effect, and the buttons; nothing while nothing is changed.
   *
   * @param fields - those of the value, where they stand in this form
   */
  render(fields: unknown = nothing): TemplateResult | typeof nothing {
    const { host, content, changes, faults } = this.#options;
    if (content() === undefined) return nothing;
    const texts = this.#texts;
    const all = changes();
    const wrong = this.#showsFaults ? faults() : [];
    return html`<form class="change-form" novalidate @submit=${this.#onSave}>
      ${fields}
      ${
        all.length > 0
          ? html`<div class="unsaved">
              <h4>${texts.unsaved(all.length)}</h4>
              <ul class="small">
                ${all.map((each) => html`<li>${each}</li>`)}
              </ul>
            </div>`
          : nothing
      }
      ${keyed(this.#form, this.#renderTold())}
      ${effectTemplate(this.#effect, {
        texts,
        lang: host.locale.lang,
        isOfLimits: this.#options.effect === 'thresholds',
        onRetry: () => void this.#findEffect(),
      })}
      ${
        wrong.length > 0
          ? html`<div class="notice danger with-icon faults" role="alert" tabindex="-1">
              ${warningIcon}
              <p>${texts.check}</p>
              <ul class="bullets">
                ${wrong.map((each) => html`<li>${each}</li>`)}
              </ul>
            </div>`
          : nothing
      }
      ${host.summary.render()}
      ${host.renderFailure({ text: texts.newer, button: texts.takeNewer, reload: this.#onNewer })}
      <div class="actions">
        <button class="button primary" ?disabled=${host.requests.isWriting}>
          ${host.requests.isWriting ? texts.saving : texts.save}
        </button>
        <button class="button plain" type="button" ?disabled=${host.requests.isWriting} @click=${this.#onDiscard}>
          ${texts.discard}
        </button>
      </div>
    </form>`;
  }

  #renderTold(): TemplateResult {
    const texts = this.#texts;
    const { basis, illustrative, reason, validFrom } = this.#told;
    return html`<div class="told" @input=${this.#onTold} @change=${this.#onTold}>
      <dvk-text-field
        density="compact"
        name="basis"
        label=${texts.basis}
        hint=${texts.basisHint}
        value=${basis}
        maxlength="1000"
        autocomplete="off"
      ></dvk-text-field>
      <label class="tick">
        <input type="checkbox" name="illustrative" ?checked=${illustrative} />
        ${texts.illustrative}
      </label>
      <dvk-text-field
        density="compact"
        name="reason"
        label=${texts.reason}
        hint=${texts.reasonHint}
        value=${reason}
        maxlength="1000"
        autocomplete="off"
      ></dvk-text-field>
      <dvk-date-field
        density="compact"
        name="validFrom"
        label=${this.#options.effect === 'terms' ? texts.validFromForCases : texts.validFrom}
        value=${validFrom}
        required
      ></dvk-date-field>
    </div>`;
  }
}

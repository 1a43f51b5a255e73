import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { PublicCase } from '@dvk/sdk/cases';
import { isProblem } from '@dvk/sdk/client';
import { findCode, plainForm } from '@dvk/sdk/text';
import { DvkLoadEvent, type DvkSaveEvent, type WidgetEvents } from '../events/index.ts';
import type { TaggedElement } from '../internal/define.ts';
import { readForm } from '../internal/form-data.ts';
import { panelStyles } from '../internal/panel-styles.ts';
import { DvkWidget } from '../internal/widget.ts';
import { DvkTextField } from '../text-field/dvk-text-field.ts';
import type { FoundCase } from './found-case.ts';
import { loadFoundCase } from './load-found-case.ts';
import type { Proof } from './sender-steps.ts';
import { complaintTrackerStyles } from './styles.ts';
import { complaintTracker } from './vi.ts';

export type { Client, Connection, GetToken } from '../internal/connection.ts';
export type { DvkErrorEvent, DvkSignInEvent, DvkLoadEvent, DvkSaveEvent } from '../events/index.ts';
export type { PublicCase };

/** What the events of `<dvk-complaint-tracker>` carry. */
export interface DvkComplaintTrackerEvents extends WidgetEvents {
  'dvk-load': DvkLoadEvent<PublicCase>;
  'dvk-save': DvkSaveEvent<PublicCase>;
}

/**
 * A citizen follows a report or proposal with the code and the secret of the receipt: steps so far, responsible unit, due
 * date and how it was worked out, answer, rating, reopening. The secret stays in this element's memory and goes out in a
 * header only.
 *
 * @summary Follow a case with its code and secret.
 * @vietnamese Tra cứu phản ánh, kiến nghị
 * @event {DvkLoadEvent<PublicCase>} dvk-load - a case was found; `data` is the case, as the sender may see it
 * @event {DvkSaveEvent<PublicCase>} dvk-save - a rating or a reopening was recorded; `result` is the case, as the sender may see it
 * @csspart panel - the framed area
 * @csspart summary - the list of errors above a form
 * @csspart steps - the list of steps
 * @csspart answer - the answer
 * @csspart explanation - how the due date was worked out
 * @example
 * <dvk-complaint-tracker base-url="/api"></dvk-complaint-tracker>
 */
export class DvkComplaintTracker extends DvkWidget<DvkComplaintTrackerEvents> {
  static override readonly tag: string = 'dvk-complaint-tracker';
  static override readonly dependencies: readonly TaggedElement[] = [DvkTextField];
  static override styles: CSSResultGroup = [DvkWidget.styles, panelStyles, complaintTrackerStyles];

  /** A code to begin with, e.g. from the receipt. The secret is always typed. */
  @property() code = '';

  @state() private found?: FoundCase | undefined;
  #secret = '';

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('focusin', this.#prepare);
  }

  /** Somebody who enters a code will need it. */
  readonly #prepare = (): void => void loadFoundCase().catch(() => {});

  /** Closes the case and shows the two boxes again. */
  reset(): void {
    this.found?.close();
    this.summary.clear();
    this.found = undefined;
    this.message = '';
    this.#secret = '';
    this.requests.forget();
  }

  readonly #onLookup = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    if (this.requests.busy || !this.summary.check(form)) return;
    const { code, secret } = readForm(form) as { code: string; secret: string };
    this.code = findCode(code)?.code ?? code;
    // A header takes ASCII only; a secret has nothing else, but what was pasted with it may.
    this.#secret = plainForm(secret).replaceAll(/[^ -~]/g, '');
    await this.#load();
    await this.updateComplete;
    this.shadowRoot?.querySelector<HTMLElement>(this.found ? '#title' : '[role=alert]')?.focus();
  };

  readonly #load = (): Promise<boolean> =>
    this.requests.run(async () => {
      const { cases } = this.connection!.client;
      const [{ FoundCase }, data] = await Promise.all([loadFoundCase(), cases.track(this.#proof)]);
      if (this.found) this.found.data = data;
      else
        this.found = new FoundCase(this.host, data, {
          proof: () => this.#proof,
          renderFailure: () => this.#renderFailure(),
          onRefresh: this.#load,
          onClose: () => this.reset(),
        });
      this.dispatchEvent(new DvkLoadEvent<PublicCase>(data));
      this.announce(this.found.summary);
    });

  /** Which case, and that it is the sender who asks. */
  get #proof(): Proof {
    return { params: { code: this.code }, headers: { 'case-secret': this.#secret } };
  }

  protected override renderContent(): TemplateResult {
    return html`<section class="panel" part="panel" aria-labelledby="title" aria-busy=${this.requests.busy}>
      ${this.found?.render() ?? this.#renderLookup()}
    </section>`;
  }

  #renderLookup(): TemplateResult {
    const texts = this.locale.texts(complaintTracker);
    return html`<h2 id="title" tabindex="-1">${texts.title}</h2>
      <p class="lead">${texts.intro}</p>
      ${this.summary.render()} ${this.#renderFailure()}
      <form novalidate @submit=${this.#onLookup}>
        <div class="lookup">
          <dvk-text-field
            name="code"
            label=${texts.code}
            hint=${texts.codeHint}
            value=${this.code}
            autocomplete="off"
            required
          ></dvk-text-field>
          <dvk-text-field
            name="secret"
            label=${texts.secret}
            hint=${texts.secretHint}
            autocomplete="off"
            required
          ></dvk-text-field>
        </div>
        <div class="actions">
          <button class="button primary" ?disabled=${!this.connection}>
            ${this.requests.busy ? texts.busy : texts.submit}
          </button>
        </div>
      </form>`;
  }

  #renderFailure(): TemplateResult | typeof nothing {
    if (!isProblem(this.requests.failure, 'not-found')) return this.renderFailure();
    return html`<div class="notice danger" role="alert" tabindex="-1">
      <p>${this.locale.texts(complaintTracker).notFound}</p>
    </div>`;
  }
}

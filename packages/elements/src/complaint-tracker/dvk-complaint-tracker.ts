import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { PublicCase } from '@dvk/sdk/cases';
import { isProblem } from '@dvk/sdk/client';
import { findCode, plainForm } from '@dvk/sdk/text';
import { DvkChoiceField } from '../choice-field/dvk-choice-field.ts';
import { DvkLoadEvent, DvkSaveEvent, type WidgetEvents } from '../events/index.ts';
import { StepForm } from '../form/step-form.ts';
import type { TaggedElement } from '../internal/define.ts';
import { readForm } from '../internal/form-data.ts';
import { panelStyles } from '../internal/panel-styles.ts';
import { DvkWidget } from '../internal/widget.ts';
import { cases } from '../locale/cases/vi.ts';
import { common } from '../locale/common/vi.ts';
import { complaintTracker } from './vi.ts';
import { DvkTextField } from '../text-field/dvk-text-field.ts';
import { factsTemplate, headTemplate, historyTemplate } from './case-view.ts';
import { senderFields, senderSteps, sendStep, type Proof, type SenderAction } from './sender-steps.ts';
import { complaintTrackerStyles } from './styles.ts';

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
  static override readonly dependencies: readonly TaggedElement[] = [DvkTextField, DvkChoiceField];
  static override styles: CSSResultGroup = [DvkWidget.styles, panelStyles, complaintTrackerStyles];

  /** A code to begin with, e.g. from the receipt. The secret is always typed. */
  @property() code = '';

  @state() private found?: PublicCase | undefined;
  #secret = '';
  readonly #step = new StepForm<SenderAction, PublicCase>({
    host: this,
    requests: this.requests,
    summary: this.summary,
    onBegin: () => {
      this.message = '';
    },
    send: (action, values) => sendStep(this.connection!.client, action, values, this.#proof),
    onDone: (found, action) => {
      const texts = this.locale.texts(complaintTracker);
      this.found = found;
      this.showMessage(action === 'rate' ? texts.rated : texts.reopened);
      this.dispatchEvent(new DvkSaveEvent<PublicCase>(found));
    },
  });

  /** Closes the case and shows the two boxes again. */
  reset(): void {
    this.#step.close();
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

  readonly #load = (): Promise<boolean> => {
    const texts = this.locale.texts(complaintTracker);
    return this.requests.run(async () => {
      this.found = await this.connection!.client.cases.track(this.#proof);
      this.dispatchEvent(new DvkLoadEvent<PublicCase>(this.found));
      this.announce(texts.found(this.found.code, this.locale.texts(cases).statuses[this.found.status]));
    });
  };

  /** Which case, and that it is the sender who asks. */
  get #proof(): Proof {
    return { params: { code: this.code }, headers: { 'case-secret': this.#secret } };
  }

  protected override renderContent(): TemplateResult {
    return html`<section class="panel" part="panel" aria-labelledby="title" aria-busy=${this.requests.busy}>
      ${this.found ? this.#renderCase(this.found) : this.#renderLookup()}
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

  #renderCase(found: PublicCase): TemplateResult {
    const texts = this.locale.texts(complaintTracker);
    const names = this.locale.texts(cases);
    return html`${headTemplate(found, names)} ${this.#renderFailure()} ${this.renderMessage()}
      ${factsTemplate(found, texts, names, this.locale.lang)} ${this.#renderSenderSteps(found)}
      ${historyTemplate(found, texts, names, this.locale.lang)}
      <div class="actions">
        <button class="button" type="button" @click=${this.#load}>${texts.refresh}</button>
        <button class="button" type="button" @click=${() => window.print()}>${texts.print}</button>
        <button class="button plain" type="button" @click=${() => this.reset()}>${texts.lookUpAnother}</button>
      </div>`;
  }

  #renderSenderSteps(found: PublicCase): TemplateResult | typeof nothing {
    const texts = this.locale.texts(complaintTracker);
    if (!found.rating && found.actions.length === 0) return nothing;
    return html`<section class=${found.rating ? '' : 'screen-only'}>
      <h3>${texts.rating}</h3>
      ${
        found.rating
          ? html`<dl class="facts">
              <dt>${texts.solved}</dt>
              <dd>${texts.outOfFive(found.rating.solved)}</dd>
              <dt>${texts.attitude}</dt>
              <dd>${texts.outOfFive(found.rating.attitude)}</dd>
            </dl>`
          : nothing
      }
      ${this.summary.render()} ${this.#renderSteps(found)}
    </section>`;
  }

  #renderSteps(found: PublicCase): TemplateResult {
    const texts = this.locale.texts(complaintTracker);
    const labels = { rate: found.rating ? texts.changeRating : texts.rate, reopen: texts.reopen };
    return this.#step.render({
      steps: senderSteps(found),
      labels,
      primary: 'rate',
      sendLabels: { rate: texts.sendRating, reopen: texts.sendReopen },
      texts: this.locale.texts(common),
      fields: senderFields(found, texts),
    });
  }
}

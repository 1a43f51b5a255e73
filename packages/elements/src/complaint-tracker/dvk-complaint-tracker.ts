import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { PublicCase } from '@dvk/sdk/cases';
import { isProblem } from '@dvk/sdk/client';
import { formatDateTime, parseCode } from '@dvk/sdk/text';
import { DvkChoiceField } from '../choice-field/dvk-choice-field.ts';
import { dueTemplate } from '../internal/case-templates.ts';
import type { TaggedElement } from '../internal/define.ts';
import { ErrorSummary } from '../internal/error-summary.ts';
import { DvkLoadEvent, DvkSaveEvent } from '../internal/events.ts';
import { readForm } from '../internal/form-data.ts';
import { panelStyles } from '../internal/panel-styles.ts';
import { DvkWidget } from '../internal/widget.ts';
import { cases } from '../locale/vi/cases.ts';
import { complaintTracker } from '../locale/vi/complaint-tracker.ts';
import { DvkTextField } from '../text-field/dvk-text-field.ts';
import { complaintTrackerStyles } from './styles.ts';

const marks = ['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }));
const tones = { 'on-time': 'good', running: '', late: 'warn', overdue: 'bad' } as const;

/**
 * A citizen follows a report or proposal with the code and the secret of the receipt: steps so far, responsible unit, due
 * date and how it was worked out, answer, rating, reopening. The secret stays in this element's memory and goes out in a
 * header only.
 *
 * @summary Follow a case with its code and secret.
 * @event {DvkLoadEvent} dvk-load - a case was found
 * @event {DvkSaveEvent} dvk-save - a rating or a reopening was recorded
 * @event {DvkErrorEvent} dvk-error - a request failed; the widget already says so
 * @csspart base - the whole widget
 * @csspart panel - the framed area
 * @csspart steps - the list of steps
 * @csspart answer - the answer
 * @example
 * <dvk-complaint-tracker base-url="/api"></dvk-complaint-tracker>
 */
export class DvkComplaintTracker extends DvkWidget {
  static override readonly tag: string = 'dvk-complaint-tracker';
  static override readonly dependencies: readonly TaggedElement[] = [DvkTextField, DvkChoiceField];
  static override styles: CSSResultGroup = [DvkWidget.styles, panelStyles, complaintTrackerStyles];

  /** A code to begin with, e.g. from the receipt. The secret is always typed. */
  @property() code = '';

  @state() private found?: PublicCase | undefined;
  @state() private failure?: unknown;
  @state() private busy = false;
  @state() private doing?: 'rate' | 'reopen' | undefined;
  @state() private done = '';
  #secret = '';
  readonly #summary = new ErrorSummary(this, this.locale);

  /** Forgets the case on show and offers the two boxes again. */
  reset(): void {
    this.found = undefined;
    this.failure = undefined;
    this.doing = undefined;
    this.done = '';
    this.#secret = '';
    this.#summary.clear();
  }

  readonly #onLookup = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    if (this.busy || !this.#summary.check(form)) return;
    const { code, secret } = readForm(form) as { code: string; secret: string };
    this.code = parseCode(code)?.code ?? code;
    this.#secret = secret;
    await this.#load();
    await this.updateComplete;
    this.shadowRoot?.querySelector<HTMLElement>(this.found ? '#title' : '[role=alert]')?.focus();
  };

  readonly #load = async (): Promise<void> => {
    const texts = this.locale.texts(complaintTracker);
    await this.#attempt(async () => {
      this.found = await this.connection!.client.cases.track({ params: { code: this.code }, headers: this.#proof });
      this.dispatchEvent(new DvkLoadEvent(this.found));
      this.announce(texts.found(this.found.code, this.locale.texts(cases).statuses[this.found.status]));
    });
  };

  get #proof(): { 'case-secret': string } {
    return { 'case-secret': this.#secret };
  }

  /** Runs a request; a failure is kept and shown, what was typed stays. */
  async #attempt(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.failure = undefined;
    try {
      await work();
    } catch (error) {
      this.failure = error;
      this.sendError(error);
    } finally {
      this.busy = false;
    }
  }

  /** Sends one of the sender's two steps. */
  async #send(form: HTMLFormElement, call: (body: never) => PromiseLike<PublicCase>, done: string): Promise<void> {
    if (this.busy || !this.#summary.check(form)) return;
    await this.#attempt(async () => {
      try {
        this.found = await call(readForm(form) as never);
      } catch (error) {
        if (!isProblem(error, 'validation-failed')) throw error;
        this.#summary.showServerErrors(form, error.errors);
        return;
      }
      this.doing = undefined;
      this.done = done;
      this.announce(done);
      this.dispatchEvent(new DvkSaveEvent(this.found));
    });
  }

  readonly #onRate = (event: SubmitEvent): void => {
    event.preventDefault();
    const { client } = this.connection!;
    void this.#send(
      event.target as HTMLFormElement,
      ({ solved, attitude, comment }: { solved: string; attitude: string; comment?: string }) =>
        client.cases.rate({
          params: { code: this.code },
          headers: this.#proof,
          body: { solved: Number(solved), attitude: Number(attitude), comment },
        }),
      this.locale.texts(complaintTracker).rated,
    );
  };

  readonly #onReopen = (event: SubmitEvent): void => {
    event.preventDefault();
    const { client } = this.connection!;
    void this.#send(
      event.target as HTMLFormElement,
      (body: { reason: string }) => client.cases.reopen({ params: { code: this.code }, headers: this.#proof, body }),
      this.locale.texts(complaintTracker).reopened,
    );
  };

  #begin(step: 'rate' | 'reopen'): void {
    this.doing = step;
    this.done = '';
    void this.updateComplete.then(() => this.shadowRoot?.querySelector<HTMLElement>('form .first')?.focus());
  }

  protected override renderContent(): TemplateResult {
    return html`<section class="panel" part="panel" aria-labelledby="title" aria-busy=${this.busy}>
      ${this.found ? this.#renderCase(this.found) : this.#renderLookup()}
    </section>`;
  }

  #renderLookup(): TemplateResult {
    const texts = this.locale.texts(complaintTracker);
    return html`<h2 id="title">${texts.title}</h2>
      <p class="lead">${texts.intro}</p>
      ${this.#summary.render()} ${this.#renderFailure()}
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
          <button class="button primary" ?disabled=${!this.connection}>${this.busy ? texts.busy : texts.submit}</button>
        </div>
      </form>`;
  }

  #renderFailure(): TemplateResult | typeof nothing {
    if (this.failure === undefined) return nothing;
    if (isProblem(this.failure, 'not-found')) {
      return html`<div class="notice failure" role="alert" tabindex="-1">
        <p>${this.locale.texts(complaintTracker).notFound}</p>
      </div>`;
    }
    return this.renderError(this.failure, this.#secret ? this.#load : undefined);
  }

  #renderCase(found: PublicCase): TemplateResult {
    const texts = this.locale.texts(complaintTracker);
    const names = this.locale.texts(cases);
    const timeliness = html`${
      found.timeliness
        ? html`<span class="tag ${tones[found.timeliness]}">${names.timeliness[found.timeliness]}</span>`
        : nothing
    }
    ${found.extended ? names.extended : nothing}`;
    return html`<div class="head">
        <p class="small">${names.kinds[found.kind]} · <b translate="no">${found.code}</b></p>
        <h2 id="title" tabindex="-1">${found.title}</h2>
        <p><span class="tag">${names.statuses[found.status]}</span> ${timeliness}</p>
      </div>
      ${this.#renderFailure()} ${this.done ? html`<p class="notice">${this.done}</p>` : nothing}
      <dl class="facts">
        <dt>${texts.received}</dt>
        <dd>${formatDateTime(found.receivedAt)}</dd>
        ${dueTemplate(found, '', names, this.locale.lang)}
        <dt>${texts.topic}</dt>
        <dd>${names.topics[found.topic]}</dd>
        ${
          found.unitName
            ? html`<dt>${names.unit}</dt>
                <dd>${found.unitName}</dd>`
            : nothing
        }
      </dl>
      <section>
        <h3>${names.answer}</h3>
        ${
          found.answer
            ? html`<blockquote class="answer" part="answer">
                <p class="prewrap">${found.answer.text}</p>
                <p class="small">${texts.by(found.answer.unitName, formatDateTime(found.answer.at))}</p>
              </blockquote>`
            : html`<p class="answer none">${texts.noAnswer}</p>`
        }
      </section>
      ${this.#renderSenderSteps(found)}
      <section>
        <h3>${texts.steps}</h3>
        <ol class="steps" part="steps">
          ${found.steps.map(
            (step) =>
              html`<li>
                <b>${names.steps[step.action]}</b>${step.unitName ? html` – ${step.unitName}` : nothing}
                <p class="small">${formatDateTime(step.at)}</p>
                ${step.note ? html`<p class="prewrap">${step.note}</p>` : nothing}
              </li>`,
          )}
        </ol>
      </section>
      <div class="actions">
        <button class="button" type="button" @click=${this.#load}>${texts.refresh}</button>
        <button class="button" type="button" @click=${() => window.print()}>${texts.print}</button>
        <button class="button plain" type="button" @click=${() => this.reset()}>${texts.again}</button>
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
      ${this.#summary.render()}
      ${
        this.doing === 'rate'
          ? this.#renderRateForm(found)
          : this.doing === 'reopen'
            ? this.#renderReopenForm()
            : html`<div class="actions">
                ${
                  found.actions.includes('rate')
                    ? html`<button class="button primary" type="button" @click=${() => this.#begin('rate')}>
                        ${found.rating ? texts.changeRating : texts.sendRating}
                      </button>`
                    : nothing
                }
                ${
                  found.actions.includes('reopen')
                    ? html`<button class="button" type="button" @click=${() => this.#begin('reopen')}>
                        ${texts.reopen}
                      </button>`
                    : nothing
                }
              </div>`
      }
    </section>`;
  }

  #renderRateForm(found: PublicCase): TemplateResult {
    const texts = this.locale.texts(complaintTracker);
    return html`<form novalidate @submit=${this.#onRate}>
      <p class="lead">${texts.ratingIntro}</p>
      <dvk-choice-field
        class="first marks"
        name="solved"
        label=${texts.solved}
        value=${found.rating?.solved ?? ''}
        .options=${marks}
        inline
        required
      ></dvk-choice-field>
      <dvk-choice-field
        class="marks"
        name="attitude"
        label=${texts.attitude}
        value=${found.rating?.attitude ?? ''}
        .options=${marks}
        inline
        required
      ></dvk-choice-field>
      <dvk-text-field
        name="comment"
        type="multiline"
        label=${texts.comment}
        value=${found.rating?.comment ?? ''}
        maxlength="2000"
      ></dvk-text-field>
      <div class="actions"><button class="button primary">${texts.sendRating}</button></div>
    </form>`;
  }

  #renderReopenForm(): TemplateResult {
    const texts = this.locale.texts(complaintTracker);
    return html`<form novalidate @submit=${this.#onReopen}>
      <dvk-text-field
        class="first"
        name="reason"
        type="multiline"
        label=${texts.reopenReason}
        maxlength="2000"
        required
      ></dvk-text-field>
      <div class="actions"><button class="button primary">${texts.sendReopen}</button></div>
    </form>`;
  }
}

import { html, nothing, type TemplateResult } from 'lit';
import type { PublicCase } from '@dvk/sdk/cases';
import { DvkChoiceField } from '../choice-field/dvk-choice-field.ts';
import { DvkSaveEvent } from '../events/index.ts';
import { StepForm } from '../form/step-form.ts';
import { defineLateParts } from '../internal/define.ts';
import type { WidgetHost } from '../internal/widget-host.ts';
import { cases } from '../locale/cases/vi.ts';
import { common } from '../locale/common/vi.ts';
import { factsTemplate, headTemplate, historyTemplate } from './case-view.ts';
import { foundCaseStyles } from './found-case-styles.ts';
import { senderFields, senderSteps, sendStep, type Proof, type SenderAction } from './sender-steps.ts';
import { complaintTracker } from './vi.ts';

/** What a found case needs beside its widget. */
export interface FoundCaseOptions {
  proof: () => Proof;
  renderFailure: () => TemplateResult | typeof nothing;
  onRefresh: () => void;
  /** Goes back to the two boxes. */
  onClose: () => void;
}

/**
 * A case that was found with its code and secret, and what its sender may do. Loaded together with the case: who has only
 * opened the page does not need it.
 */
export class FoundCase {
  /** As the server has it. */
  data: PublicCase;
  readonly #host: WidgetHost;
  readonly #options: FoundCaseOptions;
  readonly #step: StepForm<SenderAction, PublicCase>;

  constructor(host: WidgetHost, data: PublicCase, options: FoundCaseOptions) {
    const { element, locale, requests, summary, connection, showMessage } = host;
    this.#host = host;
    this.data = data;
    this.#options = options;
    defineLateParts(element, [DvkChoiceField]);
    host.addStyles(foundCaseStyles);
    this.#step = new StepForm<SenderAction, PublicCase>({
      host: element,
      requests,
      summary,
      onBegin: () => showMessage(''),
      send: (action, values) => sendStep(connection()!.client, action, values, options.proof()),
      onDone: (latest, action) => {
        const texts = locale.texts(complaintTracker);
        this.data = latest;
        showMessage(action === 'rate' ? texts.rated : texts.reopened);
        element.dispatchEvent(new DvkSaveEvent<PublicCase>(latest));
      },
    });
  }

  /** Which case it is and how it stands, in one sentence. */
  get summary(): string {
    const { locale } = this.#host;
    const { code, status } = this.data;
    return locale.texts(complaintTracker).found(code, locale.texts(cases).statuses[status]);
  }

  /** Gives up the step that is being filled in. */
  close(): void {
    this.#step.close();
  }

  /** All of it. */
  render(): TemplateResult {
    const found = this.data;
    const texts = this.#host.locale.texts(complaintTracker);
    const names = this.#host.locale.texts(cases);
    return html`${headTemplate(found, names)} ${this.#options.renderFailure()} ${this.#host.renderMessage()}
      ${factsTemplate(found, texts, names, this.#host.locale.lang)} ${this.#renderSenderSteps(found)}
      ${historyTemplate(found, texts, names, this.#host.locale.lang)}
      <div class="actions">
        <button class="button" type="button" @click=${this.#options.onRefresh}>${texts.refresh}</button>
        <button class="button" type="button" @click=${() => window.print()}>${texts.print}</button>
        <button class="button plain" type="button" @click=${this.#options.onClose}>${texts.lookUpAnother}</button>
      </div>`;
  }

  #renderSenderSteps(found: PublicCase): TemplateResult | typeof nothing {
    const texts = this.#host.locale.texts(complaintTracker);
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
      ${this.#host.summary.render()} ${this.#renderSteps(found)}
    </section>`;
  }

  #renderSteps(found: PublicCase): TemplateResult {
    const texts = this.#host.locale.texts(complaintTracker);
    const labels = { rate: found.rating ? texts.changeRating : texts.rate, reopen: texts.reopen };
    return this.#step.render({
      steps: senderSteps(found),
      labels,
      primary: 'rate',
      sendLabels: { rate: texts.sendRating, reopen: texts.sendReopen },
      texts: this.#host.locale.texts(common),
      fields: senderFields(found, texts),
    });
  }
}

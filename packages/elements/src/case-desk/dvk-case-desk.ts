import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { caseSteps, type Case, type CaseAction, type CaseSummary, type CaseTransition } from '@dvk/sdk/cases';
import { casesTransition as body } from '@dvk/sdk/constraints';
import { containsPersonalData, formatDateTime } from '@dvk/sdk/text';
import { DvkChoiceField } from '../choice-field/dvk-choice-field.ts';
import { DvkDateField } from '../date-field/dvk-date-field.ts';
import { DvkLoadEvent, DvkSaveEvent, type WidgetEvents } from '../events/index.ts';
import { contractField } from '../form/contract-field.ts';
import { StepForm, type StepContent } from '../form/step-form.ts';
import { stepFields } from '../form/steps.ts';
import type { TaggedElement } from '../internal/define.ts';
import { Draft } from '../internal/draft.ts';
import { readForm } from '../internal/form-data.ts';
import { Loader } from '../internal/loader.ts';
import { PagedList } from '../internal/paged-list.ts';
import { panelStyles } from '../internal/panel-styles.ts';
import { DvkWidget } from '../internal/widget.ts';
import { cases } from '../locale/cases/vi.ts';
import { common } from '../locale/common/vi.ts';
import { placeName } from '../place-field/place-name.ts';
import { DvkTextField } from '../text-field/dvk-text-field.ts';
import { DvkUnitField } from '../unit-field/dvk-unit-field.ts';
import { caseDetail } from './case-detail.ts';
import { filtersTemplate, queryOf, rowTemplate, type Filters } from './list.ts';
import { caseDeskStyles } from './styles.ts';
import { caseDesk } from './vi.ts';

export type { Client, Connection, GetToken } from '../internal/connection.ts';
export type { DvkErrorEvent, DvkSignInEvent, DvkLoadEvent, DvkSaveEvent } from '../events/index.ts';
export type { Case };

/** What the events of `<dvk-case-desk>` carry. */
export interface DvkCaseDeskEvents extends WidgetEvents {
  'dvk-load': DvkLoadEvent<Case>;
  'dvk-save': DvkSaveEvent<Case>;
}

/**
 * The desk of the people who handle reports and proposals: find a case, read it, take the step its state and the
 * person's role allow. Two people at one case never overwrite each other. A step being written outlives a reload, a lost
 * session and a look at another case.
 *
 * @summary Officers find, read and answer cases.
 * @vietnamese Bàn xử lý phản ánh, kiến nghị
 * @event {DvkLoadEvent<Case>} dvk-load - a case was opened; `data` is the case
 * @event {DvkSaveEvent<Case>} dvk-save - a step was recorded; `result` is the case
 * @csspart panel - the framed area
 * @csspart summary - the list of errors above a form
 * @csspart list - the list of cases
 * @csspart detail - the open case
 * @csspart explanation - how the due date was worked out
 * @example
 * <dvk-context base-url="/api"><dvk-case-desk></dvk-case-desk></dvk-context>
 */
export class DvkCaseDesk extends DvkWidget<DvkCaseDeskEvents> {
  static override readonly tag: string = 'dvk-case-desk';
  static override readonly dependencies: readonly TaggedElement[] = [
    DvkTextField,
    DvkChoiceField,
    DvkDateField,
    DvkUnitField,
  ];
  static override styles: CSSResultGroup = [DvkWidget.styles, panelStyles, caseDeskStyles];

  /** A folder that serves the names of places, instead of this package's own data. */
  @property({ attribute: 'places-url' }) placesUrl = '';

  @state() private filters: Filters = {};
  @state() private open?: Case | undefined;
  @state() private place = '';
  @state() private answerHint = '';
  readonly #list = new PagedList<CaseSummary>(this.requests);

  readonly #loader = new Loader(
    this,
    () => [this.filters],
    async ({ client, session }, signal) => {
      const filters = queryOf(this.filters);
      const person = await session;
      if (signal.aborted) return;
      if (!this.person.change(person)) {
        this.#close();
        this.#list.clear();
      }
      if (!this.person.isStaff) return;
      await this.#list.load(
        (page, signal) => client.cases.list({ query: { ...page, ...filters } }, { signal }),
        signal,
      );
    },
  );

  readonly #step = new StepForm<CaseAction, Case>({
    host: this,
    requests: this.requests,
    summary: this.summary,
    onBegin: () => {
      this.message = this.answerHint = '';
    },
    onEdit: ({ answer = '' }) => {
      this.answerHint = containsPersonalData(String(answer)) ? this.locale.texts(caseDesk).personalData : '';
    },
    send: (action, values) => {
      const { id, etag } = this.open!;
      const { cases: api } = this.connection!.client;
      return api.transition({ params: { id }, body: { action, ...values } }, { ifMatch: etag });
    },
    onDone: (saved, action) => {
      const texts = this.locale.texts(caseDesk);
      this.#take(saved);
      this.showMessage(texts.done(texts.steps[action], saved.code));
      this.dispatchEvent(new DvkSaveEvent<Case>(saved));
    },
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // An element that is only moved within the page stays as it is.
    queueMicrotask(() => this.isConnected || this.#close());
  }

  readonly #onFind = (event: SubmitEvent): void => {
    event.preventDefault();
    this.filters = readForm(event.target as HTMLFormElement) as Filters;
  };

  /** Opens a case by its id, with the step that was being written for it. */
  async show(id: string): Promise<void> {
    await this.requests.run(async () => {
      const open = await this.connection!.client.cases.get({ params: { id } });
      const draft = await Draft.open<StepContent>(`case-desk ${id} ${this.person.subject}`);
      this.#close();
      if (!this.isConnected) return draft.close();
      this.#take(open);
      void this.#namePlace(open);
      this.dispatchEvent(new DvkLoadEvent<Case>(open));
      const savedAt = await this.#step.restore(draft, this.#openSteps);
      if (savedAt) this.message = this.locale.texts(common).draftRestored(formatDateTime(savedAt));
    });
    await this.updateComplete;
    this.shadowRoot?.querySelector<HTMLElement>('#case-title')?.focus();
  }

  get #openSteps(): readonly CaseTransition[] {
    return caseSteps(this.open!.status, this.person.roles);
  }

  /** Shows a case as it has just come, also in the list. */
  #take(latest: Case): void {
    this.open = latest;
    this.#list.update(latest);
  }

  /** Closes the open case; a step being written stays in its draft. */
  #close(): void {
    this.#step.close();
    this.open = undefined;
    this.message = this.answerHint = '';
    this.requests.forget();
  }

  /** Back to the list, at the case that was open. */
  readonly #onBack = (): void => {
    const at = this.#list.items.findIndex(({ id }) => id === this.open!.id);
    this.#close();
    void this.updateComplete.then(() => this.shadowRoot?.querySelectorAll<HTMLElement>('.row')[at]?.focus());
  };

  /** The name of the place comes after the case, which need not wait for it. */
  async #namePlace({ communeCode }: Case): Promise<void> {
    this.place = '';
    const name = await placeName(communeCode, this.placesUrl);
    if (this.open?.communeCode === communeCode) this.place = name;
  }

  readonly #onDownload = (file: Case['attachments'][number]): void => {
    void this.requests.run(async () => {
      const blob = await this.connection!.client.attachments.download({ params: { id: file.id } });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(blob);
      link.download = file.name;
      link.click();
      URL.revokeObjectURL(link.href);
    });
  };

  /** Takes in what somebody else changed; the step being written stays on the page. */
  readonly #onReload = (): Promise<boolean> =>
    this.requests.run(async () => {
      this.#take(await this.connection!.client.cases.get({ params: { id: this.open!.id } }));
    });

  protected override renderContent(): TemplateResult {
    const texts = this.locale.texts(caseDesk);
    const { person } = this;
    return html`<section class="panel" part="panel" aria-labelledby="title" aria-busy=${this.requests.busy}>
      <h2 id="title" tabindex="-1">${texts.title}</h2>
      ${
        !person.session
          ? this.renderLoaded(this.#loader, () => nothing)
          : person.isStaff
            ? this.#renderDesk()
            : this.renderRefusal(texts)
      }
    </section>`;
  }

  #renderDesk(): TemplateResult {
    const { open } = this;
    const filters = filtersTemplate(this.locale.texts(caseDesk), this.locale.texts(cases), this.#onFind);
    return html`<div class="desk ${open ? 'open' : ''}">
      <div class="list" part="list">
        ${filters} ${open ? nothing : this.renderFailure()} ${this.renderLoaded(this.#loader, () => this.#renderList())}
      </div>
      ${open ? this.#renderDetail(open) : nothing}
    </div>`;
  }

  #renderList(): TemplateResult {
    const texts = this.locale.texts(caseDesk);
    const names = this.locale.texts(cases);
    return this.#list.render({
      label: texts.list,
      more: this.locale.texts(common).more,
      empty: this.renderEmpty(texts.none),
      row: (item) => rowTemplate(item, item.id === this.open?.id, names, () => void this.show(item.id)),
    });
  }

  #renderDetail(open: Case): TemplateResult {
    const texts = this.locale.texts(caseDesk);
    return html`<article class="detail" part="detail" aria-labelledby="case-title">
      <div class="actions">
        <button class="button plain" type="button" @click=${this.#onBack}>${texts.back}</button>
      </div>
      ${caseDetail({ open, place: this.place, texts, names: this.locale.texts(cases), lang: this.locale.lang, download: this.#onDownload })}
      <section class="step screen-only">
        <h3>${texts.handling}</h3>
        ${this.summary.render()}
        ${
          this.requests.failure === undefined
            ? nothing
            : html`${this.renderFailure()}
                <div class="actions">
                  <button class="button" type="button" @click=${this.#onReload}>${texts.refresh}</button>
                </div>`
        }
        ${this.renderMessage()} ${this.#renderSteps()}
      </section>
    </article>`;
  }

  #renderSteps(): TemplateResult {
    const texts = this.locale.texts(caseDesk);
    const steps = this.#openSteps;
    if (!this.#step.current && steps.length === 0) return html`<p class="small">${texts.noSteps}</p>`;
    const { unitId, answer: label } = texts.fields;
    return this.#step.render({
      steps,
      labels: texts.steps,
      primary: 'answer',
      texts: this.locale.texts(common),
      fields: stepFields(body, texts.fields, {
        unitId: () =>
          html`<dvk-unit-field
            name="unitId"
            label=${unitId}
            required
            .client=${this.connection?.client}
          ></dvk-unit-field>`,
        answer: () => contractField({ body, name: 'answer', label, hint: this.answerHint, rows: 6, required: true }),
      }),
    });
  }
}

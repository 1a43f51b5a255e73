import { Task } from '@lit/task';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { caseSteps, type Case, type CaseAction, type CaseSummary } from '@dvk/sdk/cases';
import { isProblem } from '@dvk/sdk/client';
import { staff, type Role } from '@dvk/sdk/contract';
import type { Session } from '@dvk/sdk/session';
import { containsPersonalData, formatDateTime } from '@dvk/sdk/text';
import { DvkChoiceField } from '../choice-field/dvk-choice-field.ts';
import { DvkDateField } from '../date-field/dvk-date-field.ts';
import { DvkLoadEvent, DvkSaveEvent, type WidgetEvents } from '../events/index.ts';
import type { TaggedElement } from '../internal/define.ts';
import { Draft } from '../internal/draft.ts';
import { ErrorSummary } from '../internal/error-summary.ts';
import { formState, readForm, restoreForm, type FormState } from '../internal/form-data.ts';
import { panelStyles } from '../internal/panel-styles.ts';
import { placeName } from '../place-field/place-name.ts';
import { DvkWidget } from '../internal/widget.ts';
import { caseDesk } from './vi.ts';
import { cases } from '../locale/cases/vi.ts';
import { common } from '../locale/common/vi.ts';
import { DvkTextField } from '../text-field/dvk-text-field.ts';
import { DvkUnitField } from '../unit-field/dvk-unit-field.ts';
import { caseDetail } from './case-detail.ts';
import { filtersTemplate, queryOf, rowTemplate, type Filters } from './list.ts';
import { stepForm } from './step-form.ts';
import { caseDeskStyles } from './styles.ts';

/** A step being written: kept until it is confirmed or given up. */
interface KeptStep {
  step: CaseAction;
  fields: FormState;
}

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
  @state() private items: readonly CaseSummary[] = [];
  @state() private nextCursor: string | null = null;
  @state() private open?: Case | undefined;
  @state() private place = '';
  @state() private step?: CaseAction | undefined;
  @state() private failure?: unknown;
  @state() private done = '';
  @state() private busy = false;
  @state() private answerHint = '';
  #session?: Session;
  #draft?: Draft<KeptStep> | undefined;
  readonly #summary = new ErrorSummary(this, this.locale);

  readonly #list = new Task(
    this,
    async ([connection, filters], { signal }) => {
      if (!connection) return;
      const session = await connection.session;
      // Somebody else has signed in: what the one before had open is not theirs.
      if (this.#session && this.#session.subject !== session.subject) {
        this.#close();
        this.items = [];
      }
      this.#session = session;
      if (isProblem(this.failure, 'unauthenticated')) this.failure = undefined;
      if (!this.#isStaff) return;
      const page = await connection.client.cases.list({ query: queryOf(filters) }, { signal });
      this.items = page.items;
      this.nextCursor = page.nextCursor;
    },
    () => [this.connection, this.filters] as const,
  );

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Moved to another place in the page, the desk stays as it is.
    queueMicrotask(() => this.isConnected || this.#close());
  }

  get #roles(): readonly Role[] {
    return this.#session?.roles ?? [];
  }

  get #isStaff(): boolean {
    return this.#roles.some((role) => (staff as readonly Role[]).includes(role));
  }

  readonly #onFind = (event: SubmitEvent): void => {
    event.preventDefault();
    this.filters = readForm(event.target as HTMLFormElement) as Filters;
  };

  readonly #onMore = (): Promise<void> =>
    this.#attempt(async () => {
      const query = { ...queryOf(this.filters), cursor: this.nextCursor! };
      const page = await this.connection!.client.cases.list({ query });
      this.items = [...this.items, ...page.items];
      this.nextCursor = page.nextCursor;
    });

  /** Opens a case by its id, with the step that was being written for it. */
  async show(id: string): Promise<void> {
    await this.#attempt(async () => {
      const open = await this.connection!.client.cases.get({ params: { id } });
      const draft = await Draft.open<KeptStep>(`case-desk ${id} ${this.#session?.subject}`);
      this.#close();
      if (!this.isConnected) return draft.close();
      this.#take(open);
      this.#draft = draft;
      void this.#namePlace(open);
      this.dispatchEvent(new DvkLoadEvent<Case>(open));
      await this.#restore(draft);
    });
    await this.updateComplete;
    this.shadowRoot?.querySelector<HTMLElement>('#case-title')?.focus();
  }

  async #restore({ restored }: Draft<KeptStep>): Promise<void> {
    const { step, fields } = restored?.state ?? {};
    if (!fields || !this.#steps.some(({ action }) => action === step)) return;
    this.step = step;
    this.done = this.locale.texts(common).draftRestored(formatDateTime(restored!.savedAt));
    await this.updateComplete;
    restoreForm(this.#form!, fields);
  }

  get #steps(): ReturnType<typeof caseSteps> {
    return caseSteps(this.open!.status, this.#roles);
  }

  get #form(): HTMLFormElement | null {
    return this.shadowRoot!.querySelector<HTMLFormElement>('.step form');
  }

  /** Shows a case as it has just come; what the list says of it was older. */
  #take(latest: Case): void {
    this.open = latest;
    this.items = this.items.map((item) => (item.id === latest.id ? { ...item, ...latest } : item));
  }

  /** Lets go of the open case; a step being written stays in its draft. */
  #close(): void {
    this.#draft?.close();
    this.#draft = this.open = this.step = this.failure = undefined;
    this.done = this.answerHint = '';
    this.#summary.clear();
  }

  /** Back to the list, at the case that was open. */
  readonly #onBack = (): void => {
    const at = this.items.findIndex(({ id }) => id === this.open!.id);
    this.#close();
    void this.updateComplete.then(() => this.shadowRoot?.querySelectorAll<HTMLElement>('.row')[at]?.focus());
  };

  /** The name of the place comes after the case, which need not wait for it. */
  async #namePlace({ communeCode }: Case): Promise<void> {
    this.place = '';
    const name = await placeName(communeCode, this.placesUrl);
    if (this.open?.communeCode === communeCode) this.place = name;
  }

  async #attempt(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.failure = undefined;
    try {
      await work();
    } catch (error) {
      const form = this.#form;
      if (form && isProblem(error, 'validation-failed')) this.#summary.showServerErrors(form, error.errors);
      else this.failure = error;
      this.sendError(error);
    } finally {
      this.busy = false;
    }
  }

  #begin(step: CaseAction): void {
    this.step = step;
    this.answerHint = '';
    this.done = '';
    this.#summary.clear();
    void this.updateComplete.then(() =>
      this.shadowRoot?.querySelector<HTMLElement>('.step :is(.first, .primary)')?.focus(),
    );
  }

  readonly #onDownload = (file: Case['attachments'][number]): void => {
    void this.#attempt(async () => {
      const blob = await this.connection!.client.attachments.download({ params: { id: file.id } });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(blob);
      link.download = file.name;
      link.click();
      URL.revokeObjectURL(link.href);
    });
  };

  readonly #onEdit = (): void => {
    const form = this.#form!;
    this.#draft?.save({ step: this.step!, fields: formState(form) });
    const { answer } = readForm(form);
    this.answerHint = containsPersonalData(String(answer ?? '')) ? this.locale.texts(caseDesk).personalData : '';
  };

  readonly #onCancel = (): void => {
    this.step = undefined;
    void this.#draft?.clear();
  };

  readonly #onStep = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const { open, step } = this;
    if (!open || !step || !this.#summary.check(form)) return;
    void this.#attempt(async () => {
      const saved = await this.connection!.client.cases.transition(
        { params: { id: open.id }, body: { action: step, ...readForm(form) } },
        { ifMatch: open.etag },
      );
      this.#take(saved);
      await this.#draft?.clear();
      this.step = undefined;
      this.done = this.locale.texts(caseDesk).done(this.locale.texts(caseDesk).steps[step], saved.code);
      this.announce(this.done);
      this.dispatchEvent(new DvkSaveEvent<Case>(saved));
    });
  };

  /** Takes in what somebody else changed; the step being written stays on the page. */
  readonly #onReload = (): Promise<void> =>
    this.#attempt(async () => {
      this.#take(await this.connection!.client.cases.get({ params: { id: this.open!.id } }));
    });

  protected override renderContent(): TemplateResult {
    const texts = this.locale.texts(caseDesk);
    const known = this.#session !== undefined;
    return html`<section class="panel" part="panel" aria-labelledby="title" aria-busy=${this.busy}>
      <h2 id="title" tabindex="-1">${texts.title}</h2>
      ${
        !known
          ? this.renderTask(this.#list, () => nothing)
          : this.#isStaff
            ? this.#renderDesk()
            : this.renderRefusal(Boolean(this.#session!.subject), texts)
      }
    </section>`;
  }

  #renderDesk(): TemplateResult {
    const { open } = this;
    const filters = filtersTemplate(this.locale.texts(caseDesk), this.locale.texts(cases), this.#onFind);
    return html`<div class="desk ${open ? 'open' : ''}">
      <div class="list" part="list">
        ${filters} ${open || this.failure === undefined ? nothing : this.renderError(this.failure)}
        ${this.renderTask(this.#list, () => this.#renderList())}
      </div>
      ${open ? this.#renderDetail(open) : nothing}
    </div>`;
  }

  #renderList(): TemplateResult {
    const texts = this.locale.texts(caseDesk);
    const names = this.locale.texts(cases);
    if (this.items.length === 0 && this.nextCursor === null) return this.renderEmpty(texts.none);
    return html`<ul aria-label=${texts.list}>
        ${this.items.map((item) => rowTemplate(item, item.id === this.open?.id, names, () => void this.show(item.id)))}
      </ul>
      ${
        this.nextCursor === null
          ? nothing
          : html`<div class="actions">
              <button class="button" type="button" ?disabled=${this.busy} @click=${this.#onMore}>${texts.more}</button>
            </div>`
      }`;
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
        ${this.#summary.render()}
        ${
          this.failure === undefined
            ? nothing
            : html`${this.renderError(this.failure)}
                <div class="actions">
                  <button class="button" type="button" @click=${this.#onReload}>${texts.refresh}</button>
                </div>`
        }
        ${this.done ? html`<p class="notice">${this.done}</p>` : nothing}
        ${this.step ? this.#renderStep(this.step) : this.#renderSteps()}
      </section>
    </article>`;
  }

  #renderSteps(): TemplateResult {
    const texts = this.locale.texts(caseDesk);
    const steps = this.#steps;
    if (steps.length === 0) return html`<p class="small">${texts.noSteps}</p>`;
    return html`<div class="actions">
      ${steps.map(
        ({ action }) =>
          html`<button
            class="button ${action === 'answer' ? 'primary' : ''}"
            type="button"
            @click=${() => this.#begin(action)}
          >
            ${texts.steps[action]}
          </button>`,
      )}
    </div>`;
  }

  #renderStep(step: CaseAction): TemplateResult {
    return stepForm({
      step,
      needsReason: this.#steps.some(({ action, needs }) => action === step && needs?.includes('reason')),
      busy: this.busy,
      answerHint: this.answerHint,
      client: this.connection?.client,
      texts: this.locale.texts(caseDesk),
      onEdit: this.#onEdit,
      onSubmit: this.#onStep,
      onCancel: this.#onCancel,
    });
  }
}

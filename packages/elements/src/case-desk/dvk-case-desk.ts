import { Task } from '@lit/task';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { caseSteps, type Case, type CaseAction, type CaseStatus, type CaseSummary } from '@dvk/sdk/cases';
import { isProblem } from '@dvk/sdk/client';
import { staff, type Role } from '@dvk/sdk/contract';
import { containsPersonalData, formatDateTime } from '@dvk/sdk/text';
import { DvkChoiceField } from '../choice-field/dvk-choice-field.ts';
import { DvkDateField } from '../date-field/dvk-date-field.ts';
import type { TaggedElement } from '../internal/define.ts';
import { ErrorSummary } from '../internal/error-summary.ts';
import { DvkLoadEvent, DvkSaveEvent } from '../internal/events.ts';
import { readForm } from '../internal/form-data.ts';
import { panelStyles } from '../internal/panel-styles.ts';
import { placeName } from '../place-field/place-name.ts';
import { DvkWidget } from '../internal/widget.ts';
import { caseDesk } from '../locale/vi/case-desk.ts';
import { cases } from '../locale/vi/cases.ts';
import { DvkTextField } from '../text-field/dvk-text-field.ts';
import { DvkUnitField } from '../unit-field/dvk-unit-field.ts';
import { caseDetail, standingOf } from './case-detail.ts';
import { caseDeskStyles } from './styles.ts';

interface Filters {
  q?: string;
  status?: CaseStatus;
  overdue?: readonly string[];
}

/**
 * The desk of the people who handle reports and proposals: find a case, read it, take the step its state and the
 * person's role allow. Two people at one case never overwrite each other.
 *
 * @summary Officers find, read and answer cases.
 * @event {DvkLoadEvent} dvk-load - a case was opened
 * @event {DvkSaveEvent} dvk-save - a step was recorded
 * @event {DvkErrorEvent} dvk-error - a request failed; the widget already says so
 * @csspart base - the whole widget
 * @csspart panel - the framed area
 * @csspart list - the list of cases
 * @csspart detail - the open case
 * @example
 * <dvk-context base-url="/api"><dvk-case-desk></dvk-case-desk></dvk-context>
 */
export class DvkCaseDesk extends DvkWidget {
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
  #roles: readonly Role[] = [];
  readonly #summary = new ErrorSummary(this, this.locale);

  readonly #list = new Task(
    this,
    async ([connection, filters], { signal }) => {
      if (!connection) return;
      const session = await connection.session;
      this.#roles = session.roles;
      if (!this.#isStaff) return;
      const page = await connection.client.cases.list({ query: queryOf(filters) }, { signal });
      this.items = page.items;
      this.nextCursor = page.nextCursor;
    },
    () => [this.connection, this.filters] as const,
  );

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

  /** Opens a case by its id. */
  async show(id: string): Promise<void> {
    this.step = undefined;
    this.done = '';
    this.#summary.clear();
    await this.#attempt(async () => {
      this.open = await this.connection!.client.cases.get({ params: { id } });
      void this.#namePlace(this.open);
      this.dispatchEvent(new DvkLoadEvent(this.open));
    });
    await this.updateComplete;
    this.shadowRoot?.querySelector<HTMLElement>('#case-title')?.focus();
  }

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
      this.failure = error;
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
    void this.updateComplete.then(() => this.shadowRoot?.querySelector<HTMLElement>('.step .first')?.focus());
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

  readonly #onAnswer = (event: Event): void => {
    const { value } = event.target as DvkTextField;
    this.answerHint = containsPersonalData(value) ? this.locale.texts(caseDesk).personalData : '';
  };

  readonly #onStep = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const { open, step } = this;
    if (!open || !step || !this.#summary.check(form)) return;
    void this.#attempt(async () => {
      try {
        this.open = await this.connection!.client.cases.transition(
          { params: { id: open.id }, body: { action: step, ...readForm(form) } },
          { ifMatch: open.etag },
        );
      } catch (error) {
        if (!isProblem(error, 'validation-failed')) throw error;
        this.#summary.showServerErrors(form, error.errors);
        return;
      }
      const saved = this.open;
      this.step = undefined;
      this.done = this.locale.texts(caseDesk).done(this.locale.texts(caseDesk).steps[step], saved.code);
      this.announce(this.done);
      this.items = this.items.map((item) => (item.id === saved.id ? { ...item, ...saved } : item));
      this.dispatchEvent(new DvkSaveEvent(saved));
    });
  };

  /** Takes in what somebody else changed; the step being written stays on the page. */
  readonly #onReload = (): Promise<void> =>
    this.#attempt(async () => {
      this.open = await this.connection!.client.cases.get({ params: { id: this.open!.id } });
    });

  protected override renderContent(): TemplateResult {
    const texts = this.locale.texts(caseDesk);
    return html`<section class="panel" part="panel" aria-labelledby="title" aria-busy=${this.busy}>
      <h2 id="title">${texts.title}</h2>
      ${this.renderTask(this.#list, () => (this.#isStaff ? this.#renderDesk() : this.#renderNoPermission()))}
    </section>`;
  }

  #renderNoPermission(): TemplateResult {
    return html`<p class="notice">${this.locale.texts(caseDesk).noPermission}</p>`;
  }

  #renderDesk(): TemplateResult {
    return html`<div class="desk ${this.open ? 'open' : ''}">
      <div class="list" part="list">${this.#renderFilters()} ${this.#renderList()}</div>
      ${this.open ? this.#renderDetail(this.open) : nothing}
    </div>`;
  }

  #renderFilters(): TemplateResult {
    const texts = this.locale.texts(caseDesk);
    const { statuses } = this.locale.texts(cases);
    const options = Object.entries(statuses).map(([value, label]) => ({ value, label }));
    return html`<form class="screen-only" novalidate role="search" @submit=${this.#onFind}>
      <div class="filters">
        <dvk-text-field name="q" label=${texts.search} autocomplete="off"></dvk-text-field>
        <dvk-choice-field
          name="status"
          type="select"
          label=${texts.status}
          placeholder=${texts.anyStatus}
          .options=${options}
        ></dvk-choice-field>
        <dvk-choice-field
          name="overdue"
          type="checkbox"
          label=${texts.onlyOverdue}
          label-hidden
          .options=${[{ value: 'true', label: texts.onlyOverdue }]}
        ></dvk-choice-field>
        <div class="actions"><button class="button">${texts.find}</button></div>
      </div>
    </form>`;
  }

  #renderList(): TemplateResult {
    const texts = this.locale.texts(caseDesk);
    const names = this.locale.texts(cases);
    if (this.items.length === 0 && this.nextCursor === null) return this.renderEmpty(texts.none);
    return html`<ul aria-label=${texts.list}>
        ${this.items.map(
          (item) =>
            html`<li>
              <button
                class="row"
                type="button"
                aria-current=${item.id === this.open?.id ? 'true' : 'false'}
                @click=${() => this.show(item.id)}
              >
                <span class="title">${item.title}</span>
                <span class="meta small">
                  <span translate="no">${item.code}</span>
                  <span>${names.statuses[item.status]}</span>
                  ${isOverdue(item) ? html`<b class="late">${names.timeliness.overdue}</b>` : nothing}
                  <span>${names.due} ${formatDateTime(item.dueAt)}</span>
                </span>
              </button>
            </li>`,
        )}
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
        <button class="button plain" type="button" @click=${() => (this.open = undefined)}>${texts.back}</button>
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
        ${this.step ? this.#renderStep(this.step) : this.#renderSteps(open)}
      </section>
    </article>`;
  }

  #renderSteps(open: Case): TemplateResult {
    const texts = this.locale.texts(caseDesk);
    const steps = caseSteps(open.status, this.#roles);
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
    const texts = this.locale.texts(caseDesk);
    const needsReason = caseSteps(this.open!.status, this.#roles).some((s) => s.action === step && s.needsReason);
    return html`<form novalidate @submit=${this.#onStep}>
      ${
        step === 'assign'
          ? html`<dvk-unit-field
              class="first"
              name="unitId"
              label=${texts.toUnit}
              required
              .client=${this.connection?.client}
            ></dvk-unit-field>`
          : nothing
      }
      ${step === 'extend' ? html`<dvk-date-field class="first" name="until" label=${texts.until} required></dvk-date-field>` : nothing}
      ${
        step === 'answer'
          ? html`<dvk-text-field
              class="first"
              name="answer"
              type="multiline"
              rows="6"
              label=${texts.answer}
              hint=${this.answerHint}
              maxlength="10000"
              required
              @change=${this.#onAnswer}
            ></dvk-text-field>`
          : nothing
      }
      ${
        needsReason
          ? html`<dvk-text-field
              class=${step === 'extend' ? '' : 'first'}
              name="reason"
              type="multiline"
              label=${texts.reason}
              maxlength="2000"
              required
            ></dvk-text-field>`
          : nothing
      }
      <div class="actions">
        <button class="button primary" ?disabled=${this.busy}>${texts.confirm}: ${texts.steps[step]}</button>
        <button class="button plain" type="button" @click=${() => (this.step = undefined)}>${texts.cancel}</button>
      </div>
    </form>`;
  }
}

/** Past its date and still to be answered. */
function isOverdue(item: CaseSummary): boolean {
  return standingOf(item) === 'overdue';
}

function queryOf({ q, status, overdue }: Filters) {
  return {
    limit: 20,
    ...(q ? { q } : {}),
    ...(status ? { status } : {}),
    ...(overdue?.includes('true') ? { overdue: 'true' as const } : {}),
  };
}

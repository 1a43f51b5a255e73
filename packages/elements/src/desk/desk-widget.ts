import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { formatDateTime } from '@dvk/sdk/text';
import { DvkChoiceField } from '../choice-field/dvk-choice-field.ts';
import { DvkLoadEvent, DvkSaveEvent, type WidgetEvents } from '../events/index.ts';
import { StepForm, type StepContent } from '../form/step-form.ts';
import type { Step, StepsView } from '../form/steps.ts';
import type { Client } from '../internal/connection.ts';
import type { TaggedElement } from '../internal/define.ts';
import { Draft } from '../internal/draft.ts';
import { readForm } from '../internal/form-data.ts';
import { Loader } from '../internal/loader.ts';
import { PagedList } from '../internal/paged-list.ts';
import { pagedListStyles } from '../internal/paged-list-styles.ts';
import { panelStyles } from '../internal/panel-styles.ts';
import { DvkWidget } from '../internal/widget.ts';
import { common } from '../locale/common/vi.ts';
import type { desk } from '../locale/desk/vi.ts';
import { DvkTextField } from '../text-field/dvk-text-field.ts';
import { deskStyles } from './styles.ts';

/** What every record of a desk has. */
export interface DeskRecord {
  id: string;
  status: string;
  etag: string;
}

/** What the list of a desk is narrowed to: what stands in the boxes above it. */
export interface DeskFilters {
  q?: string;
  status?: string;
}

/** The operations of a desk: those of its area in the client. */
export interface DeskOperations<Row, Open> {
  list: (
    request: { query: object },
    options: { signal?: AbortSignal | undefined },
  ) => PromiseLike<{ items: readonly Row[]; nextCursor: string | null }>;
  get: (request: { params: { id: string } }) => PromiseLike<Open>;
  transition: (request: { params: { id: string }; body: never }, options: { ifMatch: string }) => PromiseLike<Open>;
}

/** The words of a desk: those that all share, and its own. */
export type DeskTexts<Action extends string> = typeof desk & {
  title: string;
  signInFirst: string;
  notAllowed: string;
  /** What the list holds. */
  list: string;
  /** That nothing matches. */
  none: string;
  steps: Readonly<Record<Action, string>>;
};

/** What the events of a desk carry. */
export interface DeskEvents<Open> extends WidgetEvents {
  'dvk-load': DvkLoadEvent<Open>;
  'dvk-save': DvkSaveEvent<Open>;
}

/**
 * Base of the desks, on which staff find records, read one and take the step that its state and their role allow. Two people at
 * one record never overwrite each other. A step being written outlives a reload, a lost session and a look at another record.
 *
 * @csspart panel - the framed area
 * @csspart summary - the list of errors above a form
 * @csspart list - the list of records
 * @csspart detail - the open record
 */
export abstract class DeskWidget<
  Row extends { id: string },
  Open extends DeskRecord & Partial<Row>,
  Action extends string,
  Filters extends DeskFilters = DeskFilters,
> extends DvkWidget<DeskEvents<Open>> {
  static override readonly dependencies: readonly TaggedElement[] = [DvkTextField, DvkChoiceField];
  static override styles: CSSResultGroup = [DvkWidget.styles, panelStyles, pagedListStyles, deskStyles];

  @state() protected open?: Open | undefined;
  @state() private filters = {} as Filters;
  readonly #list = new PagedList<Row>(this.requests);

  protected abstract operationsOf(client: Client): DeskOperations<Row, Open>;
  protected abstract get texts(): DeskTexts<Action>;
  /** The states by which the list can be narrowed, and their names. */
  protected abstract get statuses(): Readonly<Record<string, string>>;
  /** The steps open to the person. */
  protected abstract stepsOf(open: Open): readonly Step<Action>[];
  /** The fields of what the steps need. */
  protected abstract get stepFields(): StepsView<Action>['fields'];
  /** The step that most people come for. */
  protected readonly primary?: Action;
  /** What a record is called in a message. */
  protected abstract nameOf(open: Open): string;
  /** A record in the list: spans in a button. */
  protected abstract renderRow(row: Row): TemplateResult;
  /** Everything known about a record, with `#record-title` as its heading. */
  protected abstract renderRecord(open: Open): TemplateResult;
  /** Further boxes that narrow the list. */
  protected renderFilters(): TemplateResult | typeof nothing {
    return nothing;
  }
  /** What stands above the list while no record is open. */
  protected renderAbove(): TemplateResult | typeof nothing {
    return nothing;
  }
  /** The part of the query that narrows the list. */
  protected queryOf({ q, status }: Filters): object {
    return { ...(q ? { q } : {}), ...(status ? { status } : {}) };
  }
  /** Called when a record was opened. */
  protected onOpen(_open: Open): void {}
  /** Called with the values of the fields when the person has changed one, and without when they begin or end. */
  protected onEdit(_values: Record<string, unknown>): void {}

  get #operations(): DeskOperations<Row, Open> {
    return this.operationsOf(this.connection!.client);
  }

  protected readonly loader = new Loader(
    this,
    () => [this.filters],
    async ({ session }, signal) => {
      const filters = this.queryOf(this.filters);
      const person = await session;
      if (signal.aborted) return;
      if (!this.person.change(person)) {
        this.#close();
        this.#list.clear();
      }
      if (!this.person.isStaff) return;
      await this.#list.load(
        (page, signal) => this.#operations.list({ query: { ...page, ...filters } }, { signal }),
        signal,
      );
    },
  );

  readonly #step = new StepForm<Action, Open>({
    host: this,
    requests: this.requests,
    summary: this.summary,
    onBegin: () => this.#forgetMessages(),
    onEdit: (values) => this.onEdit(values),
    send: (action, values) => {
      const { id, etag } = this.open!;
      return this.#operations.transition(
        { params: { id }, body: { action, ...values } as unknown as never },
        { ifMatch: etag },
      );
    },
    onDone: (saved, action) => {
      const { texts } = this;
      this.#take(saved);
      this.showMessage(texts.done(texts.steps[action], this.nameOf(saved)));
      this.dispatchEvent(new DvkSaveEvent<Open>(saved));
    },
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // An element that is only moved within the page stays as it is.
    queueMicrotask(() => this.isConnected || this.#close());
  }

  readonly #onFind = (event: SubmitEvent): void => {
    event.preventDefault();
    this.filters = readForm(event.target as HTMLFormElement) as unknown as Filters;
  };

  /** Opens a record by its id, with the step that was being written for it. */
  async show(id: string): Promise<void> {
    const { subject } = this.person;
    await this.requests.run(async () => {
      const open = await this.#operations.get({ params: { id } });
      const form = `${(this.constructor as typeof DvkWidget).tag.slice(4)} ${id} ${subject}`;
      const draft = await Draft.open<StepContent>(form);
      // Meanwhile somebody else may have signed in.
      if (!this.isConnected || this.person.subject !== subject) return draft.close();
      this.#close();
      this.#take(open);
      this.onOpen(open);
      this.dispatchEvent(new DvkLoadEvent<Open>(open));
      const savedAt = await this.#step.restore(draft, this.stepsOf(open));
      if (savedAt) this.message = this.locale.texts(common).draftRestored(formatDateTime(savedAt));
    });
    await this.updateComplete;
    this.shadowRoot?.querySelector<HTMLElement>('#record-title')?.focus();
  }

  /** Shows a record as it has just come, also in the list. */
  #take(latest: Open): void {
    this.open = latest;
    this.#list.update(latest);
  }

  /** Closes the open record; a step being written stays in its draft. */
  #close(): void {
    this.#step.close();
    this.open = undefined;
    this.#forgetMessages();
    this.requests.forget();
  }

  #forgetMessages(): void {
    this.message = '';
    this.onEdit({});
  }

  /** Back to the list, at the record that was open. */
  readonly #onBack = (): void => {
    const at = this.#list.items.findIndex(({ id }) => id === this.open!.id);
    this.#close();
    void this.updateComplete.then(() => this.shadowRoot?.querySelectorAll<HTMLElement>('.row')[at]?.focus());
  };

  /** Takes in what somebody else changed; the step being written stays on the page. */
  readonly #onReload = (): Promise<boolean> =>
    this.requests.run(async () => {
      const { open } = this;
      const latest = await this.#operations.get({ params: { id: open!.id } });
      if (this.open === open) this.#take(latest);
    });

  protected override renderContent(): TemplateResult {
    const { person, texts } = this;
    return html`<section class="panel" part="panel" aria-labelledby="title" aria-busy=${this.requests.busy}>
      <h2 id="title" tabindex="-1">${texts.title}</h2>
      ${
        !person.session
          ? this.renderLoaded(this.loader, () => nothing)
          : person.isStaff
            ? this.#renderDesk()
            : this.renderRefusal(texts)
      }
    </section>`;
  }

  #renderDesk(): TemplateResult {
    const { open } = this;
    return html`<div class="desk ${open ? 'open' : ''}">
      <div class="list" part="list">
        ${open ? nothing : this.renderAbove()} ${this.#renderFind()} ${open ? nothing : this.renderFailure()}
        ${this.renderLoaded(this.loader, () => this.#renderList())}
      </div>
      ${open ? this.#renderOpen(open) : nothing}
    </div>`;
  }

  /** The boxes that narrow the list. */
  #renderFind(): TemplateResult {
    const { texts } = this;
    const options = Object.entries(this.statuses).map(([value, label]) => ({ value, label }));
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
        ${this.renderFilters()}
        <div class="actions"><button class="button">${texts.find}</button></div>
      </div>
    </form>`;
  }

  #renderList(): TemplateResult {
    const { texts } = this;
    return this.#list.render({
      label: texts.list,
      more: this.locale.texts(common).more,
      empty: this.renderEmpty(texts.none),
      row: (row) =>
        html`<button
          class="row"
          type="button"
          aria-current=${row.id === this.open?.id ? 'true' : 'false'}
          @click=${() => void this.show(row.id)}
        >
          ${this.renderRow(row)}
        </button>`,
    });
  }

  #renderOpen(open: Open): TemplateResult {
    const { texts } = this;
    return html`<article class="detail" part="detail" aria-labelledby="record-title">
      <div class="actions">
        <button class="button plain" type="button" @click=${this.#onBack}>${texts.back}</button>
      </div>
      ${this.renderRecord(open)}
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
        ${this.renderMessage()} ${this.#renderSteps(open)}
      </section>
    </article>`;
  }

  #renderSteps(open: Open): TemplateResult {
    const { texts } = this;
    const steps = this.stepsOf(open);
    if (!this.#step.current && steps.length === 0) return html`<p class="small">${texts.noSteps}</p>`;
    return this.#step.render({
      steps,
      labels: texts.steps,
      ...(this.primary && { primary: this.primary }),
      texts: this.locale.texts(common),
      fields: this.stepFields,
    });
  }
}

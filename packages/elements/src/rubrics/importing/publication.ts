import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { describeFieldError, type FieldError } from '@dvk/sdk/contract';
import type { Finding, RubricCheck, RubricPublication, RubricSummary } from '@dvk/sdk/rubrics';
import type { Draft } from '../../internal/draft.ts';
import { formState, readForm, restoreForm, type FormState } from '../../internal/form-data.ts';
import type { WidgetHost } from '../../internal/widget-host.ts';
import { common } from '../../locale/common/vi.ts';
import { rubricImport } from '../../locale/rubric-import/vi.ts';
import type { KnownRubrics } from '../known-rubrics.ts';
import { rubrics } from '../vi.ts';
import { effectTemplate } from './effect.ts';
import { publicationFields } from './fields.ts';
import { continuesNone } from './proposals.ts';
import type { KeptImport } from './reading.ts';

export interface PublicationOptions {
  known: KnownRubrics;
  draft: Draft<KeptImport>;
  /** The import as it is now. */
  kept: () => KeptImport;
  onFields: (fields: FormState) => void;
  /** Called with what the server finds wrong with the rubric. */
  onChecked: (findings: readonly Finding[]) => void;
  onDiscard: () => void;
  onPublished: (summary: RubricSummary) => void;
}

/** What a draft is to be called and to rest on, what publishing it would bring about, and the publication. */
export class Publication {
  readonly #host: WidgetHost;
  readonly #options: PublicationOptions;
  #check: { body: RubricPublication; result: RubricCheck } | undefined;
  /** Counts the forms, so that each begins with what it is to hold. */
  #form = 0;
  #isClosed = false;

  constructor(host: WidgetHost, options: PublicationOptions) {
    this.#host = host;
    this.#options = options;
  }

  close(): void {
    this.#isClosed = true;
    this.#host.requests.stopReading('check');
  }

  /** Shows what was kept, in a new form. */
  async begin(): Promise<void> {
    const { element } = this.#host;
    this.#check = undefined;
    this.#form += 1;
    element.requestUpdate();
    await element.updateComplete;
    const form = this.#find<HTMLFormElement>('#publication');
    if (form && !this.#isClosed) restoreForm(form, this.#options.kept().fields);
  }

  get #texts(): typeof rubricImport {
    return this.#host.locale.texts(rubricImport);
  }

  get #client() {
    return this.#host.connection()!.client;
  }

  #find<E extends HTMLElement>(selector: string): E | null {
    return this.#host.element.shadowRoot!.querySelector<E>(selector);
  }

  readonly #onEdit = (event: Event): void => {
    const form = event.currentTarget as HTMLFormElement;
    this.#check = undefined;
    this.#host.showMessage('');
    // A field that is not there now comes back with what stood in it.
    this.#options.onFields({ ...this.#options.kept().fields, ...formState(form) });
  };

  #body(form: HTMLFormElement): RubricPublication {
    const told = readForm(form) as unknown as Omit<RubricPublication, 'validTo'> & {
      continues: string;
      validTo?: string;
    };
    const { continues, rubric, validFrom, validTo = null, reason } = told;
    const { rubric: read } = this.#options.kept().reading;
    const id = continues === continuesNone ? rubric.id : continues;
    return { rubric: { ...read, ...rubric, id }, validFrom, validTo, reason };
  }

  /** What the server would refuse and the page knows already, at the fields. */
  #faultsOf({ rubric, validFrom, validTo }: RubricPublication): FieldError[] {
    const { lang } = this.#host.locale;
    const fault = (pointer: string, code: FieldError['code']) => ({
      pointer,
      code,
      detail: describeFieldError(code, {}, lang),
    });
    const isTaken = this.#options.known.versionsOf(rubric.id).some(({ version }) => version === rubric.version);
    return [
      ...(isTaken ? [fault('/rubric/version', 'version-taken')] : []),
      ...(validTo !== null && validTo < validFrom ? [fault('/validTo', 'end-before-start')] : []),
    ];
  }

  readonly #onCheck = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const { requests, summary, element } = this.#host;
    if (requests.isWriting || !summary.check(form)) return;
    const body = this.#body(form);
    const faults = this.#faultsOf(body);
    if (faults.length > 0) return summary.showServerErrors(form, faults);
    const isDone = await requests.run(
      async (signal) => {
        const result = await this.#client.rubrics.check({ body }, { signal });
        if (signal.aborted || this.#isClosed) return;
        this.#check = { body, result };
        this.#options.onChecked(result.findings);
      },
      { reads: 'check', form, retry: () => form.requestSubmit() },
    );
    if (!isDone) return;
    await element.updateComplete;
    this.#find('#check')?.focus();
  };

  readonly #onPublish = async (): Promise<void> => {
    const { requests } = this.#host;
    const { draft, kept, onPublished } = this.#options;
    const { body } = this.#check!;
    const form = this.#find<HTMLFormElement>('#publication')!;
    let summary: RubricSummary | undefined;
    const work = async () => {
      const idempotencyKey = await draft.keyFor(body, kept());
      summary = await this.#client.rubrics.publish({ body }, { idempotencyKey });
      await draft.clear();
    };
    if (await requests.run(work, { form, retry: () => void this.#onPublish() })) onPublished(summary!);
  };

  render({ fields }: KeptImport): TemplateResult {
    const { known, onDiscard } = this.#options;
    const { locale, requests, summary, renderFailure } = this.#host;
    const { lang } = locale;
    const texts = this.#texts;
    const shared = locale.texts(rubrics);
    const isChecking = requests.busy && !this.#check;
    return html`<section class="card publication" aria-labelledby="publication-title">
        <h3 id="publication-title">${texts.publication}</h3>
        ${keyed(
          this.#form,
          html`<form
            id="publication"
            novalidate
            @submit=${this.#onCheck}
            @input=${this.#onEdit}
            @change=${this.#onEdit}
          >
            ${publicationFields({ fields, known, texts, shared, lang })} ${summary.render()}
            <div class="actions">
              <button class="button ${this.#check ? '' : 'primary'}" ?disabled=${requests.busy}>
                ${isChecking ? texts.checking : texts.check}
              </button>
              <button class="button plain" type="button" ?disabled=${requests.isWriting} @click=${onDiscard}>
                ${locale.texts(common).discardDraft}
              </button>
            </div>
          </form>`,
        )}
        ${renderFailure()}
      </section>
      ${
        this.#check
          ? effectTemplate({
              check: this.#check.result,
              body: this.#check.body,
              isSending: requests.isWriting,
              texts,
              shared,
              lang,
              onPublish: () => void this.#onPublish(),
            })
          : nothing
      }`;
  }
}

import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import { fileHeaders } from '@dvk/sdk/client';
import { criteriaOf, type Finding, type RubricReading, type RubricSummary } from '@dvk/sdk/rubrics';
import { dateInVietnam, formatDate, formatMoment } from '@dvk/sdk/text';
import { DvkChoiceField } from '../../choice-field/dvk-choice-field.ts';
import { criteriaTable } from '../../criteria/criteria-table.ts';
import { rubricRules } from '../../criteria/rules.ts';
import { DvkDateField } from '../../date-field/dvk-date-field.ts';
import { DvkFileField, type Upload } from '../../file-field/dvk-file-field.ts';
import { backIcon } from '../../icons/back.ts';
import { nextIcon } from '../../icons/next.ts';
import { warningIcon } from '../../icons/warning.ts';
import { defineLateParts } from '../../internal/define.ts';
import type { Draft } from '../../internal/draft.ts';
import type { WidgetHost } from '../../internal/widget-host.ts';
import { common } from '../../locale/common/vi.ts';
import { criteria } from '../../locale/criteria/vi.ts';
import { rubricImport } from '../../locale/rubric-import/vi.ts';
import type { KnownRubrics } from '../known-rubrics.ts';
import type { RubricPage } from '../page.ts';
import { rubrics } from '../vi.ts';
import { doubtsTemplate } from './doubts.ts';
import { findingsTemplate, isError } from './findings.ts';
import { proposalsFor } from './proposals.ts';
import { Publication } from './publication.ts';
import { doubtsBeside, keyOf, nodeAt, type Doubt, type KeptImport } from './reading.ts';
import { importStyles } from './styles.ts';
import { totalsTemplate } from './totals.ts';

export { isKeptImport } from './reading.ts';

export interface RubricImportOptions {
  known: KnownRubrics;
  draft: Draft<KeptImport>;
  onBack: () => void;
  /** @param text - that it was published, in words */
  onPublished: (summary: RubricSummary, text: string) => void;
}

/**
 * A new version from a Word or Excel file: the draft that was read with its faults and doubts, what it is to be called and to rest
 * on, what publishing it would bring about, and the publication. All of it outlives a reload.
 */
export class RubricImport implements RubricPage {
  readonly #host: WidgetHost;
  readonly #options: RubricImportOptions;
  #kept: KeptImport | undefined;
  /** What has just come of a file, until its field has said so. */
  #read: { fileName: string; reading: RubricReading } | undefined;
  #findings: 'loading' | 'failed' | readonly Finding[] = 'loading';
  /** The doubt that is shown. */
  #at = 0;
  readonly #publication: Publication;

  constructor(host: WidgetHost, options: RubricImportOptions) {
    this.#host = host;
    this.#options = options;
    defineLateParts(host.element, [DvkChoiceField, DvkDateField, DvkFileField]);
    for (const each of importStyles as CSSResult[]) host.addStyles(each);
    this.#publication = new Publication(host, {
      ...options,
      kept: () => this.#kept!,
      onFields: (fields) => this.#change({ fields }),
      onChecked: (findings) => (this.#findings = findings),
      onDiscard: this.#onDiscard,
      onPublished: (summary) => options.onPublished(summary, this.#texts.published(summary.version)),
    });
    const { restored } = options.draft;
    if (!restored) return;
    this.#kept = restored.state;
    host.showMessage(host.locale.texts(common).draftRestored(formatMoment(restored.savedAt, host.locale.lang)));
    this.#begin();
  }

  /** A key must not close what has taken a while. */
  get isWriting(): boolean {
    return this.#kept !== undefined;
  }

  close(): void {
    this.#publication.close();
    this.#host.requests.stopReading('findings');
    this.#options.draft.close();
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

  #update(): void {
    this.#host.element.requestUpdate();
  }

  readonly #upload: Upload = async (file, { signal }) => {
    const headers = fileHeaders(file.name);
    const reading = await this.#client.rubrics.read({ headers, query: {}, body: file }, { signal });
    this.#read = { fileName: file.name, reading };
    return { id: file.name, name: file.name, size: file.size };
  };

  /** The file was read: the draft takes the place of the one before; what was written of the publication stays. */
  readonly #onFile = (event: Event): void => {
    const field = event.target as DvkFileField;
    const read = this.#read;
    if (!read || field.files.length === 0) return;
    this.#read = undefined;
    field.files = [];
    const { reading } = read;
    const { seen = [], fields = proposalsFor(reading, this.#options.known) } = this.#kept ?? {};
    this.#kept = { ...read, readAt: new Date().toISOString(), seen, fields };
    this.#options.draft.save(this.#kept);
    const said = this.#texts.readDone(read.fileName, criteriaOf(reading.rubric).length, reading.doubts.length);
    this.#host.showMessage(said);
    this.#begin();
  };

  /** Shows the draft from its beginning. */
  #begin(): void {
    this.#at = 0;
    void this.#findFaults();
    void this.#publication.begin();
  }

  #change(changes: Partial<KeptImport>): void {
    this.#kept = { ...this.#kept!, ...changes };
    this.#options.draft.save(this.#kept);
    this.#update();
  }

  readonly #findFaults = async (): Promise<void> => {
    const { rubric } = this.#kept!.reading;
    this.#findings = 'loading';
    await this.#host.requests.run(
      async (signal) => {
        // What it rests on is not known yet; the faults of the table are.
        const body = { rubric, validFrom: dateInVietnam(Date.now()), validTo: null, reason: '–' };
        const { findings } = await this.#client.rubrics.check({ body }, { signal });
        if (!signal.aborted) this.#findings = findings;
      },
      {
        reads: 'findings',
        handle: () => {
          this.#findings = 'failed';
          return true;
        },
      },
    );
  };

  readonly #onDiscard = (): void => {
    this.#kept = undefined;
    this.#host.requests.forget();
    this.#host.summary.clear();
    void this.#options.draft.clear();
    this.#host.showMessage(this.#texts.discarded);
    void this.#host.element.updateComplete.then(() => this.#find('#record-title')?.focus());
  };

  /** To the row of the draft, or what stands below the table. */
  readonly #onGo = (pointer: string): void => {
    const row = this.#find(`[data-pointer="${pointer}"]`) ?? this.#find('.rules');
    this.#find<HTMLDetailsElement>('.drafted')?.setAttribute('open', '');
    row?.scrollIntoView({ block: 'center' });
    row?.focus({ preventScroll: true });
  };

  readonly #onSeen = (doubt: Doubt): void => {
    this.#at += 1;
    this.#change({ seen: [...this.#kept!.seen, keyOf(doubt)] });
    void this.#host.element.updateComplete.then(() => this.#find('#doubts')?.focus());
  };

  render(): TemplateResult {
    const texts = this.#texts;
    const { locale, renderMessage } = this.#host;
    const kept = this.#kept;
    return html`<article class="import" part="detail" aria-labelledby="record-title">
      <div class="way-back">
        <button class="link" type="button" @click=${this.#options.onBack}>
          ${backIcon}${locale.texts(rubrics).back}
        </button>
      </div>
      <header>
        <h2 id="record-title" tabindex="-1">${texts.title}</h2>
        ${kept ? this.#renderState(kept) : html`<p class="lead">${texts.lead}</p>`}
      </header>
      ${renderMessage()}
      <section class="card file" @change=${this.#onFile}>
        <dvk-file-field
          label=${kept ? texts.fileAgain : texts.file}
          hint=${kept ? texts.fileAgainHint : texts.fileHint}
          accept=".docx,.xlsx"
          max-files="1"
          .upload=${this.#upload}
        ></dvk-file-field>
      </section>
      ${kept ? this.#renderDraft(kept) : nothing}
    </article>`;
  }

  /** “Phiên bản 2027 (nháp) · nhập từ tệp Word ngày 28/11/2026 · mẫu minh họa, chưa phải văn bản ban hành”. */
  #renderState({ fileName, readAt, fields }: KeptImport): TemplateResult {
    const texts = this.#texts;
    const isIllustrative = fields['rubric/legalBasis/confidence'] === 'illustrative';
    return html`<p class="state-line small">
      ${texts.draftOf(fields['rubric/version'] ?? '')} ·
      ${texts.readFrom(isExcel(fileName) ? 'Excel' : 'Word', fileName, formatDate(dateInVietnam(readAt)))}
      ${isIllustrative ? html`· <b class="illustrative">${texts.illustrative}</b>` : nothing}
    </p>`;
  }

  #renderDraft(kept: KeptImport): TemplateResult {
    const { locale } = this.#host;
    const { lang } = locale;
    const texts = this.#texts;
    const words = locale.texts(criteria);
    const { rubric, doubts: all } = kept.reading;
    const findings = typeof this.#findings === 'string' ? [] : this.#findings;
    const errors = findings.filter(isError);
    const doubts = doubtsBeside(findings, all);
    const marked = new Set(errors.map(({ pointer }) => nodeAt(rubric, pointer)?.pointer));
    return html`<div class="draft-parts">
        <aside>
          ${totalsTemplate(rubric, errors, texts, lang)}
          ${findingsTemplate({
            findings: this.#findings,
            rubric,
            doubts: all,
            texts,
            lang,
            onGo: this.#onGo,
            onRetry: () => void this.#findFaults(),
          })}
        </aside>
        <div class="main">
          ${doubtsTemplate({
            doubts,
            at: this.#at,
            seen: kept.seen,
            rubric,
            isExcel: isExcel(kept.fileName),
            texts,
            words,
            lang,
            onGo: (at) => {
              this.#at = at;
              this.#update();
            },
            onSeen: this.#onSeen,
          })}
          <details class="disclosure drafted" open>
            <summary>${nextIcon}<span>${texts.drafted(criteriaOf(rubric).length)}</span></summary>
            ${criteriaTable({
              rubric,
              texts: words,
              lang,
              mark: ({ pointer }) =>
                marked.has(pointer)
                  ? html`<span class="marked">${warningIcon}<span class="hidden">${texts.mustSettle}</span></span>`
                  : nothing,
            })}
            <div tabindex="-1" data-pointer="/bands">${rubricRules(rubric, words, lang)}</div>
          </details>
        </div>
      </div>
      ${this.#publication.render(kept)}`;
  }
}

const isExcel = (fileName: string): boolean => /\.xlsx$/i.test(fileName);

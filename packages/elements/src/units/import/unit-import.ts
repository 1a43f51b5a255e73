import { css, html, nothing, type CSSResult, type TemplateResult } from 'lit';
import { fileHeaders } from '@dvk/sdk/client';
import { importsCarryOut, importsUndo } from '@dvk/sdk/constraints';
import { importModes, type ImportMode, type UnitImport, type UnitImportRecord } from '@dvk/sdk/imports';
import { formatMoment } from '@dvk/sdk/text';
import { DvkChoiceField } from '../../choice-field/dvk-choice-field.ts';
import { DvkDateField } from '../../date-field/dvk-date-field.ts';
import { contractField } from '../../form/contract-field.ts';
import { dialogFormStyles } from '../../form/dialog-form-styles.ts';
import { exportIcon } from '../../icons/export.ts';
import { importIcon } from '../../icons/import.ts';
import { defineLateParts } from '../../internal/define.ts';
import { readForm } from '../../internal/form-data.ts';
import type { WidgetHost } from '../../internal/widget-host.ts';
import { parts } from '../../locale/parts/vi.ts';
import { unitImport } from '../../locale/unit-import/vi.ts';
import { Dialog, dialogStyles } from '../../parts/dialog.ts';
import { disclosureStyles } from '../../parts/disclosure.ts';
import { progress, progressStyles } from '../../parts/progress.ts';
import { saveFile } from '../../parts/save-file.ts';
import { whyOf } from '../forms/unit-fields.ts';
import { otherRows, refusedRows, rowTableStyles } from './row-tables.ts';

/** Milliseconds between two looks at an import that runs. */
const pause = 1000;

/** So many imports of before are shown. */
const shownBefore = 5;

export interface UnitImportOptions {
  /** Units were added or changed, or an import was taken back. */
  onChanged: (text: string) => void;
}

/** The import of a table of units: choose, look through, carry out, take back. Comes when it is asked for. */
export class UnitImportDialog {
  readonly #host: WidgetHost;
  readonly #options: UnitImportOptions;
  readonly #dialog: Dialog;
  #before: readonly UnitImport[] = [];
  #way: 'correct' | 'since' = 'correct';
  #found: UnitImportRecord | undefined;
  #mode: ImportMode = 'all-or-nothing';
  #isChecking = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: WidgetHost, options: UnitImportOptions) {
    this.#host = host;
    this.#options = options;
    this.#dialog = new Dialog(host.element, () => this.#forget());
    defineLateParts(host.element, [DvkChoiceField, DvkDateField]);
    const styles = [dialogStyles, disclosureStyles, progressStyles, dialogFormStyles, rowTableStyles, importStyles];
    for (const each of styles.flat(2) as CSSResult[]) host.addStyles(each);
  }

  get #texts(): typeof unitImport {
    return this.#host.locale.texts(unitImport);
  }

  get #client() {
    return this.#host.connection()!.client;
  }

  get isOpen(): boolean {
    return this.#dialog.isOpen;
  }

  open(): void {
    this.#host.summary.clear();
    this.#host.requests.forget();
    this.#dialog.open();
    this.#readBefore();
  }

  close(): void {
    this.#dialog.close();
    this.#forget();
  }

  #forget(): void {
    clearTimeout(this.#timer);
    this.#found = undefined;
    this.#isChecking = false;
    this.#host.summary.clear();
    this.#host.requests.forget();
  }

  #update(): void {
    this.#host.element.requestUpdate();
  }

  #readBefore(): void {
    void this.#client.imports.list({ query: { limit: shownBefore } }).then(
      ({ items }) => {
        this.#before = items;
        this.#update();
      },
      () => {},
    );
  }

  readonly #onFile = ({ target }: Event): void => {
    const input = target as HTMLInputElement;
    const [file] = input.files ?? [];
    // The same file may be chosen again once it was corrected.
    input.value = '';
    if (!file) return;
    const form = this.#form;
    if (form && !this.#host.summary.check(form)) return;
    const { since } = (form ? readForm(form) : {}) as { since?: string };
    this.#isChecking = true;
    void this.#host.requests
      .run(async () => {
        this.#take(
          await this.#client.imports.check({
            headers: fileHeaders(file.name),
            query: { ...(this.#way === 'since' && since && { since }) },
            body: file,
          }),
        );
      })
      .then(() => {
        this.#isChecking = false;
        this.#update();
      });
    this.#update();
  };

  get #form(): HTMLFormElement | null {
    return this.#host.element.shadowRoot!.querySelector<HTMLFormElement>('#import-form');
  }

  /** Shows an import as it has just come; what runs is looked at again. */
  #take(found: UnitImportRecord): void {
    const wasRunning = this.#found?.status === 'running';
    this.#found = found;
    clearTimeout(this.#timer);
    if (found.status === 'running') this.#timer = setTimeout(() => void this.#look(found.id), pause);
    if (found.status === 'done' && wasRunning) this.#tellDone(found);
    this.#update();
  }

  #tellDone({ counts }: UnitImportRecord): void {
    this.#options.onChanged(this.#texts.done(counts.added, counts.changed));
    this.#readBefore();
  }

  readonly #look = (id: string): Promise<boolean> =>
    this.#host.requests.run(
      async (signal) => {
        const found = await this.#client.imports.get({ params: { id } }, { signal });
        if (!signal.aborted && this.isOpen) this.#take(found);
      },
      { reads: 'import' },
    );

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const { requests, summary } = this.#host;
    const found = this.#found;
    if (!found || requests.isWriting || !summary.check(form)) return;
    const values = readForm(form);
    const params = { id: found.id };
    void requests.run(
      async () => {
        if (found.status === 'done') {
          const { reason } = values as { reason: string };
          this.#take(await this.#client.imports.undo({ params, body: { reason } }, { ifMatch: found.etag }));
          this.#options.onChanged(this.#texts.undone);
          return;
        }
        const body = { mode: found.counts.refused > 0 ? this.#mode : 'all-or-nothing', ...whyOf(values) } as const;
        const started = await this.#client.imports.carryOut({ params, body }, { ifMatch: found.etag });
        this.#take(started);
        if (started.status === 'done') this.#tellDone(started);
      },
      { form, retry: () => form.requestSubmit() },
    );
  };

  readonly #onTemplate = (): void => {
    void this.#host.requests.run(
      async () => saveFile(await this.#client.units.template({ query: { format: 'xlsx' } }), 'don-vi-mau.xlsx'),
      { reads: 'template' },
    );
  };

  readonly #onResult = (): void => {
    const { id, fileName } = this.#found!;
    void this.#host.requests.run(
      async () => {
        const file = await this.#client.imports.result({ params: { id }, query: { format: 'xlsx' } });
        saveFile(file, `${fileName.replace(/\.\w+$/, '')} - ket qua.xlsx`);
      },
      { reads: 'result' },
    );
  };

  readonly #onBack = (): void => {
    this.#forget();
    this.#readBefore();
    this.#update();
  };

  render(): TemplateResult | typeof nothing {
    const { locale, summary, renderFailure } = this.#host;
    const texts = this.#texts;
    return this.#dialog.render(() => ({
      title: texts.title,
      texts: locale.texts(parts),
      isLocked: this.#isChecking,
      content: html`<form class="dialog-form unit-import" id="import-form" novalidate @submit=${this.#onSubmit}>
        ${summary.render()} ${renderFailure()} ${this.#found ? this.#renderFound(this.#found) : this.#renderChoice()}
      </form>`,
      foot: this.#renderFoot(),
    }));
  }

  #renderFoot(): TemplateResult {
    const texts = this.#texts;
    const found = this.#found;
    const { isWriting } = this.#host.requests;
    const back = html`<button class="button plain" type="button" ?disabled=${isWriting} @click=${this.#onBack}>
      ${texts.back}
    </button>`;
    const send = (label: string) =>
      html`<button class="button primary" form="import-form" ?disabled=${isWriting}>${label}</button>`;
    if (!found)
      return html`<button class="button plain" type="button" @click=${() => this.#dialog.close()}>
          ${texts.close}
        </button>
        ${this.#chooser(texts.choose, 'primary')}`;
    if (found.status === 'checked') {
      const { added, changed, refused } = found.counts;
      const count = added + changed;
      return html`${back}
      ${refused > 0 ? this.#chooser(texts.chooseOther, count > 0 && this.#mode === 'good-rows' ? '' : 'primary') : nothing}
      ${count > 0 && (refused === 0 || this.#mode === 'good-rows') ? send(texts.send(count)) : nothing}`;
    }
    if (found.status === 'done' && found.undoUntil !== null) return html`${back} ${send(texts.undo)}`;
    return back;
  }

  /** A file is chosen by a button of the browser, which looks like ours. */
  #chooser(label: string, look: string): TemplateResult {
    return html`<label class="button ${look} chooser">
      ${importIcon}${this.#isChecking ? this.#texts.checking : label}
      <input
        class="hidden"
        type="file"
        accept=".xlsx,.csv"
        ?disabled=${this.#isChecking || this.#host.requests.isWriting}
        @change=${this.#onFile}
      />
    </label>`;
  }

  #renderChoice(): TemplateResult {
    const texts = this.#texts;
    const { lang } = this.#host.locale;
    return html`<p>${texts.intro}</p>
      <p>
        <button class="link" type="button" @click=${this.#onTemplate}>${texts.template}</button>
      </p>
      <dvk-choice-field
        name="way"
        label=${texts.how}
        value=${this.#way}
        .options=${(['correct', 'since'] as const).map((value) => ({
          value,
          label: texts.ways[value],
          hint: texts.wayHints[value],
        }))}
        required
        @change=${({ target }: Event) => {
          this.#way = (target as DvkChoiceField).value as 'correct' | 'since';
          this.#update();
        }}
      ></dvk-choice-field>
      ${
        this.#way === 'since'
          ? html`<dvk-date-field name="since" label=${texts.since} required></dvk-date-field>`
          : nothing
      }
      <section aria-labelledby="before-title">
        <h3 id="before-title">${texts.before}</h3>
        ${
          this.#before.length === 0
            ? html`<p class="small">${texts.noneBefore}</p>`
            : html`<ul class="imports">
                ${this.#before.map(({ id, fileName, status, createdAt, sentBy }) => {
                  const when = formatMoment(createdAt, lang);
                  return html`<li>
                    <span>${texts.beforeOne(fileName, texts.statuses[status], when, sentBy ?? texts.someone)}</span>
                    <button
                      class="link"
                      type="button"
                      aria-label=${texts.openOf(fileName, when)}
                      @click=${() => void this.#look(id)}
                    >
                      ${texts.open}
                    </button>
                  </li>`;
                })}
              </ul>`
        }
      </section>`;
  }

  #renderFound(found: UnitImportRecord): TemplateResult {
    const texts = this.#texts;
    const { lang } = this.#host.locale;
    const { status, fileName, rowCount, counts } = found;
    return html`<p><b>${texts.file(fileName, rowCount)}</b></p>
      ${
        status === 'running'
          ? this.#renderRunning(found)
          : status === 'done'
            ? html`<p class="notice success" role="status">${texts.done(counts.added, counts.changed)}</p>
                ${this.#renderUndo(found, lang)}`
            : status === 'undone'
              ? this.#renderUndone(found)
              : html`${status === 'refused' ? html`<p class="notice danger" role="alert">${texts.refused}</p>` : nothing}
                ${this.#renderChecked(found)}`
      }
      ${
        status === 'checked'
          ? nothing
          : html`<p>
              <button class="link" type="button" @click=${this.#onResult}>${exportIcon}${texts.result}</button>
            </p>`
      }`;
  }

  #renderRunning({ progress: at }: UnitImportRecord): TemplateResult {
    const texts = this.#texts;
    const { done, total } = at ?? { done: 0, total: 0 };
    return html`${progress({
        label: texts.running,
        done,
        total: Math.max(total, 1),
        inWords: texts.rows,
        texts: this.#host.locale.texts(parts),
      })}
      <p class="small">${texts.runningHow}</p>`;
  }

  #renderUndo({ undoUntil }: UnitImportRecord, lang: 'vi' | 'en'): TemplateResult | typeof nothing {
    if (undoUntil === null) return nothing;
    const texts = this.#texts;
    return html`<p>${texts.undoUntil(formatMoment(undoUntil, lang))}</p>
      ${contractField({ body: importsUndo, name: 'reason', label: texts.undoReason, rows: 2, required: true })}`;
  }

  #renderUndone({ kept }: UnitImportRecord): TemplateResult {
    const texts = this.#texts;
    const { lang } = this.#host.locale;
    return html`<p class="notice success" role="status">${texts.undone}</p>
      ${
        kept.length > 0
          ? html`<p>${texts.kept(kept.length)}</p>
              <ul class="import-list">
                ${kept.map(({ name, text }) => html`<li>${texts.keptOne(name, text[lang])}</li>`)}
              </ul>`
          : nothing
      }`;
  }

  #renderChecked(found: UnitImportRecord): TemplateResult {
    const texts = this.#texts;
    const { lang } = this.#host.locale;
    const { counts, rows, unread } = found;
    const refused = rows.filter(({ outcome }) => outcome === 'refused');
    const said = (['added', 'changed', 'unchanged', 'untouched'] as const)
      .filter((each) => counts[each] > 0)
      .map((each) => texts.counts[each](counts[each]));
    const count = counts.added + counts.changed;
    return html`<p role="status">${count > 0 ? `${texts.will}: ${said.join('; ')}.` : texts.nothing}</p>
      ${unread.length > 0 ? html`<p class="small">${texts.unread(unread.join(', '))}</p>` : nothing}
      ${
        counts.refused > 0
          ? html`<section aria-labelledby="refused-title">
              <h3 id="refused-title">${texts.refusedTitle(counts.refused)}</h3>
              <p class="small">
                ${texts.refusedHow}
                <button class="link" type="button" @click=${this.#onResult}>${texts.result}</button>
              </p>
              ${refusedRows(refused, texts, lang)}
              ${counts.refused > refused.length ? html`<p class="small">${texts.more(counts.refused - refused.length)}</p>` : nothing}
            </section>`
          : nothing
      }
      ${otherRows(found, texts, lang)}
      ${
        counts.refused > 0 && count > 0 && found.status === 'checked'
          ? html`<dvk-choice-field
              name="mode"
              label=${texts.mode}
              value=${this.#mode}
              .options=${importModes.map((value) => ({ value, label: texts.modes[value] }))}
              required
              @change=${({ target }: Event) => {
                this.#mode = (target as DvkChoiceField).value as ImportMode;
                this.#update();
              }}
            ></dvk-choice-field>`
          : nothing
      }
      ${
        count > 0 && found.status === 'checked' && (counts.refused === 0 || this.#mode === 'good-rows')
          ? html`${contractField({
              body: importsCarryOut,
              name: 'basis/title',
              label: texts.basis,
              hint: texts.basisHint,
              type: 'text',
              required: false,
            })}
            ${contractField({ body: importsCarryOut, name: 'reason', label: texts.reason, rows: 2, required: false })}`
          : nothing
      }`;
  }
}

const importStyles = css`
  .unit-import h3 {
    font-size: 1.0625em;
  }
  .chooser {
    position: relative;
    cursor: pointer;
  }
  .chooser:focus-within {
    outline: 3px solid var(--_focus, currentColor);
    outline-offset: 2px;
  }
  .imports {
    padding: 0;
    list-style: none;
  }
  .imports > li {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0.25em 1em;
    padding-block: 0.4em;
    border-block-start: 1px solid var(--_rule);
  }
`;

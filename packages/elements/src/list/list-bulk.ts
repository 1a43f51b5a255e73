import { css, html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { checkedIcon } from '../icons/checked.ts';
import { warningIcon } from '../icons/warning.ts';
import { describeError } from '../internal/describe-error.ts';
import { formState, readForm, restoreForm, type FormState } from '../internal/form-data.ts';
import type { common } from '../locale/common/vi.ts';
import type { list } from '../locale/list/vi.ts';
import type { parts } from '../locale/parts/vi.ts';
import { chip } from '../parts/chip.ts';
import { Dialog, type DialogView } from '../parts/dialog.ts';
import type { BulkResult, BulkStep } from './definition.ts';

export interface BulkOptions<Row> {
  step: BulkStep<Row>;
  rows: readonly Row[];
  noun: string;
  /** What a record is called in the results: its code. */
  nameOf: (row: Row) => string;
  host: ReactiveControllerHost & HTMLElement;
  texts: typeof list;
  commonTexts: typeof common;
  partsTexts: typeof parts;
  announce: (text: string) => void;
  /** Something was done: the list is to be loaded again. `failed`: the rows with which it was not. */
  onDone: (failed: readonly Row[]) => void;
  onClose: () => void;
}

/** One step for several records, in a dialog: it asks for what the step needs, takes it, and says how it went for each. */
export class BulkRun<Row extends { id: string }> {
  readonly #options: BulkOptions<Row>;
  readonly #dialog: Dialog;
  #rows: readonly Row[];
  #state: 'asking' | 'sending' | 'done' = 'asking';
  #results: readonly BulkResult[] = [];
  #message = '';
  /** How many are done while it is being sent. */
  #count = 0;
  readonly #stopped = new AbortController();
  /** What was written into the fields, for those that failed. */
  #written: FormState | undefined;

  constructor(options: BulkOptions<Row>) {
    this.#options = options;
    this.#rows = options.rows;
    this.#dialog = new Dialog(options.host, options.onClose);
  }

  open(): void {
    this.#dialog.open();
    // What needs nothing and can be taken back is done at once.
    if (!this.#options.step.fields && this.#options.step.undo) void this.#send({});
  }

  /** Begins with no further record, and says nothing more. */
  stop(): void {
    this.#stopped.abort();
  }

  #of(ok: boolean): Row[] {
    const ids = new Set(this.#results.filter((result) => result.ok === ok).map(({ id }) => id));
    return this.#rows.filter(({ id }) => ids.has(id));
  }

  async #run(rows: readonly Row[], work: () => Promise<readonly BulkResult[]>): Promise<void> {
    this.#rows = rows;
    this.#state = 'sending';
    this.#message = '';
    this.#count = 0;
    this.#options.host.requestUpdate();
    try {
      this.#results = await work();
    } catch (error) {
      const { text } = describeError(error, this.#options.commonTexts);
      this.#results = rows.map(({ id }) => ({ id, ok: false, text }));
    }
    this.#state = 'done';
    if (!this.#stopped.signal.aborted) this.#options.announce(this.#title);
  }

  readonly #onProgress = (done: number): void => {
    this.#count = done;
    this.#options.host.requestUpdate();
  };

  async #send(values: Record<string, unknown>): Promise<void> {
    const rows = this.#rows;
    const { signal } = this.#stopped;
    await this.#run(rows, () => this.#options.step.run(rows, values, this.#onProgress, signal));
    if (signal.aborted) return;
    this.#options.onDone(this.#of(false));
    this.#options.host.requestUpdate();
  }

  readonly #onUndo = async (): Promise<void> => {
    const { step, noun, texts, host, onDone } = this.#options;
    const [done, failed] = [this.#of(true), this.#of(false)];
    const { signal } = this.#stopped;
    await this.#run(done, () => step.undo!(done, this.#onProgress, signal));
    if (signal.aborted) return;
    const undone = this.#of(true).length;
    this.#message = texts.undone(undone, noun);
    // What remains is what could not be undone.
    this.#results = this.#results.filter(({ ok }) => !ok);
    onDone(failed);
    host.requestUpdate();
  };

  /** Asks again, for those that failed alone. */
  readonly #onAgain = async (): Promise<void> => {
    const { host } = this.#options;
    this.#rows = this.#of(false);
    this.#results = [];
    this.#state = 'asking';
    host.requestUpdate();
    await host.updateComplete;
    const form = host.shadowRoot!.querySelector<HTMLFormElement>('#bulk-form');
    if (form && this.#written) restoreForm(form, this.#written);
  };

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    if (!form.reportValidity()) return;
    this.#written = formState(form);
    void this.#send(readForm(form));
  };

  get #title(): string {
    const { step, noun, texts } = this.#options;
    if (this.#state !== 'done') return texts.bulkAsk(step.label, this.#rows.length, noun);
    return this.#message || texts.bulkDone(step.label, this.#of(true).length, this.#of(false).length);
  }

  render(): TemplateResult | typeof nothing {
    const [done, failed] = [this.#of(true).length, this.#of(false).length];
    return this.#dialog.render(() => ({
      title: this.#title,
      texts: this.#options.partsTexts,
      // How it went for each has to be seen.
      isLocked: this.#state === 'sending',
      ...(this.#state === 'done' ? this.#outcome(done, failed) : this.#form(this.#state === 'sending')),
    }));
  }

  #form(isSending: boolean): Pick<DialogView, 'content' | 'foot'> {
    const { step, texts } = this.#options;
    return {
      content: html`<form id="bulk-form" novalidate @submit=${this.#onSubmit}>
        ${step.fields ? html`<div class="sections" ?inert=${isSending}>${step.fields()}</div>` : nothing}
      </form>`,
      foot: html`<button class="button plain" type="button" ?disabled=${isSending} @click=${() => this.#dialog.close()}>
          ${texts.cancel}
        </button>
        <button class="button primary" form="bulk-form" ?disabled=${isSending}>
          ${isSending ? texts.bulkSending(this.#count, this.#rows.length) : step.label}
        </button>`,
    };
  }

  #outcome(done: number, failed: number): Pick<DialogView, 'content' | 'foot'> {
    const { step, noun, texts, nameOf } = this.#options;
    return {
      content: html`<table class="results">
        <tbody>
          ${this.#results.map(({ id, ok, text }) => {
            const row = this.#rows.find((each) => each.id === id);
            return html`<tr>
              <th scope="row" translate="no">${row && nameOf(row)}</th>
              <td>
                ${
                  ok
                    ? chip({ icon: checkedIcon, tone: 'success' }, text || texts.bulkSucceeded)
                    : html`<span class="bad">${warningIcon}<span>${text}</span></span>`
                }
              </td>
            </tr>`;
          })}
        </tbody>
      </table>`,
      foot: html`${
        step.undo && done > 0
          ? html`<button class="button plain" type="button" @click=${this.#onUndo}>${texts.undo(done, noun)}</button>`
          : nothing
      }
      ${
        failed > 0 && !this.#message
          ? html`<button class="button primary" type="button" @click=${this.#onAgain}>
              ${texts.again(failed, noun)}
            </button>`
          : html`<button class="button primary" type="button" @click=${() => this.#dialog.close()}>
              ${texts.close}
            </button>`
      }`,
    };
  }
}

/** Look of the results. */
export const bulkStyles = css`
  .results {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: max(0.9375em, 14px);
  }
  .results :is(th, td) {
    padding: 0.5em 1.1em 0.5em 0;
    border-block-end: 1px solid var(--_rule);
    font-weight: 400;
    text-align: start;
    vertical-align: top;
  }
  .results tr:last-child > * {
    border: 0;
  }
  .bad {
    display: flex;
    gap: 0.5em;
    color: var(--_danger);
    font-weight: 600;
  }
`;

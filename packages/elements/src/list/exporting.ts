import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '@dvk/sdk/text';
import type { list } from '../locale/list/vi.ts';
import type { Column } from './definition.ts';
import type { ExportFormat } from './list-export.ts';
import { closeMenu } from '../internal/menu.ts';

/** What is exported. */
export interface ExportSource<Row> {
  name: string;
  columns: readonly Column<Row>[];
  /** All rows, page by page, until they are stopped. */
  pages: (signal: AbortSignal) => AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>;
  /** How many rows there are, if that is known. */
  total: number | undefined;
}

export interface ExportingOptions {
  texts: () => typeof list;
  onUpdate: () => void;
  announce: (text: string) => void;
}

/** The export of a list: the choice of a file, how far it has come, and that it can be stopped. */
export class Exporting {
  readonly #options: ExportingOptions;
  /** How far it has come, or what became of it. */
  #words = '';
  #running: AbortController | undefined;

  constructor(options: ExportingOptions) {
    this.#options = options;
  }

  stop(): void {
    this.#running?.abort();
    this.#words = '';
  }

  #say(words: string): void {
    this.#words = words;
    this.#options.onUpdate();
  }

  async #run<Row>(format: ExportFormat, { name, columns, pages, total }: ExportSource<Row>): Promise<void> {
    const { announce } = this.#options;
    const texts = this.#options.texts();
    const { signal } = (this.#running = new AbortController());
    const onProgress = (done: number) =>
      this.#say(texts.exporting(formatNumber(done), total === undefined ? undefined : formatNumber(total)));
    onProgress(0);
    try {
      const { exportRows } = await import('./list-export.ts');
      const saved = await exportRows({ format, name, columns, pages: pages(signal), onProgress });
      this.#words = '';
      announce(texts.exported(saved.rows, saved.file));
    } catch {
      this.#words = signal.aborted ? '' : texts.exportFailed;
      announce(signal.aborted ? texts.exportStopped : texts.exportFailed);
    }
    this.#running = undefined;
    this.#options.onUpdate();
  }

  /** The files to choose from. */
  renderChoices<Row>(source: () => ExportSource<Row>): TemplateResult[] {
    const texts = this.#options.texts();
    const choices: [ExportFormat, string][] = [
      ['xlsx', texts.exportXlsx],
      ['csv-semicolon', texts.exportCsvSemicolon],
      ['csv-comma', texts.exportCsvComma],
    ];
    const onChoose = (event: Event, format: ExportFormat) => {
      closeMenu(event.currentTarget);
      void this.#run(format, source());
    };
    return choices.map(
      ([format, label]) =>
        html`<button
          class="item"
          type="button"
          ?disabled=${this.#running !== undefined}
          @click=${(event: Event) => onChoose(event, format)}
        >
          ${label}
        </button>`,
    );
  }

  renderProgress(): TemplateResult | typeof nothing {
    if (!this.#words) return nothing;
    const stop = html`<button class="link" type="button" @click=${() => this.#running?.abort()}>
      ${this.#options.texts().stop}
    </button>`;
    return html`<p class="small exporting">${this.#words} ${this.#running ? stop : nothing}</p>`;
  }
}

import type { ReactiveControllerHost, TemplateResult, nothing } from 'lit';
import { common } from '../locale/common/vi.ts';
import type { LocaleController } from '../locale/controller.ts';
import { list } from '../locale/list/vi.ts';
import { parts } from '../locale/parts/vi.ts';
import { addStyles } from '../internal/add-styles.ts';
import type { BulkStep, ListDefinition } from './definition.ts';
import type { BulkRun } from './list-bulk.ts';
import { loadBulk } from './load-bulk.ts';
import type { LoadedRows } from './loaded-rows.ts';
import { Selection } from './selection.ts';
import { selectionBar } from './selection-bar.ts';

export interface RowSelectingOptions<Row extends { id: string }> {
  host: ReactiveControllerHost & HTMLElement;
  locale: LocaleController;
  rows: LoadedRows<Row>;
  definition: () => ListDefinition<Row>;
  /** How many records the list has, if the server says so. */
  total: () => number | undefined;
  /** A step was taken for several records: they are to be loaded again. */
  onChanged: () => void;
  announce: (text: string) => void;
}

/** The selected rows of a list, and what is done with them. */
export class RowSelecting<Row extends { id: string }> {
  readonly selection = new Selection<Row>();
  /** In narrow lists rows can be selected once a person has asked for it. */
  isOn = false;
  /** The step under way. */
  #bulk: BulkRun<Row> | undefined;
  readonly #options: RowSelectingOptions<Row>;

  constructor(options: RowSelectingOptions<Row>) {
    this.#options = options;
  }

  get #texts(): typeof list {
    return this.#options.locale.texts(list);
  }

  #update(): void {
    this.#options.host.requestUpdate();
  }

  #focus(selector: string): void {
    this.#options.host.shadowRoot!.querySelector<HTMLElement>(selector)?.focus();
  }

  /** Gives up the step under way: somebody else has come. */
  stop(): void {
    this.#bulk?.stop();
    this.#bulk = undefined;
  }

  readonly onToggle = (): void => {
    this.isOn = !this.isOn;
    if (!this.isOn) this.selection.clear();
    this.#update();
  };

  select(id: string, range = false): void {
    this.selection.toggle(id, range ? this.#options.rows.items : undefined);
    this.#tell();
  }

  /** Selects what is loaded, or nothing. */
  selectLoaded(on: boolean): void {
    this.selection.set(on ? this.#options.rows.items : []);
    this.#tell();
  }

  #tell(): void {
    const { announce, definition } = this.#options;
    announce(this.#texts.selected(this.selection.size, definition().noun));
    this.#update();
  }

  readonly #onUnselect = (): void => {
    this.selection.clear();
    this.isOn = false;
    this.#update();
    this.#focus('.table .opener');
  };

  readonly #onSelectAll = async (): Promise<void> => {
    const { rows, total } = this.#options;
    if (rows.hasMore && !(await rows.loadUpTo(total() ?? Number.POSITIVE_INFINITY))) return;
    // Meanwhile the person may have unselected what there was.
    if (this.selection.size > 0) this.selectLoaded(true);
  };

  readonly #onStep = async (step: BulkStep<Row>): Promise<void> => {
    const { announce, definition, host, locale, rows, onChanged } = this.#options;
    const { BulkRun, bulkStyles } = await loadBulk().catch(() => {
      announce(this.#texts.notLoaded);
      return { BulkRun: undefined, bulkStyles: undefined };
    });
    // Meanwhile the person may have unselected what there was, or another may have come.
    if (!BulkRun || this.selection.size === 0) return;
    addStyles(host, bulkStyles);
    const { noun, nameOf } = definition();
    this.#bulk = new BulkRun<Row>({
      step,
      rows: this.selection.of(rows.items),
      noun,
      nameOf,
      texts: this.#texts,
      host,
      commonTexts: locale.texts(common),
      partsTexts: locale.texts(parts),
      announce,
      onDone: (failed) => {
        this.selection.set(failed);
        onChanged();
      },
      onClose: () => {
        this.#bulk = undefined;
        this.#update();
        void host.updateComplete.then(() => this.#focus('.bar .tool, .table .opener'));
      },
    });
    this.#bulk.open();
  };

  /** What can be done with the selected rows. @param exports - the files to which they can be exported */
  renderBar(exports: unknown): TemplateResult {
    const { definition, rows, total } = this.#options;
    const { noun, bulk = [] } = definition();
    return selectionBar({
      selected: this.selection.size,
      all: rows.hasMore ? total() : rows.items.length,
      noun,
      steps: bulk,
      texts: this.#texts,
      exports,
      onStep: (step) => void this.#onStep(step),
      onSelectAll: () => void this.#onSelectAll(),
      onUnselect: this.#onUnselect,
    });
  }

  /** The step under way. */
  renderStep(): TemplateResult | typeof nothing | undefined {
    return this.#bulk?.render();
  }
}

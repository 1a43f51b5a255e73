import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { LocaleController } from '../locale/controller.ts';
import { parts } from '../locale/parts/vi.ts';
import { Dialog } from '../parts/dialog.ts';
import { filterTemplate, type FiltersView } from './filters.ts';

/** All filters in a dialog, where the row above the list has no room for them. */
export class FilterDialog {
  readonly #dialog: Dialog;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#dialog = new Dialog(host);
  }

  readonly open = (): void => this.#dialog.open();

  /**
   * @param saved - the filters that the person has saved
   * @param shown - how much of the list is shown: “20 trong 402 hồ sơ”
   */
  render(
    filters: FiltersView,
    saved: () => TemplateResult,
    shown: () => string,
    locale: LocaleController,
  ): TemplateResult | typeof nothing {
    const { definition, texts } = filters;
    return this.#dialog.render(() => ({
      title: texts.filters,
      content: html`<div class="sheet-filters">
        ${(definition.filters ?? []).map((filter) => filterTemplate(filter, filters))} ${saved()}
      </div>`,
      foot: html`<button class="button primary" type="button" @click=${() => this.#dialog.close()}>
        ${texts.show(shown())}
      </button>`,
      texts: locale.texts(parts),
    }));
  }
}

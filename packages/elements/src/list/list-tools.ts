import { html, nothing, type TemplateResult } from 'lit';
import { columnsIcon } from '../icons/columns.ts';
import { exportIcon } from '../icons/export.ts';
import { filterIcon } from '../icons/filter.ts';
import { moreIcon } from '../icons/more.ts';
import { printIcon } from '../icons/print.ts';
import { searchIcon } from '../icons/search.ts';
import type { list } from '../locale/list/vi.ts';
import { menuTemplate } from '../internal/menu.ts';

export interface ListActionsView {
  texts: typeof list;
  /** The columns to choose from; nothing where there is no choice. */
  columns: unknown;
  /** The files to which the list can be exported. */
  exports: unknown;
}

/** The actions of the whole list: columns, export, print; in a narrow list behind one button. */
export function listActions({ texts, columns, exports }: ListActionsView): TemplateResult {
  const print = () => window.print();
  return html`<div class="list-actions screen-only">
    <div class="roomy">
      ${columns === nothing ? nothing : menuTemplate(html`${columnsIcon}${texts.columns}`, columns)}
    </div>
    ${menuTemplate(html`${exportIcon}${texts.export}`, exports, 'framed')}
    <div class="roomy">
      <button class="tool framed print" type="button" @click=${print}>${printIcon}${texts.print}</button>
    </div>
    <div class="scarce">
      ${menuTemplate(
        html`${moreIcon}<span class="hidden">${texts.more}</span>`,
        html`${columns}<button class="item" type="button" @click=${print}>${texts.print}</button>`,
        'framed dots',
      )}
    </div>
  </div>`;
}

export interface PhoneToolsView {
  texts: typeof list;
  hasFilters: boolean;
  /** How many filters are in use. */
  inUse: number;
  isSelectable: boolean;
  isSelecting: boolean;
  onSearch: () => void;
  onFilters: () => void;
  onSelecting: () => void;
}

/** What takes the place of the filter row in a narrow list. */
export function phoneTools(view: PhoneToolsView): TemplateResult {
  const { texts, inUse, onSearch, onFilters, onSelecting } = view;
  const button = (label: string, icon: unknown, onClick: () => void) =>
    html`<button class="tool framed" type="button" aria-label=${label} @click=${onClick}>${icon}</button>`;
  return html`${button(texts.search, searchIcon, onSearch)}
  ${
    view.hasFilters
      ? button(
          inUse > 0 ? texts.filtersInUse(inUse) : texts.filters,
          html`${filterIcon}${inUse > 0 ? html`<span class="count">${inUse}</span>` : nothing}`,
          onFilters,
        )
      : nothing
  }
  ${
    view.isSelectable
      ? html`<button class="tool framed" type="button" aria-pressed=${view.isSelecting} @click=${onSelecting}>
          ${texts.selecting}
        </button>`
      : nothing
  }`;
}

import { html, nothing, type TemplateResult } from 'lit';
import { formatDate } from '@dvk/sdk/text';
import { closeIcon } from '../icons/close.ts';
import { downIcon } from '../icons/down.ts';
import { filterIcon } from '../icons/filter.ts';
import { searchIcon } from '../icons/search.ts';
import type { list } from '../locale/list/vi.ts';
import type { Filter, ListDefinition, ListView } from './definition.ts';
import { menuTemplate } from '../internal/menu.ts';

export interface FiltersView {
  definition: Pick<ListDefinition<never>, 'search' | 'noun' | 'tabs' | 'filters'>;
  view: ListView;
  texts: typeof list;
  /** Shows another part of the list: what the person changes of the present one. */
  onView: (change: (view: ListView) => ListView) => void;
  /** Something was typed into the search box. */
  onType: (event: Event) => void;
  /** Enter was pressed in it. */
  onFind: (event: SubmitEvent) => void;
  /** Opens all filters in a dialog. */
  onSheet: () => void;
}

/** The words for what is chosen in a filter. */
export function chosenIn({ name, options, day }: Filter, { filters }: ListView): string {
  const values = filters[name] ?? [];
  if (day) return values.map((value) => formatDate(value)).join(', ');
  return values.map((value) => options.find((option) => option.value === value)?.label ?? value).join(', ');
}

/** A view with other values in a filter. */
function withValues(view: ListView, name: string, values: readonly string[]): ListView {
  const { [name]: _, ...others } = view.filters;
  return { ...view, filters: values.length > 0 ? { ...others, [name]: values } : others };
}

/** How many filters are in use. */
export const inUse = ({ filters }: ListView): number => Object.keys(filters).length;

/** The search box. */
export function searchTemplate({ definition, view, texts, onType, onFind }: FiltersView): TemplateResult {
  return html`<form class="search" role="search" @submit=${onFind}>
    <label class="search-box">
      ${searchIcon}
      <span class="hidden">${definition.search}</span>
      <input
        type="search"
        name="q"
        placeholder=${definition.search}
        maxlength="200"
        autocomplete="off"
        enterkeyhint="search"
        aria-keyshortcuts="/"
        .value=${view.q}
        @input=${onType}
        @compositionend=${onType}
      />
      <kbd aria-hidden="true">/</kbd>
    </label>
    <button class="hidden" tabindex="-1">${texts.search}</button>
  </form>`;
}

/** One filter: a box for one value or a day, a menu of check boxes for several. */
export function filterTemplate(filter: Filter, { view, texts, onView }: FiltersView, kind = ''): TemplateResult {
  const { name, label, options, several, day } = filter;
  const values = view.filters[name] ?? [];
  if (day)
    return html`<label class="choice day ${kind}">
      <span class="what">${label}</span>
      <input
        type="date"
        name=${name}
        min=${day.min}
        max=${day.max}
        .value=${values[0] ?? ''}
        @change=${({ target }: Event) => {
          const input = target as HTMLInputElement;
          // Of a day that is half typed, or out of its bounds, the browser says so.
          if (input.reportValidity()) onView((now) => withValues(now, name, input.value ? [input.value] : []));
        }}
      />
    </label>`;
  if (!several)
    return html`<label class="choice ${kind}">
      <span class="what">${label}</span>
      <select
        name=${name}
        .value=${values[0] ?? ''}
        @change=${({ target }: Event) => {
          const { value } = target as HTMLSelectElement;
          onView((now) => withValues(now, name, value ? [value] : []));
        }}
      >
        <option value="">${texts.any}</option>
        ${options.map((option) => html`<option value=${option.value} ?selected=${values.includes(option.value)}>${option.label}</option>`)}
      </select>
      ${downIcon}
    </label>`;
  const toggle = (value: string, on: boolean) =>
    onView((now) => {
      const chosen = now.filters[name] ?? [];
      const inOrder = options.map((each) => each.value);
      return withValues(
        now,
        name,
        inOrder.filter((each) => (each === value ? on : chosen.includes(each))),
      );
    });
  return menuTemplate(
    html`<span class="what">${label}</span> <b>${chosenIn(filter, view) || texts.any}</b>`,
    html`<fieldset>
      <legend class="hidden">${label}</legend>
      ${options.map(
        (option) =>
          html`<label class="item">
            <input
              type="checkbox"
              name=${name}
              .checked=${values.includes(option.value)}
              @change=${({ target }: Event) => toggle(option.value, (target as HTMLInputElement).checked)}
            />
            ${option.label}
          </label>`,
      )}
    </fieldset>`,
    'choice',
    kind,
  );
}

/** Search, filters, and a button for those that have no room. `tools` stand at the end of the line. */
export function filterRowTemplate(filters: FiltersView, ...tools: unknown[]): TemplateResult {
  const { definition, view, texts, onSheet } = filters;
  const { filters: all = [] } = definition;
  const count = inUse(view);
  return html`<div class="filter-row screen-only ${all.length <= 2 ? 'few' : ''}">
    ${searchTemplate(filters)} ${all.map((filter, at) => filterTemplate(filter, filters, at === 0 ? 'first' : ''))}
    ${
      all.length > 0
        ? html`<button class="tool framed sheet" type="button" @click=${onSheet}>
            ${filterIcon}<span>${texts.filters}</span>${count > 0 ? html`<span class="count">${count}</span>` : nothing}
          </button>`
        : nothing
    }
    ${tools}
  </div>`;
}

/** What the list is narrowed to now, each with a way out, and how much is left of it. */
export function activeTemplate(filters: FiltersView, shown: unknown): TemplateResult | typeof nothing {
  const { definition, view, texts, onView } = filters;
  const active = (definition.filters ?? []).filter(({ name }) => view.filters[name]);
  if (active.length === 0) return nothing;
  return html`<div class="active screen-only">
    <ul aria-label=${texts.active}>
      ${active.map((filter) => {
        const words = `${filter.label}: ${chosenIn(filter, view)}`;
        return html`<li>
          <button
            class="pill"
            type="button"
            aria-label=${texts.remove(words)}
            @click=${() => onView((now) => withValues(now, filter.name, []))}
          >
            ${words} ${closeIcon}
          </button>
        </li>`;
      })}
    </ul>
    <button class="link" type="button" @click=${() => onView((now) => ({ ...now, filters: {} }))}>
      ${texts.clear}
    </button>
    <span class="shown">${shown}</span>
  </div>`;
}

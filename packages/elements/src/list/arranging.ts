import { html, nothing, type TemplateResult } from 'lit';
import { deleteIcon } from '../icons/delete.ts';
import { savedFilterIcon } from '../icons/saved-filter.ts';
import type { list } from '../locale/list/vi.ts';
import type { Column, ListView } from './definition.ts';
import type { ListSettings } from './list-settings.ts';
import { closeMenu, menuTemplate } from '../internal/menu.ts';

export interface ArrangingView {
  settings: ListSettings;
  texts: typeof list;
  onUpdate: () => void;
}

/** The columns that are shown, in their order: those that the person has chosen, or those that the list begins with. */
export function shownColumns<Row>(columns: readonly Column<Row>[], { columns: chosen }: ListSettings): Column<Row>[] {
  if (!chosen) return columns.filter(({ optional }) => optional !== 'hidden');
  // What somebody has chosen is shown however little room there is.
  return columns
    .filter(({ key, optional }) => !optional || chosen.includes(key))
    .map((column) => (column.optional ? { ...column, optional: 'shown' } : column));
}

/** The columns to choose from, and the way back to those that the list begins with. */
export function columnChoices<Row>(
  columns: readonly Column<Row>[],
  { settings, texts, onUpdate }: ArrangingView,
): TemplateResult {
  const shown = () => shownColumns(columns, settings).map(({ key }) => key);
  const toggle = (key: string, on: boolean) => {
    settings.columns = on ? [...shown(), key] : shown().filter((each) => each !== key);
    onUpdate();
  };
  const onReset = (event: Event) => {
    closeMenu(event.currentTarget);
    settings.columns = undefined;
    onUpdate();
  };
  return html`<fieldset>
      <legend class="hidden">${texts.columns}</legend>
      ${columns.map(
        ({ key, label, optional }) =>
          html`<label class="item">
            <input
              type="checkbox"
              name="column"
              value=${key}
              ?disabled=${!optional}
              .checked=${shown().includes(key)}
              @change=${({ target }: Event) => toggle(key, (target as HTMLInputElement).checked)}
            />
            ${label}
          </label>`,
      )}
    </fieldset>
    ${
      settings.columns
        ? html`<button class="item" type="button" @click=${onReset}>${texts.columnsAgain}</button>`
        : nothing
    }`;
}

/**
 * The filters that the person has saved, to use and to delete, and a name for the present one.
 * @param view - the present one
 */
export function savedFilters(
  { settings, texts, onUpdate }: ArrangingView,
  view: () => ListView,
  onUse: (view: ListView) => void,
): TemplateResult {
  const onSave = (event: SubmitEvent) => {
    event.preventDefault();
    const input = (event.target as HTMLFormElement).querySelector('input')!;
    const name = input.value.trim();
    if (!name) return;
    settings.save(name, view());
    input.value = '';
    onUpdate();
  };
  const use = (event: Event, saved: ListView) => {
    closeMenu(event.currentTarget);
    onUse(saved);
  };
  const remove = (name: string) => {
    settings.delete(name);
    onUpdate();
  };
  return menuTemplate(
    html`${savedFilterIcon}<span>${texts.saved}</span>`,
    html`${settings.saved.length === 0 ? html`<p class="item small">${texts.noSaved}</p>` : nothing}
      ${settings.saved.map(
        (saved) =>
          html`<div class="saved">
            <button class="item" type="button" @click=${(event: Event) => use(event, saved.view)}>${saved.name}</button>
            <button
              class="tool"
              type="button"
              aria-label=${texts.deleteSaved(saved.name)}
              @click=${() => remove(saved.name)}
            >
              ${deleteIcon}
            </button>
          </div>`,
      )}
      <form class="save" @submit=${onSave}>
        <input type="text" maxlength="40" aria-label=${texts.filterName} placeholder=${texts.filterName} required />
        <button class="tool framed">${texts.save}</button>
      </form>`,
    '',
    'bookmark',
  );
}

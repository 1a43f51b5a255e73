import { html, nothing, type TemplateResult } from 'lit';
import { clearFiltersIcon } from '../icons/clear-filters.ts';
import { inboxIcon } from '../icons/inbox.ts';
import { empty } from '../parts/state.ts';
import { inUse, type FiltersView } from './filters.ts';

/**
 * What stands in the place of rows: nothing is there yet, or nothing matches – then with the way back to all.
 * @param none - that the list holds nothing
 */
export function emptyListTemplate({ definition, view, texts, onView }: FiltersView, none: string): TemplateResult {
  const isNarrowed = view.q !== '' || inUse(view) > 0;
  const onClear = () => onView((now) => ({ ...now, q: '', filters: {} }));
  return html`<div part="empty">
    ${empty({
      icon: isNarrowed ? clearFiltersIcon : inboxIcon,
      title: isNarrowed ? texts.noneMatch(definition.noun) : none,
      text: isNarrowed ? texts.emptyNarrowed : texts.emptyYet(definition.noun),
      action: isNarrowed
        ? html`<button class="button" type="button" @click=${onClear}>${texts.clear}</button>`
        : nothing,
    })}
  </div>`;
}

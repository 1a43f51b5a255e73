import { html, nothing, type TemplateResult } from 'lit';
import type { Person } from '@dvk/sdk/people';
import type { peopleForms } from '../../locale/people-forms/vi.ts';

/** That somebody else has changed a person meanwhile, and what: field by field, before and after. */
export function newerPerson(
  { base, latest, onTake }: { base: Person; latest: Person; onTake: () => void },
  texts: typeof peopleForms,
): TemplateResult {
  const words = ({ name, title, unitName, invitation }: Person) => ({
    name,
    title,
    unitId: unitName ?? '',
    invitation,
  });
  const [before, after] = [words(base), words(latest)];
  const changed = (Object.keys(after) as (keyof typeof after)[]).filter((field) => before[field] !== after[field]);
  const shown = (text: string) => text || texts.empty;
  return html`<div class="notice warning" role="alert" id="newer" tabindex="-1">
    <p><b>${changed.length > 0 ? texts.newer : texts.newerSame}</b></p>
    ${
      changed.length > 0
        ? html`<ul>
            ${changed.map(
              (field) =>
                html`<li>${texts.changed(texts.fields[field]!, shown(before[field]), shown(after[field]))}</li>`,
            )}
          </ul>`
        : nothing
    }
    <button class="button" type="button" @click=${onTake}>${texts.takeNewer}</button>
  </div>`;
}

import { html, type TemplateResult } from 'lit';
import { formatDate, isDate } from '@dvk/sdk/text';
import type { UnitKind, UnitRecord } from '@dvk/sdk/units';
import type { KnownUnits } from '../known-units.ts';
import { kindNames, valuesOf, type DescribedField, type FieldContext } from './unit-fields.ts';

export interface NewerView {
  /** The version that the person began from, and the one that there is now. */
  base: UnitRecord;
  latest: UnitRecord;
  context: FieldContext;
  known: KnownUnits;
  onTake: () => void;
}

/** That somebody else has changed the unit meanwhile, and what: field by field, before and after. */
export function newerTemplate({ base, latest, context, known, onTake }: NewerView): TemplateResult {
  const { texts, topics, lang } = context;
  const [before, after] = [allValues(base), allValues(latest)];
  const words = (field: string, value: string): string => {
    if (!value) return texts.empty;
    if (field === 'kind') return kindNames(lang)[value as UnitKind];
    if (field === 'topics')
      return value
        .split(',')
        .map((topic) => topics[topic as keyof typeof topics])
        .join(', ');
    if (isDate(value)) return formatDate(value);
    return field.endsWith('ParentId') ? (known.nameOf(value) ?? value) : value;
  };
  const changed = Object.keys(after).filter((field) => before[field] !== after[field]);
  return html`<div class="notice warning" role="alert" id="newer" tabindex="-1">
    <p><b>${changed.length > 0 ? texts.newer : texts.newerSame}</b></p>
    ${
      changed.length > 0
        ? html`<ul>
            ${changed.map(
              (field) =>
                html`<li>
                  ${texts.changed(texts.fields[field]!, words(field, before[field]!), words(field, after[field]!))}
                </li>`,
            )}
          </ul>`
        : ''
    }
    <button class="button" type="button" @click=${onTake}>${texts.takeNewer}</button>
  </div>`;
}

const allValues = (unit: UnitRecord): Record<DescribedField | 'validTo', string> & Record<string, string> => ({
  ...valuesOf(unit),
  validTo: unit.validTo ?? '',
});

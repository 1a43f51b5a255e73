import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Criterion } from '@dvk/sdk/rubrics';
import type { DvkChoiceField } from '../choice-field/dvk-choice-field.ts';
import { formatPoints } from '@dvk/sdk/text';
import type { Lang } from '../locale/controller.ts';
import type { SheetTexts } from './texts.ts';
import type { DvkTextField } from '../text-field/dvk-text-field.ts';
import type { Entry } from './line-value.ts';

export interface LineInput {
  criterion: Criterion;
  /** Name of the line for screen readers: number and title. */
  label: string;
  /** What the boxes begin with. */
  entry: Entry;
  /** The boxes as they stand. */
  current: Entry;
  texts: SheetTexts;
  lang: Lang;
  /** Points that are worked out are older than what is entered. */
  outdated: boolean;
  /** The person changed a box. */
  onEdit: (part: Partial<Entry>) => void;
}

/** The boxes in which one line is scored, by the kind of its criterion. Each is named by the line's id. */
export function lineInput({
  criterion,
  label,
  entry,
  current,
  texts,
  lang,
  outdated,
  onEdit,
}: LineInput): TemplateResult {
  const { id, kind } = criterion;
  const edit = (key: 'value' | 'total') => (event: Event) =>
    onEdit({ [key]: (event.target as DvkTextField | DvkChoiceField).value });
  const number = (key: 'value' | 'total', name: string, boxLabel: string, required = false) =>
    html`<dvk-text-field
      name=${name}
      type="count"
      min="0"
      label="${label}: ${boxLabel}"
      label-hidden
      value=${entry[key] ?? ''}
      ?required=${required}
      @input=${edit(key)}
      @change=${edit(key)}
    ></dvk-text-field>`;
  const choice = (options: readonly { value: string; label: string }[]) =>
    html`<dvk-choice-field
      name=${id}
      type="select"
      label=${label}
      label-hidden
      placeholder=${texts.choose}
      value=${entry.value}
      .options=${options}
      @change=${edit('value')}
    ></dvk-choice-field>`;

  const boxes = (): TemplateResult => {
    switch (kind) {
      case 'range':
        return html`<dvk-text-field
          name=${id}
          type="points"
          min=${criterion.min ?? 0}
          max=${criterion.max}
          label=${label}
          label-hidden
          value=${entry.value}
          @input=${edit('value')}
          @change=${edit('value')}
        ></dvk-text-field>`;
      case 'levels':
        return choice(
          criterion.levels.map((level) => ({
            value: level.id,
            label: `${level.title[lang] ?? level.title.vi} (${formatPoints(level.points, { trim: true })})`,
          })),
        );
      case 'yes-no':
      case 'gate':
        return choice([
          { value: 'true', label: texts.met },
          { value: 'false', label: texts.notMet },
        ]);
      case 'count': {
        const unit = criterion.unit?.[lang] ?? criterion.unit?.vi ?? '';
        return html`<div class="counted">
          ${number('value', id, texts.count(unit))}<span class="what" aria-hidden="true">${unit}</span>
        </div>`;
      }
      case 'ratio':
        return html`<div class="counted">
          <div class="pair">
            ${number('value', id, texts.numerator, !!current.total)}<span aria-hidden="true">/</span>
            ${number('total', `${id}/total`, texts.denominator, !!current.value)}
          </div>
          <span class="what" aria-hidden="true">${texts.numerator} / ${texts.denominator.toLowerCase()}</span>
        </div>`;
      case 'formula':
        return html`<span class="small">${texts.computed}${outdated ? `. ${texts.asSaved}` : nothing}</span>`;
    }
  };

  const mayNotApply = kind !== 'gate' && criterion.mayNotApply;
  return html`${entry.notApplicable ? nothing : boxes()}
  ${
    mayNotApply
      ? html`<label class="check"
          ><input
            type="checkbox"
            ?checked=${entry.notApplicable}
            .checked=${live(entry.notApplicable ?? false)}
            @change=${(event: Event) => onEdit({ notApplicable: (event.target as HTMLInputElement).checked })}
          />
          ${texts.notApplicable}</label
        >`
      : nothing
  }`;
}

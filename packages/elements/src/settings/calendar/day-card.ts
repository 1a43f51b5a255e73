import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { WorkCalendar } from '@dvk/sdk/calendar';
import { kindOfDay, swapOf, type DayKind } from '@dvk/sdk/settings';
import { formatDate } from '@dvk/sdk/text';
import type { LegalBasis } from '@dvk/sdk/law';
import type { DvkChoiceField } from '../../choice-field/dvk-choice-field.ts';
import type { DvkDateField } from '../../date-field/dvk-date-field.ts';
import type { settingsCalendar } from '../../locale/settings-calendar/vi.ts';
import type { DvkTextField } from '../../text-field/dvk-text-field.ts';
import { basisLine } from '../basis-line.ts';
import { weekdayOf } from './days.ts';
import type { Wanted } from './edits.ts';
import { nameOfDay, wordsOf } from './year-grid.ts';

export interface DayCardView {
  date: string;
  calendar: WorkCalendar;
  /** What the person wants the day to be, where that is not saved. */
  wanted: Wanted | undefined;
  canChange: boolean;
  texts: typeof settingsCalendar;
  confidences: Readonly<Record<LegalBasis['confidence'], string>>;
  /** Counts what was taken in from elsewhere, so that the fields begin anew. */
  generation: number;
  onWant: (wanted: Wanted) => void;
  /** Below the fields: what is to be said of the changes. */
  below: unknown;
}

const upperFirst = (text: string) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

/** What the chosen day is, and what it may become. */
export function dayCard(view: DayCardView): TemplateResult {
  const { date, canChange, texts } = view;
  return html`<section class="card day-card" aria-labelledby="day-title">
    <h3 id="day-title" tabindex="-1">
      <span class="hidden">${texts.day}: </span>${upperFirst(nameOfDay(date, texts))}
    </h3>
    ${canChange ? keyed(`${date} ${view.generation}`, fields(view)) : facts(view)} ${view.below}
  </section>`;
}

function facts({ date, calendar, texts, confidences }: DayCardView): TemplateResult {
  const is = kindOfDay(calendar, date);
  const other = swapOf(calendar, date);
  return html`<p>${texts.choices[is.kind]}${is.day ? html`: ${wordsOf(is, texts)}` : nothing}</p>
    ${other ? html`<p class="small">${is.kind === 'made-up' ? texts.workedFor : texts.makeUp}: ${nameOfDay(other, texts)}</p>` : nothing}
    ${is.day?.basis ? html`<p class="small">${basisLine(is.day.basis, confidences)}</p>` : nothing}`;
}

/** What a day may be: on a day of the working week, and on one of rest. */
const kindsOf = (calendar: WorkCalendar, date: string): readonly DayKind[] =>
  calendar.weekdays.includes(weekdayOf(date) + 1) ? ['working', 'swapped', 'holiday'] : ['rest', 'made-up', 'holiday'];

function fields({ date, calendar, wanted, texts, confidences, onWant }: DayCardView): TemplateResult {
  const is = kindOfDay(calendar, date);
  const kinds = kindsOf(calendar, date);
  // A substitute for a holiday on a day of rest has no day on which it is made up.
  const other = wanted ? (wanted.other ?? '') : (swapOf(calendar, date) ?? '');
  const kind = wanted?.kind ?? is.kind;
  const name = wanted?.name ?? is.day?.name ?? '';
  const want = (more: Partial<Wanted>): void => {
    const next = { kind, ...(kind === 'holiday' ? { name } : { other }), ...more };
    onWant(next);
  };
  const onKind = ({ target }: Event): void => {
    const chosen = (target as DvkChoiceField).value as DayKind;
    const isSwap = chosen === 'swapped' || chosen === 'made-up';
    onWant({
      kind: chosen,
      ...(chosen === 'holiday' && { name: is.kind === 'holiday' ? name : '' }),
      ...(isSwap && { other: '' }),
    });
  };
  const onOther = ({ target }: Event): void => want({ other: (target as DvkDateField).value });
  const onName = ({ target }: Event): void => want({ name: (target as DvkTextField).value });
  return html`<div class="day-fields">
    <dvk-choice-field
      density="compact"
      name="kind"
      label=${texts.whatDay}
      label-hidden
      value=${kind}
      .options=${kinds.map((value) => ({ value, label: texts.choices[value] }))}
      @change=${onKind}
    ></dvk-choice-field>
    ${
      kind === 'swapped' || kind === 'made-up'
        ? html`<dvk-date-field
            density="compact"
            name="other"
            label=${kind === 'swapped' ? texts.makeUp : texts.workedFor}
            hint=${other ? texts.days[new Date(other).getUTCDay()]! : ''}
            value=${other}
            @change=${onOther}
          ></dvk-date-field>`
        : nothing
    }
    ${
      kind === 'holiday'
        ? html`<dvk-text-field
            density="compact"
            name="name"
            label=${texts.name}
            value=${name}
            maxlength="200"
            autocomplete="off"
            @input=${onName}
          ></dvk-text-field>`
        : nothing
    }
    ${is.day && !wanted ? html`<p class="small">${is.day.name}${is.day.basis ? html` · ${basisLine(is.day.basis, confidences)}` : nothing}</p>` : nothing}
  </div>`;
}

/** “31/12/2026” with its weekday behind, in a list of changes. */
export const shortDay = (date: string, texts: typeof settingsCalendar): string =>
  `${formatDate(date)} (${texts.days[new Date(date).getUTCDay()]})`;

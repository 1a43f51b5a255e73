import { html, nothing, type TemplateResult } from 'lit';
import type { CalendarDay, WorkCalendar } from '@dvk/sdk/calendar';
import type { LegalBasis } from '@dvk/sdk/law';
import { addDays, formatDate } from '@dvk/sdk/text';
import type { settingsCalendar } from '../../locale/settings-calendar/vi.ts';
import { basisLine } from '../basis-line.ts';
import { yearOf } from './days.ts';

/** Days in a row with one name and one basis. */
interface Row extends CalendarDay {
  last: string;
}

/** The days of a year that depart from the week, those in a row together, the last of the year first. */
export function specialDaysOf({ holidays, makeUpDays }: WorkCalendar, year: number): Row[] {
  const days = [...holidays, ...makeUpDays]
    .filter(({ date }) => yearOf(date) === year)
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  const rows: Row[] = [];
  // “Tết Nguyên đán (mùng 1)” is one of the days of Tết.
  const plain = (name: string) => name.replace(/\s*\(.*\)$/, '');
  for (const day of days) {
    const row = rows.at(-1);
    if (row && addDays(row.last, 1) === day.date && row.name === plain(day.name)) row.last = day.date;
    else rows.push({ ...day, name: plain(day.name), last: day.date });
  }
  return rows.reverse();
}

/** “16–20/02”, “30/04–01/05” */
function datesOf({ date, last }: Row): string {
  const [first, end] = [formatDate(date).slice(0, 5), formatDate(last).slice(0, 5)];
  if (date === last) return first;
  return first.slice(3) === end.slice(3) ? `${first.slice(0, 2)}–${end}` : `${first}–${end}`;
}

export interface SpecialDaysView {
  calendar: WorkCalendar;
  year: number;
  isProvisional: boolean;
  texts: typeof settingsCalendar;
  confidences: Readonly<Record<LegalBasis['confidence'], string>>;
  onChoose: (date: string) => void;
}

/** The list of the special days of a year, each with what it rests on. */
export function specialDays(view: SpecialDaysView): TemplateResult {
  const { calendar, year, isProvisional, texts, confidences, onChoose } = view;
  const rows = specialDaysOf(calendar, year);
  const count = [...calendar.holidays, ...calendar.makeUpDays].filter(({ date }) => yearOf(date) === year).length;
  return html`<section class="card special" aria-labelledby="special-title">
    <h3 id="special-title">
      ${texts.special} <span class="count">${count}</span>
      ${isProvisional ? html`<span class="tag warning">${texts.provisional}</span>` : nothing}
    </h3>
    ${
      rows.length === 0
        ? html`<p class="small">${texts.specialNone}</p>`
        : html`<ul>
            ${rows.map(
              (row) =>
                html`<li>
                  <button class="link dates" type="button" @click=${() => onChoose(row.date)}>${datesOf(row)}</button>
                  <div>
                    <p>${row.name}</p>
                    <p class="small">${row.basis ? basisLine(row.basis, confidences) : texts.ofProvince}</p>
                  </div>
                </li>`,
            )}
          </ul>`
    }
  </section>`;
}

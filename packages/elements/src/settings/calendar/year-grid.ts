import { html, nothing, type TemplateResult } from 'lit';
import type { WorkCalendar } from '@dvk/sdk/calendar';
import { kindOfDay, type CalendarDayKind, type DayKind } from '@dvk/sdk/settings';
import { addDays, formatDate } from '@dvk/sdk/text';
import { nextIcon } from '../../icons/next.ts';
import { previousIcon } from '../../icons/previous.ts';
import type { settingsCalendar } from '../../locale/settings-calendar/vi.ts';
import { addMonths, weekdayOf, weeksOf, yearOf } from './days.ts';

type Texts = typeof settingsCalendar;

export interface YearView {
  year: number;
  calendar: WorkCalendar;
  /** The day that is shown beside the months. */
  chosen: string;
  today: string;
  /** Days that are not saved as they are shown. */
  changed: ReadonlySet<string>;
  texts: Texts;
  /** @param isOpened - the person wants to change it, and not only to see it */
  onChoose: (date: string, isOpened: boolean) => void;
}

/** “thứ Năm, 31/12/2026” */
export const nameOfDay = (date: string, texts: Texts): string =>
  `${texts.days[new Date(date).getUTCDay()]}, ${formatDate(date)}`;

/** What a day is, in words: its name, or the kind of day. */
export const wordsOf = ({ kind, day }: CalendarDayKind, texts: Texts): string =>
  day?.name ?? texts.choices[kind].toLocaleLowerCase('vi');

/** Where a key leads from a day. */
function after(key: string, date: string): string | undefined {
  switch (key) {
    case 'ArrowLeft':
      return addDays(date, -1);
    case 'ArrowRight':
      return addDays(date, 1);
    case 'ArrowUp':
      return addDays(date, -7);
    case 'ArrowDown':
      return addDays(date, 7);
    case 'PageUp':
      return addMonths(date, -1);
    case 'PageDown':
      return addMonths(date, 1);
    case 'Home':
      return addDays(date, -weekdayOf(date));
    case 'End':
      return addDays(date, 6 - weekdayOf(date));
    default:
      return undefined;
  }
}

/**
 * The months of a year, a table each. One day takes the focus; arrows, Page Up, Page Down, Home and End move it, Enter opens what it
 * is. Narrow, only the month of the chosen day is there, with buttons to the ones beside it.
 */
export function yearGrid(view: YearView): TemplateResult {
  const { year, chosen, texts, onChoose } = view;
  const onKey = (event: KeyboardEvent): void => {
    const { date } = (event.target as HTMLElement).dataset;
    if (!date || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const to = after(event.key, date);
    if (!to) return;
    event.preventDefault();
    onChoose(to, false);
  };
  const step = (by: 1 | -1, label: string, icon: TemplateResult) =>
    html`<button
      class="month-step"
      type="button"
      aria-label=${label}
      @click=${() => onChoose(addMonths(chosen, by), false)}
    >
      ${icon}
    </button>`;
  const shown = yearOf(chosen) === year ? Number(chosen.slice(5, 7)) : 1;
  return html`<div class="year" @keydown=${onKey}>
    <div class="month-steps">${step(-1, texts.previousMonth, previousIcon)} ${step(1, texts.nextMonth, nextIcon)}</div>
    ${Array.from({ length: 12 }, (_, at) => monthTable(view, at + 1, at + 1 === shown))}
  </div>`;
}

function monthTable(view: YearView, month: number, isShown: boolean): TemplateResult {
  const { year, texts } = view;
  return html`<table class="month ${isShown ? 'shown' : ''}">
    <caption>
      ${texts.month(month)}<span class="hidden"> ${year}</span>
    </caption>
    <thead>
      <tr>
        ${texts.shortDays.map((short, at) => html`<th scope="col" abbr=${texts.days[(at + 1) % 7]!}>${short}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${weeksOf(year, month).map(
        (week) =>
          html`<tr>
            ${week.map((date) => (date ? dayCell(view, date) : html`<td></td>`))}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function dayCell({ calendar, chosen, today, changed, texts, onChoose }: YearView, date: string): TemplateResult {
  const is = kindOfDay(calendar, date);
  const isChosen = date === chosen;
  const isChanged = changed.has(date);
  // The name of the button has the number on it, which has no zero in front.
  const plain = formatDate(date).replaceAll(/\b0/g, '');
  const words = [
    `${texts.days[new Date(date).getUTCDay()]}, ${plain}`,
    wordsOf(is, texts),
    date === today ? texts.today : '',
    isChanged ? texts.changed : '',
  ];
  return html`<td>
    <button
      class="day ${is.kind} ${isChanged ? 'changed' : ''}"
      type="button"
      data-date=${date}
      tabindex=${isChosen ? 0 : -1}
      aria-label=${words.filter(Boolean).join(', ')}
      aria-pressed=${isChosen}
      aria-current=${date === today ? 'date' : nothing}
      @click=${() => onChoose(date, true)}
    >
      ${Number(date.slice(8))}
    </button>
  </td>`;
}

const inLegend: readonly DayKind[] = ['holiday', 'swapped', 'made-up', 'rest'];

/** What the colours mean, with a day for each. */
export const legend = (texts: Texts): TemplateResult =>
  html`<ul class="legend" aria-label=${texts.legend}>
    ${inLegend.map(
      (kind) =>
        html`<li>
          <span class="day ${kind}" aria-hidden="true"
            >${{ holiday: 2, swapped: 31, 'made-up': 10, rest: 7, working: 1 }[kind]}</span
          >${texts.kinds[kind]}
        </li>`,
    )}
  </ul>`;

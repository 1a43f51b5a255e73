import { css, html, nothing, type TemplateResult } from 'lit';
import { dateInVietnam, formatDate } from '@dvk/sdk/text';
import type { CaseView } from './view.ts';
import { isReopened } from './view.ts';

/** One day of a term. */
export interface TermDay {
  /** `YYYY-MM-DD` */
  date: string;
  kind: 'start' | 'working' | 'off';
  /** Which working day of the term it is. */
  number?: number;
  isLast: boolean;
}

const day = 86_400_000;

/** Monday is 0. */
const weekdayOf = (date: string): number => (new Date(date).getUTCDay() + 6) % 7;

/** The days of a term, from the one it began on to the one it ends on. */
export function termDays(startedAt: string, dueAt: string, daysOff: readonly string[]): TermDay[] {
  const off = new Set(daysOff);
  const [first, last] = [dateInVietnam(startedAt), dateInVietnam(dueAt)];
  const days: TermDay[] = [{ date: first, kind: 'start', isLast: first === last }];
  let number = 0;
  for (let at = Date.parse(first) + day; at <= Date.parse(last); at += day) {
    const date = new Date(at).toISOString().slice(0, 10);
    const isLast = date === last;
    if (off.has(date)) days.push({ date, kind: 'off', isLast });
    else days.push({ date, kind: 'working', number: (number += 1), isLast });
  }
  return days;
}

/** The same in weeks, from Monday on; a day outside the term is `undefined`. */
function weeksOf(days: readonly TermDay[]): (TermDay | undefined)[][] {
  const cells = [...Array.from<undefined>({ length: weekdayOf(days[0]!.date) }), ...days];
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (__, weekday) => cells[week * 7 + weekday]),
  );
}

/** `Tháng 11, 12/2026` */
function monthsOf(days: readonly TermDay[]): string {
  const months = [...new Set(days.map(({ date }) => date.slice(0, 7)))];
  return months
    .map((month, index) => {
      const [year, number] = month.split('-');
      return months[index + 1]?.startsWith(year!) ? `${Number(number)}` : `${Number(number)}/${year}`;
    })
    .join(', ');
}

/** The term as a calendar: a table of weeks. What it says, the sentences beside it say, too. */
export function termCalendar({ found, texts }: CaseView): TemplateResult {
  const days = termDays(found.termStartedAt, found.dueAt, found.daysOff);
  const startWord = isReopened(found) ? texts.againDay : texts.sentDay;
  return html`<table class="term">
      <caption>
        ${texts.calendar(monthsOf(days))}
      </caption>
      <thead>
        <tr>
          ${texts.weekdays.map((short, at) => html`<th scope="col" abbr=${texts.weekdayNames[at]!}>${short}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${weeksOf(days).map(
          (week) =>
            html`<tr>
              ${week.map((each) => (each ? cell(each, startWord, texts) : html`<td></td>`))}
            </tr>`,
        )}
      </tbody>
    </table>
    <p class="small">${texts.legend}</p>`;
}

function cell({ date, kind, number, isLast }: TermDay, startWord: string, texts: CaseView['texts']): TemplateResult {
  const [dayOfMonth, month] = formatDate(date).split('/').map(Number);
  return html`<td class="${kind} ${isLast ? 'last' : ''}">
    <span
      >${dayOfMonth === 1 ? `1/${month}` : dayOfMonth}
      ${
        kind === 'working'
          ? html`<b
              ><span class="hidden">, ${texts.workingDay(number!)}</span><span aria-hidden="true">${number}</span></b
            >`
          : html`<span>${kind === 'off' ? texts.dayOff : startWord}</span>`
      }
      ${isLast ? html`<span class="hidden">, ${texts.lastDay}</span>` : nothing}</span
    >
  </td>`;
}

export const termCalendarStyles = css`
  .term {
    inline-size: 100%;
    max-inline-size: 28em;
    border-spacing: 0.2em;
    table-layout: fixed;
    margin-inline: -0.2em;
    font-size: var(--_font-s);
    text-align: center;
    line-height: 1.45;
  }
  .term caption {
    padding-inline-start: 0.2em;
    font-size: 1.143em;
    font-weight: 700;
    text-align: start;
  }
  .term th {
    padding: 0;
    font-weight: 400;
    color: var(--_muted);
  }
  .term td {
    padding: 0;
  }
  .term td > span {
    display: block;
    min-block-size: 3.3em;
    padding-block-start: 0.15em;
    border: 1px solid var(--_rule);
    border-radius: var(--_radius);
  }
  .term td > span > :is(b, span:not(.hidden)) {
    display: block;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  .term b {
    color: var(--_action);
  }
  .term .start > span {
    border: 2px solid var(--_line);
  }
  .term .off > span {
    border: 1px dashed var(--_line);
    background: var(--_raised);
    color: var(--_muted);
  }
  .term .last > span {
    border: 1px solid var(--_action);
    background: var(--_action);
    color: var(--_on-action);
  }
  .term .last b {
    color: inherit;
  }
  @media (forced-colors: active) {
    .term .last > span {
      forced-color-adjust: none;
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
    }
  }
  @media print {
    .term,
    .term + .small {
      display: none;
    }
  }
`;

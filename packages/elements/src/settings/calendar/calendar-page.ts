import { html, nothing, type TemplateResult } from 'lit';
import { countWorkingDays, provisionalYears, vietnamCalendar, type WorkCalendar } from '@dvk/sdk/calendar';
import { describeFieldError } from '@dvk/sdk/contract';
import type { LegalBasis } from '@dvk/sdk/law';
import {
  calendarWith,
  checkCalendarChanges,
  differingDays,
  kindOfDay,
  withDays,
  type CalendarChanges,
  type SettingVersion,
} from '@dvk/sdk/settings';
import { isInputError } from '@dvk/sdk/errors';
import { addDays, dateInVietnam } from '@dvk/sdk/text';
import { copyIcon } from '../../icons/copy.ts';
import { dateIcon } from '../../icons/date.ts';
import { exportIcon } from '../../icons/export.ts';
import { importIcon } from '../../icons/import.ts';
import { isRecord } from '../../internal/is-record.ts';
import { keyHints } from '../../parts/keys.ts';
import { closeMenu, menuStyles, menuTemplate } from '../../internal/menu.ts';
import { settingsCalendar } from '../../locale/settings-calendar/vi.ts';
import { settingsChange } from '../../locale/settings-change/vi.ts';
import { Change } from '../change.ts';
import { changeStyles } from '../change-styles.ts';
import { newestOf } from '../newest.ts';
import type { PageOptions, SettingPage } from '../page.ts';
import { VersionHistory } from '../version-history.ts';
import { calendarStyles } from './calendar-styles.ts';
import { copyToNextYear } from './copy-year.ts';
import { dayCard, shortDay } from './day-card.ts';
import { yearOf } from './days.ts';
import { areWantedDays, faultsOfDays, ownDays, type Wanted, type WantedDays } from './edits.ts';
import { loadIcalIn, loadIcalOut } from './load-ical.ts';
import { specialDays } from './special-days.ts';
import { legend, wordsOf, yearGrid } from './year-grid.ts';

/** What is changed of a calendar. */
interface CalendarEdit {
  days: WantedDays;
  /** Years whose days off are now final. */
  announced: readonly number[];
  /** The whole value of an old version that is taken up again. */
  takenUp?: { version: number; value: CalendarChanges } | undefined;
}

const isEdit = (state: unknown): state is CalendarEdit =>
  isRecord(state) && areWantedDays(state['days']) && Array.isArray(state['announced']);

const national = vietnamCalendar;

/** The first and the last year that can be looked at. */
const years = [2025, 2035] as const;

/** The working calendar of the province: a year of days, what the chosen one is, what a change would bring about. */
export class CalendarPage implements SettingPage {
  readonly styles = [menuStyles, calendarStyles, changeStyles];
  readonly #options: PageOptions<'calendar'>;
  readonly #change: Change<CalendarEdit>;
  readonly #history: VersionHistory;
  readonly #today = dateInVietnam(Date.now());
  #chosen = this.#today;
  #newest: SettingVersion | undefined;
  #latest: number;
  #edit: CalendarEdit = { days: {}, announced: [] };
  #generation = 0;
  /** What is to be looked at of a file that was read, or of a year that was copied. */
  #remarks: { title: string; lines: readonly string[] } | undefined;
  /** The day that is to have the focus after the next update. */
  #focus: 'day' | 'card' | undefined;
  /** The calendars of the last value: working them out takes longer than comparing. */
  #known: { value: CalendarChanges; calendar: WorkCalendar } | undefined;

  constructor(options: PageOptions<'calendar'>) {
    this.#options = options;
    const { host, newest, setting } = options;
    this.#newest = newest;
    this.#latest = setting.latest;
    this.#change = new Change<CalendarEdit>({
      host,
      name: 'calendar',
      effect: 'terms',
      latest: () => this.#latest,
      content: () => (this.#isEdited ? this.#edit : undefined),
      isContent: isEdit,
      onRestore: (edit) => this.#take(edit),
      valueOf: (basis) => this.#valueOf(basis),
      changes: () => this.#changesInWords,
      faults: () => this.#faults,
      onNewer: async () => {
        const { setting, newest } = await newestOf(host.connection()!.client, 'calendar');
        this.#newest = newest;
        this.#latest = setting.latest;
        this.#generation += 1;
        return setting.latest;
      },
      onDiscard: () => {
        this.#remarks = undefined;
        this.#take({ days: {}, announced: [] });
      },
      onSaved: (version) => {
        this.#newest = version;
        this.#latest = version.version;
        this.#remarks = undefined;
        this.#take({ days: {}, announced: [] });
        this.#history.add(version);
        options.onSaved(version);
      },
    });
    this.#history = new VersionHistory({
      host,
      name: 'calendar',
      preset: options.preset,
      canChange: options.canChange,
      describe: (before, after) => this.#describe(before as CalendarChanges, after as CalendarChanges),
      onTakeUp: ({ version, value }) => this.#takeUp(version, value as CalendarChanges),
    });
  }

  restore(): Promise<void> {
    return this.#options.canChange ? this.#change.open() : Promise.resolve();
  }

  close(): void {
    this.#change.close();
  }

  #take(edit: CalendarEdit): void {
    this.#edit = edit;
    this.#generation += 1;
    this.#options.host.element.requestUpdate();
  }

  get #texts() {
    return this.#options.host.locale.texts(settingsCalendar);
  }

  get #shared() {
    return this.#options.host.locale.texts(settingsChange);
  }

  get #isEdited(): boolean {
    const { days, announced, takenUp } = this.#edit;
    return Object.keys(days).length + announced.length > 0 || takenUp !== undefined;
  }

  /** What the edit begins with. */
  get #before(): CalendarChanges {
    return (this.#newest?.value as CalendarChanges | undefined) ?? this.#options.preset;
  }

  #calendarOf(value: CalendarChanges, version: number): WorkCalendar {
    return calendarWith(national, value, { version });
  }

  get #calendarBefore(): WorkCalendar {
    return this.#calendarOf(this.#edit.takenUp?.value ?? this.#before, this.#latest);
  }

  /** The value as the person wants it; days that have no basis of their own get the one that is given. */
  #wanted(basis: LegalBasis | null = null): CalendarChanges {
    const { days, announced, takenUp } = this.#edit;
    const own = ownDays(days, this.#calendarBefore, this.#texts);
    if (basis) for (const day of Object.values(own)) if (day.is !== 'ordinary') day.basis ??= basis;
    const value = withDays(takenUp?.value ?? this.#before, own, national);
    return announced.length === 0
      ? value
      : { ...value, announcedYears: [...new Set([...(value.announcedYears ?? []), ...announced])].sort() };
  }

  /** The calendar as it is shown: with what is not saved. */
  get #calendar(): WorkCalendar {
    const value = this.#isEdited ? this.#wanted() : this.#before;
    if (!this.#known || JSON.stringify(this.#known.value) !== JSON.stringify(value))
      this.#known = { value, calendar: this.#calendarOf(value, this.#latest) };
    return this.#known.calendar;
  }

  #valueOf(basis: LegalBasis | null): { value: CalendarChanges; provisional: boolean } {
    const value = this.#wanted(basis);
    const after = this.#calendarOf(value, this.#latest + 1);
    const changed = differingDays(this.#calendarOf(this.#before, this.#latest), after);
    return { value, provisional: changed.some((date) => provisionalYears(after, date, date).length > 0) };
  }

  get #changedDays(): string[] {
    return this.#isEdited ? differingDays(this.#calendarOf(this.#before, this.#latest), this.#calendar) : [];
  }

  /** What differs between two values, a line for each day. */
  #describe(before: CalendarChanges, after: CalendarChanges): { what: string; before: string; after: string }[] {
    const [was, is] = [this.#calendarOf(before, 0), this.#calendarOf(after, 0)];
    const texts = this.#texts;
    const days = differingDays(was, is).map((date) => ({
      what: shortDay(date, texts),
      before: wordsOf(kindOfDay(was, date), texts),
      after: wordsOf(kindOfDay(is, date), texts),
    }));
    const announced = (is.announcedYears ?? []).filter((year) => !was.announcedYears?.includes(year));
    return [
      ...days,
      ...announced.map((year) => ({
        what: texts.title(year),
        before: texts.provisional,
        after: texts.final,
      })),
    ];
  }

  get #changesInWords(): string[] {
    const texts = this.#texts;
    const words = this.#describe(this.#before, this.#wanted()).map(({ what, before, after }) =>
      texts.change(what, before, after),
    );
    const { takenUp } = this.#edit;
    return takenUp ? [this.#shared.takeUpReason(takenUp.version), ...words] : words;
  }

  get #faults(): string[] {
    const { lang } = this.#options.host.locale;
    const texts = this.#texts;
    const value = this.#wanted();
    const own = faultsOfDays(this.#edit.days, this.#calendarBefore, texts);
    const named = new Set(own.map(([date]) => date));
    const ruled = checkCalendarChanges(national, value).flatMap(({ pointer, code, params }): [string, string][] => {
      const [, list, index] = pointer.split('/') as [string, 'holidays', string];
      const at = value[list]?.[Number(index)];
      const date = typeof at === 'string' ? at : at?.date;
      return date === undefined || named.has(date) ? [] : [[date, describeFieldError(code, params, lang)]];
    });
    return [...own, ...ruled].map(([date, fault]) => `${shortDay(date, texts)}: ${fault}`);
  }

  readonly #onChoose = (date: string, isOpened: boolean): void => {
    const year = yearOf(date);
    if (year < years[0] || year > years[1]) return;
    this.#chosen = date;
    this.#focus = isOpened ? 'card' : 'day';
    this.#options.host.element.requestUpdate();
  };

  readonly #onYear = ({ target }: Event): void => {
    const year = Number((target as HTMLSelectElement).value);
    this.#chosen = year === yearOf(this.#today) ? this.#today : `${year}-01-01`;
    this.#options.host.element.requestUpdate();
  };

  readonly #onWant = (wanted: Wanted): void => {
    const date = this.#chosen;
    const { [date]: _, ...others } = this.#edit.days;
    const before = this.#calendarBefore;
    const is = kindOfDay(before, date);
    // Back to what it was.
    const isSame = wanted.kind === is.kind && !is.day;
    this.#edit = { ...this.#edit, days: isSame ? others : { ...others, [date]: wanted } };
    this.#change.edited();
  };

  readonly #onAnnounce = (): void => {
    this.#edit = { ...this.#edit, announced: [...this.#edit.announced, yearOf(this.#chosen)] };
    this.#change.edited();
  };

  readonly #onCopy = (): void => {
    const texts = this.#texts;
    const year = yearOf(this.#chosen);
    const { days, left } = copyToNextYear(this.#calendar, year);
    this.#takeIn(days, `${year + 1}-01-01`);
    const count = Object.keys(days).length;
    this.#remarks = {
      title: texts.copied(year + 1, count),
      lines: left.map(({ date, name, why }) => `${shortDay(date, texts)}, ${name}: ${texts.left[why]}`),
    };
    this.#options.host.showMessage(texts.copied(year + 1, count));
  };

  /** Takes in days from elsewhere, to be checked before they are saved. */
  #takeIn(days: WantedDays, chosen: string): void {
    this.#edit = { ...this.#edit, days: { ...this.#edit.days, ...days } };
    this.#generation += 1;
    this.#chosen = Object.keys(days).sort()[0] ?? chosen;
    this.#change.edited();
  }

  readonly #onDownload = ({ currentTarget }: Event): void => {
    closeMenu(currentTarget);
    const { requests } = this.#options.host;
    const [calendar, year] = [this.#calendarOf(this.#before, this.#latest), yearOf(this.#chosen)];
    void requests.run(async () => (await loadIcalOut()).saveIcal(calendar, year), { reads: 'file' });
  };

  readonly #onFile = async ({ target }: Event): Promise<void> => {
    const input = target as HTMLInputElement;
    const file = input.files?.[0];
    const { host } = this.#options;
    const { lang } = host.locale;
    const texts = this.#texts;
    const year = yearOf(this.#chosen);
    closeMenu(input);
    if (!file) return;
    await host.requests.run(
      async (signal) => {
        const [{ readIcal }, bytes] = await Promise.all([loadIcalIn(), file.arrayBuffer()]);
        if (signal.aborted) return;
        const { days, doubts } = readIcal(new Uint8Array(bytes), this.#calendar, year);
        this.#takeIn(days, this.#chosen);
        this.#remarks = {
          title: texts.doubts(doubts.length),
          lines: doubts.map(({ line, date, name, text }) =>
            [
              [line === null ? '' : texts.line(line), date ? shortDay(date, texts) : '', name]
                .filter(Boolean)
                .join(', '),
              text[lang],
            ]
              .filter(Boolean)
              .join(': '),
          ),
        };
        host.showMessage(texts.read(year, Object.keys(days).length));
      },
      {
        reads: 'file',
        handle: (error) => {
          if (!isInputError(error)) return false;
          this.#remarks = undefined;
          host.showMessage(error.text[lang]);
          return true;
        },
      },
    );
    // The same file can be chosen again.
    input.value = '';
  };

  #renderTools(year: number): TemplateResult {
    const texts = this.#texts;
    const { canChange } = this.#options;
    return html`${this.#renderYears(year)}
    ${menuTemplate(
      html`${dateIcon}iCalendar`,
      html`<button class="item" type="button" @click=${this.#onDownload}>${exportIcon}${texts.download}</button> ${
          canChange
            ? html`<label class="item file">
                ${importIcon}${texts.choose}
                <input class="hidden" type="file" accept=".ics,text/calendar" @change=${this.#onFile} />
              </label>`
            : nothing
        }`,
      'outlined',
    )}
    ${
      canChange && year < years[1]
        ? html`<button class="button" type="button" @click=${this.#onCopy}>${copyIcon}${texts.copy(year + 1)}</button>`
        : nothing
    }`;
  }

  #renderRemarks(): TemplateResult | typeof nothing {
    const { title = '', lines = [] } = this.#remarks ?? {};
    if (lines.length === 0) return nothing;
    return html`<details class="notice remarks" open>
      <summary>${title}</summary>
      <ul class="bullets small">
        ${lines.map((line) => html`<li>${line}</li>`)}
      </ul>
    </details>`;
  }

  #takeUp(version: number, value: CalendarChanges): void {
    this.#take({ days: {}, announced: [], takenUp: { version, value } });
    this.#change.edited();
    this.#options.host.showMessage(this.#shared.takenUp(version));
    this.#focus = 'card';
  }

  updated(): void {
    const wanted = this.#focus;
    this.#focus = undefined;
    if (!wanted) return;
    const { shadowRoot } = this.#options.host.element;
    const card = shadowRoot!.querySelector<HTMLElement>('.day-card');
    if (wanted === 'day') shadowRoot!.querySelector<HTMLElement>(`[data-date="${this.#chosen}"]`)?.focus();
    else card?.scrollIntoView({ block: 'nearest' });
  }

  readonly #onKeyInGrid = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.target as HTMLElement).matches('.day')) return;
    // From a day on, Enter leads to what it may become.
    event.preventDefault();
    const { element } = this.#options.host;
    void element.updateComplete.then(() => {
      const card = element.shadowRoot!.querySelector<HTMLElement>('.day-card')!;
      (card.querySelector<HTMLElement>('dvk-choice-field') ?? card.querySelector<HTMLElement>('h3'))!.focus();
    });
  };

  readonly #onKeyInCard = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    this.#focus = 'day';
    this.#options.host.element.requestUpdate();
  };

  render(): TemplateResult {
    const { host, canChange } = this.#options;
    const texts = this.#texts;
    const year = yearOf(this.#chosen);
    const calendar = this.#calendar;
    const isProvisional = provisionalYears(calendar, `${year}-01-01`, `${year}-12-31`).length > 0;
    const count = countWorkingDays(calendar, addDays(`${year}-01-01`, -1), `${year}-12-31`);
    const { confidences } = this.#shared;
    return html`<div class="calendar">
      <header class="page-head">
        <div>
          <h3 id="setting-title" tabindex="-1">${texts.title(year)}</h3>
          <p class="small">
            ${[texts.wholeProvince, texts.versionOf(this.#version), this.#week(calendar)].join(' · ')}
            ${isProvisional ? html`<span class="tag warning">${texts.provisional}</span>` : nothing}
          </p>
        </div>
        <div class="page-actions screen-only">${this.#renderTools(year)}</div>
      </header>
      <div class="legend-line">
        ${legend(texts)}
        <p class="count-of-days"><b>${count}</b> ${texts.workingDays}</p>
      </div>
      ${
        isProvisional
          ? html`<div class="notice warning provisional">
              <p>${texts.provisionalYear(year)}</p>
              ${canChange && !this.#edit.announced.includes(year) ? html`<button class="link screen-only" type="button" @click=${this.#onAnnounce}>${texts.announce}</button>` : nothing}
            </div>`
          : nothing
      }
      <div class="calendar-panes">
        <div class="year-pane" part="calendar" @keydown=${this.#onKeyInGrid}>
          ${yearGrid({
            year,
            calendar,
            chosen: this.#chosen,
            today: this.#today,
            changed: new Set(this.#changedDays),
            texts,
            onChoose: this.#onChoose,
          })}
          ${keyHints([
            { keys: ['←', '→', '↑', '↓'], name: texts.keys.days },
            { keys: ['Page Up', 'Page Down'], name: texts.keys.months },
            { keys: ['Home', 'End'], name: texts.keys.week },
            { keys: ['Enter'], name: texts.keys.open },
          ])}
        </div>
        <div class="rail">
          <div @keydown=${this.#onKeyInCard}>
            ${dayCard({
              date: this.#chosen,
              calendar,
              wanted: this.#edit.days[this.#chosen],
              canChange,
              texts,
              confidences,
              generation: this.#generation,
              onWant: this.#onWant,
              below: html`${host.renderMessage()} ${this.#renderRemarks()} ${this.#change.render()}`,
            })}
          </div>
          ${specialDays({
            calendar,
            year,
            isProvisional,
            texts,
            confidences,
            onChoose: (date) => this.#onChoose(date, true),
          })}
        </div>
        ${this.#history.render()}
      </div>
    </div>`;
  }

  get #version(): string {
    return this.#latest === 0 ? national.version : this.#calendarOf(this.#before, this.#latest).version;
  }

  #week({ weekdays }: WorkCalendar): string {
    const { days, week } = this.#texts;
    const sorted = [...weekdays].sort();
    return week(days[sorted[0]! % 7]!, days[sorted.at(-1)! % 7]!);
  }

  #renderYears(year: number): TemplateResult {
    const all = Array.from({ length: years[1] - years[0] + 1 }, (_, at) => years[0] + at);
    return html`<label class="picker">
      <span>${this.#texts.year}</span>
      <select @change=${this.#onYear}>
        ${all.map((each) => html`<option value=${each} .selected=${each === year}>${each}</option>`)}
      </select>
    </label>`;
  }
}

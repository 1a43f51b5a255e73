import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import type { HistoryEvent } from '@dvk/sdk/contract';
import type { Grant } from '@dvk/sdk/people';
import { dateInVietnam, formatDate, formatMoment } from '@dvk/sdk/text';
import { actorName } from '../../desk/actor-name.ts';
import { RecordHistory } from '../../desk/record-history.ts';
import { recordPartStyles, stepButtons, type RecordStep } from '../../desk/step-buttons.ts';
import { closedIcon } from '../../icons/closed.ts';
import { delegatedIcon } from '../../icons/delegated.ts';
import { doneIcon } from '../../icons/done.ts';
import { editIcon } from '../../icons/edit.ts';
import { rolesIcon } from '../../icons/roles.ts';
import { undoIcon } from '../../icons/undo.ts';
import { waitingIcon } from '../../icons/waiting.ts';
import type { WidgetHost } from '../../internal/widget-host.ts';
import { personRecord } from '../../locale/person-record/vi.ts';
import { sheetFacts } from '../../paper/official-sheet.ts';
import { chip } from '../../parts/chip.ts';
import { disclosure, disclosureStyles } from '../../parts/disclosure.ts';
import type { TimelineEvent } from '../../parts/timeline.ts';
import type { OpenPerson } from '../open-record.ts';
import { isEnding, placeOf } from '../role-words.ts';
import { people } from '../vi.ts';
import { peopleRecordStyles } from './styles.ts';

/** What can be done with a person. */
export type PersonStep = 'grant' | 'delegate' | 'edit' | 'leave' | 'rejoin';

/** The day that it is, and within how many days a role ends soon. */
interface At {
  day: string;
  soonDays?: number | undefined;
}

const looks = {
  invited: { icon: waitingIcon, tone: 'info' },
  active: { icon: doneIcon, tone: 'success' },
  left: { icon: closedIcon, tone: 'neutral' },
} as const;

/** An open person: what is known of them, their roles now and before, what happened. Comes with the first record. */
export class PersonView {
  readonly #host: WidgetHost;
  readonly #history: RecordHistory;

  constructor(host: WidgetHost) {
    this.#host = host;
    this.#history = new RecordHistory(host, (asked) => host.connection()!.client.people.history(asked));
    for (const each of [disclosureStyles, recordPartStyles, peopleRecordStyles].flat(2) as CSSResult[])
      host.addStyles(each);
  }

  get #texts(): typeof personRecord {
    return this.#host.locale.texts(personRecord);
  }

  get #words(): typeof people {
    return this.#host.locale.texts(people);
  }

  show({ id }: OpenPerson): void {
    this.#history.load(id);
  }

  clear(): void {
    this.#history.clear();
  }

  /**
   * @param mayEnd - whether the reader may end a role
   * @param onEnd - the reader ends it
   */
  render(
    open: OpenPerson,
    { mayEnd, onEnd, ...at }: { mayEnd: (grant: Grant) => boolean; onEnd: (grant: Grant) => void } & At,
  ): TemplateResult {
    const texts = this.#texts;
    const before = open.grants.filter((grant) => !open.roles.includes(grant));
    return html`<div class="title">
        <h3 id="record-title" tabindex="-1">${open.name}</h3>
        <p class="states-line">${chip(looks[open.state], texts.states[open.state])}</p>
      </div>
      ${this.#renderFacts(open)}
      <section aria-labelledby="roles-title">
        <h4 id="roles-title">${texts.rolesNow}</h4>
        ${
          open.roles.length === 0
            ? html`<p class="small">${texts.noRoles}</p>`
            : html`<ul class="grants">
                ${open.roles.map((grant) => this.#renderGrant(grant, at, mayEnd(grant) ? onEnd : undefined))}
              </ul>`
        }
        ${
          before.length > 0
            ? disclosure(
                texts.rolesBefore(before.length),
                html`<ul class="grants">
                  ${before.map((grant) => this.#renderGrant(grant, at))}
                </ul>`,
              )
            : nothing
        }
      </section>
      ${this.#history.render(texts, (events) => this.#describe(open, events))}`;
  }

  #renderFacts({ title, unitName, invitation, lastSignInAt, createdAt, leftOn }: OpenPerson): TemplateResult {
    const texts = this.#texts;
    const { lang } = this.#host.locale;
    return sheetFacts([
      [texts.title, title || texts.none],
      [texts.unit, unitName ?? texts.none],
      [texts.invitation, html`<span translate="no">${invitation}</span>`],
      [texts.signedIn, lastSignInAt ? formatMoment(lastSignInAt, lang) : texts.never],
      [texts.since, formatDate(dateInVietnam(createdAt))],
      ...(leftOn ? [[texts.left, formatDate(leftOn)] as const] : []),
    ]);
  }

  /** When a role holds or held. */
  #termOf({ from, to, endedAt }: Grant, day: string): string {
    const texts = this.#texts;
    const term = to === null ? texts.from(formatDate(from)) : texts.fromTo(formatDate(from), formatDate(to));
    if (endedAt !== null) return `${term}, ${texts.endedAt(formatMoment(endedAt, this.#host.locale.lang))}`;
    if (to !== null && to < day) return `${term}, ${texts.expired(formatDate(to))}`;
    return term;
  }

  #renderGrant(grant: Grant, { day, soonDays }: At, onEnd?: (grant: Grant) => void): TemplateResult {
    const texts = this.#texts;
    const words = this.#words;
    const { role, from, to, delegatedBy, delegatedByName, reason, endReason, endedAt } = grant;
    const place = placeOf(grant, words);
    const isOpen = endedAt === null;
    return html`<li>
      <div>
        <p>
          <b>${words.roles[role]}</b>
          ${isOpen && delegatedBy ? chip({ icon: delegatedIcon, tone: 'info' }, words.delegated) : nothing}
          ${isOpen && isEnding(grant, day, soonDays) ? chip({ icon: waitingIcon, tone: 'warning' }, texts.endsSoon(formatDate(to!))) : nothing}
          ${isOpen && from > day ? chip({ icon: waitingIcon, tone: 'neutral' }, texts.begins(formatDate(from))) : nothing}
        </p>
        <p>${place}</p>
        <p class="small">
          ${[delegatedBy && texts.delegatedBy(delegatedByName ?? '…'), this.#termOf(grant, day)].filter(Boolean).join(' · ')}
        </p>
        <p class="small">${texts.why(endReason ?? reason)}</p>
      </div>
      ${
        onEnd
          ? html`<button
              class="button screen-only"
              type="button"
              aria-label=${texts.endOf(words.roles[role], place)}
              @click=${() => onEnd(grant)}
            >
              ${texts.end}
            </button>`
          : nothing
      }
    </li>`;
  }

  /** What was changed of the person, and their roles, given and ended, by the time: what a role was stays readable. */
  #describe({ grants }: OpenPerson, events: readonly HistoryEvent[]): TimelineEvent[] {
    const texts = this.#texts;
    const words = this.#words;
    const { lang } = this.#host.locale;
    const changes = events.map(({ kind, at, by, fields, reason }) => {
      const named = fields?.map((field) => texts.fields[field as keyof typeof texts.fields]).join(', ');
      return {
        at,
        title: `${texts.events[kind] ?? texts.otherEvent}${named ? `: ${named.toLocaleLowerCase('vi')}` : ''}`,
        note: `${formatMoment(at, lang)} · ${texts.by(actorName(by, texts, lang))}`,
        text: reason,
      };
    });
    const given = grants.flatMap((grant) => {
      const { createdAt, endedAt, role, reason, endReason, delegatedBy, delegatedByName } = grant;
      const what = [words.roles[role], placeOf(grant, words)] as const;
      const by = delegatedBy ? ` · ${texts.by(delegatedByName ?? '…')}` : '';
      const gift = {
        at: createdAt,
        title: (delegatedBy ? texts.givenOn : texts.given)(...what),
        note: `${formatMoment(createdAt, lang)}${by}`,
        text: reason,
      };
      if (endedAt === null) return [gift];
      return [gift, { at: endedAt, title: texts.taken(...what), note: formatMoment(endedAt, lang), text: endReason }];
    });
    return [...changes, ...given].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  }

  /** What can be done with them, as buttons; nothing where that is nothing. */
  renderSteps(
    open: OpenPerson,
    {
      isAdministrator,
      isSelf,
      busy,
      onStep,
    }: { isAdministrator: boolean; isSelf: boolean; busy: boolean; onStep: (step: PersonStep) => void },
  ): TemplateResult | typeof nothing {
    const texts = this.#texts;
    const step = (name: PersonStep, icon?: TemplateResult): RecordStep => ({
      label: texts.steps[name],
      ...(icon && { icon }),
      onTake: () => onStep(name),
    });
    const hasLeft = open.leftOn !== null;
    const steps = hasLeft
      ? isAdministrator
        ? [step('rejoin', undoIcon)]
        : []
      : isAdministrator
        ? [...(isSelf ? [] : [step('grant', rolesIcon)]), step('edit', editIcon), step('leave', closedIcon)]
        : isSelf
          ? []
          : [step('delegate', delegatedIcon)];
    return html`${hasLeft ? html`<p class="small">${texts.hasLeft(formatDate(open.leftOn!))}</p>` : nothing}
    ${steps.length > 0 ? stepButtons({ shown: steps, further: texts.furtherSteps, busy }) : nothing}`;
  }
}

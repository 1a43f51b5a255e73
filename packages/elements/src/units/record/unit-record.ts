import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import type { HistoryEvent } from '@dvk/sdk/contract';
import { formatDate, formatMoment, formatPhone } from '@dvk/sdk/text';
import { unitKindNames, unitKindNamesEn, unitOn, type UnitRecord } from '@dvk/sdk/units';
import { actorName } from '../../desk/actor-name.ts';
import { SideRead } from '../../desk/side-read.ts';
import { closedIcon } from '../../icons/closed.ts';
import { downIcon } from '../../icons/down.ts';
import { editIcon } from '../../icons/edit.ts';
import { mergeIcon } from '../../icons/merge.ts';
import { splitIcon } from '../../icons/split.ts';
import type { WidgetHost } from '../../internal/widget-host.ts';
import { cases } from '../../locale/cases/vi.ts';
import { parts } from '../../locale/parts/vi.ts';
import { unitRecord } from '../../locale/unit-record/vi.ts';
import { sheetFacts } from '../../paper/official-sheet.ts';
import { sheetStyles } from '../../paper/official-styles.ts';
import { timeline, timelineStyles } from '../../parts/timeline.ts';
import { placeName } from '../../place-field/place-name.ts';
import type { KnownUnits } from '../known-units.ts';
import { validityOf } from '../validity.ts';
import { units } from '../vi.ts';
import { unitRecordStyles } from './styles.ts';

/** What an administrator can do with a unit. */
export type UnitStep = 'rename' | 'correct' | 'merge' | 'split' | 'close';

/** So many events are shown; those before are folded away. */
const shownEvents = 5;

export interface UnitRecordOptions {
  known: KnownUnits;
  /** Address of a unit, where the page has one. */
  addressOf: ((id: string) => string) | undefined;
  onGo: (id: string) => void;
}

interface History {
  events: readonly HistoryEvent[];
  nextCursor: string | null;
}

/** An open unit: what is known of it, what it was, who continues whom, what happened to it. Comes with the first unit. */
export class UnitRecordView {
  readonly #host: WidgetHost;
  readonly #options: UnitRecordOptions;
  readonly #history: SideRead<History>;
  #open: UnitRecord | undefined;
  #place = '';

  constructor(host: WidgetHost, options: UnitRecordOptions) {
    this.#host = host;
    this.#options = options;
    this.#history = new SideRead<History>(host.element);
    for (const each of [timelineStyles, sheetStyles, unitRecordStyles].flat(2) as CSSResult[]) host.addStyles(each);
  }

  get #texts(): typeof unitRecord {
    return this.#host.locale.texts(unitRecord);
  }

  get #client() {
    return this.#host.connection()!.client;
  }

  /** Shows a unit, or a newer version of the one that is shown. */
  show(open: UnitRecord): void {
    const { known } = this.#options;
    this.#open = open;
    this.#place = open.placeCode ?? '';
    known.keep([open]);
    void known.name(this.#client, pointedTo(open)).then(() => this.#host.element.requestUpdate());
    if (open.placeCode)
      void placeName(open.placeCode).then((name) => {
        if (this.#open === open) this.#place = name;
        this.#host.element.requestUpdate();
      });
    if (this.#seesHistory) void this.#history.load(() => this.#readHistory(open.id));
  }

  clear(): void {
    this.#open = undefined;
    this.#history.clear();
  }

  get #seesHistory(): boolean {
    return this.#host.person.has('administrator', 'secretariat', 'inspector');
  }

  async #readHistory(id: string, before?: History): Promise<History> {
    const cursor = before?.nextCursor;
    const query = { limit: 50, ...(cursor && { cursor }) };
    const { items, nextCursor } = await this.#client.units.history({ params: { id }, query });
    return { events: [...(before?.events ?? []), ...items], nextCursor };
  }

  readonly #onMoreHistory = (): void => {
    const { id } = this.#open!;
    const before = this.#history.value;
    void this.#history.load(() => this.#readHistory(id, before));
  };

  /** A unit by its name, as the way to it. */
  #link(id: string | null): TemplateResult {
    const texts = this.#texts;
    if (id === null) return html`${texts.noParent}`;
    const { known, addressOf, onGo } = this.#options;
    const name = known.nameOf(id) ?? '…';
    const address = addressOf?.(id);
    if (!address) return html`<button class="link unit-link" type="button" @click=${() => onGo(id)}>${name}</button>`;
    const go = (event: MouseEvent) => {
      // With a modifier a browser opens it elsewhere.
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      onGo(id);
    };
    return html`<a class="unit-link" href=${address} @click=${go}>${name}</a>`;
  }

  /** @param on - the day as of which the tree is shown */
  render(open: UnitRecord, { on }: { on: string }): TemplateResult {
    const { lang } = this.#host.locale;
    const kinds = lang === 'en' ? unitKindNamesEn : unitKindNames;
    const validity = validityOf(open, on, this.#host.locale.texts(units));
    const there = unitOn(open, on).name;
    return html`<div class="title">
        <h3 id="record-title" tabindex="-1">${open.name}</h3>
        ${there === open.name ? nothing : html`<p class="small">${this.#texts.calledThen(formatDate(on), there)}</p>`}
        <p class="states-line">
          <span class="chip">${kinds[open.kind]}</span>
          ${validity ? html`<span class="chip warning">${closedIcon}${validity}</span>` : nothing}
        </p>
      </div>
      ${this.#renderFacts(open)} ${this.#renderFormer(open)} ${this.#renderSuccession(open)} ${this.#renderHistory()}`;
  }

  #renderFacts(open: UnitRecord): TemplateResult {
    const texts = this.#texts;
    const { lang } = this.#host.locale;
    const { topics } = this.#host.locale.texts(cases);
    const { identificationCode: code, validFrom, validTo } = open;
    const optional = (name: string, value: unknown): readonly (readonly [string, unknown])[] =>
      value ? [[name, value]] : [];
    return sheetFacts([
      [texts.code, html`<span translate="no">${open.code}</span>`],
      [texts.parents.party, this.#link(open.partyParentId)],
      [texts.parents.administrative, this.#link(open.administrativeParentId)],
      [
        texts.valid,
        validTo === null ? texts.from(formatDate(validFrom)) : texts.fromTo(formatDate(validFrom), formatDate(validTo)),
      ],
      ...optional(texts.identificationCode, code && identification(code, texts)),
      ...optional(texts.place, this.#place),
      ...optional(texts.topics, open.topics.map((topic) => topics[topic]).join(', ')),
      ...optional(texts.address, open.address),
      ...optional(texts.phone, open.phone && formatPhone(open.phone, lang)),
      ...optional(texts.email, open.email),
      ...optional(texts.externalId, open.externalId),
    ]);
  }

  #renderFormer({ formerStates, partyParentId, administrativeParentId }: UnitRecord): TemplateResult | typeof nothing {
    if (formerStates.length === 0) return nothing;
    const texts = this.#texts;
    const { trees } = this.#host.locale.texts(units);
    const states = [...formerStates].reverse();
    return html`<section aria-labelledby="former-title">
      <h4 id="former-title">${texts.formerStates}</h4>
      <ul class="former">
        ${states.map((state, at) => {
          // What it became next: the places in the trees are said where they changed.
          const after = states[at - 1] ?? { partyParentId, administrativeParentId };
          return html`<li>
            <b>${state.name}</b>
            <span class="small">${texts.until(formatDate(state.to))}</span>
            ${
              state.partyParentId === after.partyParentId
                ? nothing
                : html`<span class="small">${trees.party}: ${this.#link(state.partyParentId)}</span>`
            }
            ${
              state.administrativeParentId === after.administrativeParentId
                ? nothing
                : html`<span class="small">${trees.administrative}: ${this.#link(state.administrativeParentId)}</span>`
            }
          </li>`;
        })}
      </ul>
    </section>`;
  }

  #renderSuccession({ predecessorIds, successorIds }: UnitRecord): TemplateResult | typeof nothing {
    if (predecessorIds.length + successorIds.length === 0) return nothing;
    const texts = this.#texts;
    const list = (title: string, ids: readonly string[]) =>
      ids.length > 0
        ? html`<dt>${title}</dt>
            <dd>
              <ul class="units-list">
                ${ids.map((id) => html`<li>${this.#link(id)}</li>`)}
              </ul>
            </dd>`
        : nothing;
    return html`<section aria-labelledby="succession-title">
      <h4 id="succession-title">${texts.succession}</h4>
      <dl class="facts">${list(texts.predecessors, predecessorIds)} ${list(texts.successors, successorIds)}</dl>
    </section>`;
  }

  #renderHistory(): TemplateResult | typeof nothing {
    if (!this.#seesHistory) return nothing;
    const texts = this.#texts;
    const { locale } = this.#host;
    const { lang } = locale;
    const { value, isFailed, retry } = this.#history;
    return html`<section aria-labelledby="history-title" aria-busy=${value === undefined && !isFailed}>
      <h4 id="history-title">${texts.history}</h4>
      ${
        isFailed
          ? html`<p class="small">
              ${texts.notLoaded} <button class="link" type="button" @click=${retry}>${texts.retry}</button>
            </p>`
          : value?.events.length === 0
            ? html`<p class="small">${texts.noHistory}</p>`
            : value &&
              timeline({
                label: texts.history,
                texts: locale.texts(parts),
                shown: shownEvents,
                events: value.events.map(({ kind, at, by, reason, basis, unitName }) => ({
                  title: `${texts.events[kind] ?? texts.otherEvent}${unitName ? `: ${unitName}` : ''}`,
                  note: `${formatMoment(at, lang)} · ${texts.by(actorName(by, texts, lang))}`,
                  text: [reason, basis && texts.basis(basis)].filter(Boolean).join('\n'),
                })),
              })
      }
      ${
        value?.nextCursor
          ? html`<button class="link" type="button" @click=${this.#onMoreHistory}>${texts.moreHistory}</button>`
          : nothing
      }
    </section>`;
  }

  /** What an administrator can do with it, as buttons. */
  renderSteps(
    { validTo, successorIds }: UnitRecord,
    { on, busy, onStep }: { on: string; busy: boolean; onStep: (step: UnitStep) => void },
  ): TemplateResult {
    const texts = this.#texts;
    const isContinued = successorIds.length > 0;
    const isOver = isContinued || (validTo !== null && validTo < on);
    const button = (step: UnitStep, icon: unknown, look = '') =>
      html`<button class="button ${look}" type="button" ?disabled=${busy} @click=${() => onStep(step)}>
        ${icon}${texts.steps[step]}
      </button>`;
    return html`${isOver ? html`<p class="small">${texts.isOver(formatDate(validTo ?? on))}</p>` : nothing}
      <div class="actions">
        ${
          isOver
            ? button('correct', editIcon, 'primary')
            : html`${button('rename', editIcon, 'primary')} ${button('correct', nothing)}
                <details class="further">
                  <summary class="button">${texts.furtherSteps}${downIcon}</summary>
                  <div class="actions">
                    ${button('merge', mergeIcon)} ${button('split', splitIcon)} ${button('close', nothing)}
                  </div>
                </details>`
        }
      </div>`;
  }
}

/** The units that one points to. */
const pointedTo = (open: UnitRecord): string[] =>
  [
    open.partyParentId,
    open.administrativeParentId,
    ...open.formerStates.flatMap((state) => [state.partyParentId, state.administrativeParentId]),
    ...open.predecessorIds,
    ...open.successorIds,
  ].filter((id) => id !== null);

/** The code in its notations, each once. */
function identification(
  { canonical, reversed, written }: NonNullable<UnitRecord['identificationCode']>,
  texts: typeof unitRecord,
): TemplateResult {
  const others = [
    reversed && texts.reversed(reversed),
    written !== canonical && written !== reversed && texts.asEntered(written),
  ].filter(Boolean);
  return html`<b translate="no">${canonical}</b>
    ${others.map((each) => html`<span class="small code-notation">${each}</span>`)}`;
}

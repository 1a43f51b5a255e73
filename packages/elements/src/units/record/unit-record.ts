import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import { formatDate, formatMoment, formatPhone } from '@dvk/sdk/text';
import { unitKindNames, unitKindNamesEn, unitOn, type UnitRecord } from '@dvk/sdk/units';
import { actorName } from '../../desk/actor-name.ts';
import { RecordHistory } from '../../desk/record-history.ts';
import { recordPartStyles, stepButtons, type RecordStep } from '../../desk/step-buttons.ts';
import { closedIcon } from '../../icons/closed.ts';
import { editIcon } from '../../icons/edit.ts';
import { mergeIcon } from '../../icons/merge.ts';
import { splitIcon } from '../../icons/split.ts';
import type { WidgetHost } from '../../internal/widget-host.ts';
import { cases } from '../../locale/cases/vi.ts';
import { unitRecord } from '../../locale/unit-record/vi.ts';
import { sheetFacts } from '../../paper/official-sheet.ts';
import { sheetStyles } from '../../paper/official-styles.ts';
import { placeName } from '../../place-field/place-name.ts';
import type { KnownUnits } from '../known-units.ts';
import { validityOf } from '../validity.ts';
import { units } from '../vi.ts';
import { unitRecordStyles } from './styles.ts';

/** What an administrator can do with a unit. */
export type UnitStep = 'rename' | 'correct' | 'merge' | 'split' | 'close';

export interface UnitRecordOptions {
  known: KnownUnits;
  /** Address of a unit, where the page has one. */
  addressOf: ((id: string) => string) | undefined;
  onGo: (id: string) => void;
}

/** An open unit: what is known of it, what it was, who continues whom, what happened to it. Comes with the first unit. */
export class UnitRecordView {
  readonly #host: WidgetHost;
  readonly #options: UnitRecordOptions;
  readonly #history: RecordHistory;
  #open: UnitRecord | undefined;
  #place = '';

  constructor(host: WidgetHost, options: UnitRecordOptions) {
    this.#host = host;
    this.#options = options;
    this.#history = new RecordHistory(host, (asked) => this.#client.units.history(asked));
    for (const each of [sheetStyles, recordPartStyles, unitRecordStyles].flat(2) as CSSResult[]) host.addStyles(each);
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
    if (this.#seesHistory) this.#history.load(open.id);
  }

  clear(): void {
    this.#open = undefined;
    this.#history.clear();
  }

  get #seesHistory(): boolean {
    return this.#host.person.has('administrator', 'secretariat', 'inspector');
  }

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
    const { lang } = this.#host.locale;
    return this.#history.render(texts, (events) =>
      events.map(({ kind, at, by, reason, basis, unitName, fields }) => ({
        title: fields
          ? texts.changed(fields.map((field) => texts.fields[field] ?? field))
          : `${texts.events[kind] ?? texts.otherEvent}${unitName ? `: ${unitName}` : ''}`,
        note: `${formatMoment(at, lang)} · ${texts.by(actorName(by, texts, lang))}`,
        text: [reason, basis && texts.basis(basis)].filter(Boolean).join('\n'),
      })),
    );
  }

  /** What an administrator can do with it, as buttons. */
  renderSteps(
    { validTo, successorIds }: UnitRecord,
    { on, busy, onStep }: { on: string; busy: boolean; onStep: (step: UnitStep) => void },
  ): TemplateResult {
    const texts = this.#texts;
    const isContinued = successorIds.length > 0;
    const isOver = isContinued || (validTo !== null && validTo < on);
    const step = (name: UnitStep, icon?: TemplateResult): RecordStep => ({
      label: texts.steps[name],
      ...(icon && { icon }),
      onTake: () => onStep(name),
    });
    return html`${isOver ? html`<p class="small">${texts.isOver(formatDate(validTo ?? on))}</p>` : nothing}
    ${stepButtons({
      shown: isOver ? [step('correct', editIcon)] : [step('rename', editIcon), step('correct')],
      folded: isOver ? [] : [step('merge', mergeIcon), step('split', splitIcon), step('close')],
      further: texts.furtherSteps,
      busy,
    })}`;
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

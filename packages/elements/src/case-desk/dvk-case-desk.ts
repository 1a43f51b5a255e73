import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { dueClassNames, dueClassNamesEn } from '@dvk/sdk/calendar';
import { caseLifecycle, caseSteps, type Case, type CaseAction, type CaseActor, type CaseSummary } from '@dvk/sdk/cases';
import { casesTransition as body } from '@dvk/sdk/constraints';
import { containsPersonalData } from '@dvk/sdk/text';
import { DvkDateField } from '../date-field/dvk-date-field.ts';
import { DeskWidget, type DeskEvents } from '../desk/desk-widget.ts';
import { contractField } from '../form/contract-field.ts';
import { stepFields } from '../form/steps.ts';
import { acceptedIcon } from '../icons/accepted.ts';
import { assignIcon } from '../icons/assign.ts';
import type { Client } from '../internal/connection.ts';
import type { TaggedElement } from '../internal/define.ts';
import { cases } from '../locale/cases/vi.ts';
import { due } from '../locale/due/vi.ts';
import { chipStyles } from '../parts/chip.ts';
import { saveFile } from '../parts/save-file.ts';
import { communeNames, placeName } from '../place-field/place-name.ts';
import { DvkUnitField } from '../unit-field/dvk-unit-field.ts';
import { caseDetail } from './case-detail.ts';
import { caseList } from './case-list.ts';
import { caseDeskStyles } from './styles.ts';
import { caseDesk } from './vi.ts';

export type { Client, Connection, GetToken } from '../internal/connection.ts';
export type { DvkErrorEvent, DvkSignInEvent, DvkLoadEvent, DvkNavigateEvent, DvkSaveEvent } from '../events/index.ts';
export type { Case };

/** What the events of `<dvk-case-desk>` carry. */
export type DvkCaseDeskEvents = DeskEvents<Case>;

/**
 * The desk of the people who handle reports and proposals: find a case, read it, take the step its state and the
 * person's role allow. Two people at one case never overwrite each other. A step being written outlives a reload, a lost
 * session and a look at another case.
 *
 * @summary Officers find, read and answer cases.
 * @vietnamese Tiếp nhận, xử lý phản ánh, kiến nghị
 * @event {DvkLoadEvent<Case>} dvk-load - a case was opened; `data` is the case
 * @event {DvkNavigateEvent} dvk-navigate - the person goes to a case or back to the list; cancel it to go there yourself
 * @event {DvkSaveEvent<Case>} dvk-save - a step was recorded; `result` is the case
 * @csspart panel - the framed area
 * @csspart summary - the list of errors above a form
 * @csspart list - the list of cases
 * @csspart detail - the open case
 * @csspart dialog - a question over the page
 * @csspart explanation - how the due date was worked out
 * @example
 * <dvk-context base-url="/api"><dvk-case-desk></dvk-case-desk></dvk-context>
 */
export class DvkCaseDesk extends DeskWidget<CaseSummary, Case, CaseAction> {
  static override readonly tag: string = 'dvk-case-desk';
  static override readonly dependencies: readonly TaggedElement[] = [
    ...DeskWidget.dependencies,
    DvkDateField,
    DvkUnitField,
  ];
  static override styles: CSSResultGroup = [DeskWidget.styles, chipStyles, caseDeskStyles];

  /** A folder that serves the names of places, instead of this package's own data. */
  @property({ attribute: 'places-url' }) placesUrl = '';

  @state() private place = '';
  @state() private communes: ReadonlyMap<string, string> = new Map();
  @state() private hasPersonalData = false;
  protected override readonly primary = 'answer';

  protected override operationsOf({ cases }: Client) {
    return cases;
  }

  protected override get texts() {
    return this.locale.texts(caseDesk);
  }

  protected override get definition() {
    const { communes, counts, locale, texts } = this;
    return caseList({
      texts,
      names: locale.texts(cases),
      dueTexts: locale.texts(due),
      dueClasses: locale.lang === 'en' ? dueClassNamesEn : dueClassNames,
      lang: locale.lang,
      dueCounts: counts?.by['due'],
      communes,
      bulk: this.#bulk,
    });
  }

  /** The steps that the person may take for several cases. */
  get #bulk() {
    const { roles } = this.person;
    const icons = { assign: assignIcon, accept: acceptedIcon };
    return (['assign', 'accept'] as const).flatMap((action) => {
      const step = caseLifecycle.find((each) => each.action === action)!;
      return step.actors.some((actor) => (roles as readonly CaseActor[]).includes(actor))
        ? [this.bulkStep(action, step.needs, { icon: icons[action] })]
        : [];
    });
  }

  protected override stepsOf({ status }: Case) {
    return caseSteps(status, this.person.roles);
  }

  protected override nameOf({ code }: Case): string {
    return code;
  }

  protected override onEdit({ answer = '' }: Record<string, unknown>): void {
    this.hasPersonalData = containsPersonalData(String(answer));
  }

  /** The name of the place comes after the case, which need not wait for it. */
  protected override onOpen({ communeCode }: Case): void {
    this.place = '';
    void placeName(communeCode, this.placesUrl).then((name) => {
      if (this.open?.communeCode === communeCode) this.place = name;
    });
  }

  /** The names of the communes come after the list, which need not wait for them. */
  protected override onRows(rows: readonly CaseSummary[]): void {
    const codes = new Set(rows.map(({ communeCode }) => communeCode));
    if ([...codes].every((code) => this.communes.has(code))) return;
    void communeNames(codes, this.placesUrl).then((names) => (this.communes = names));
  }

  readonly #onDownload = (file: Case['attachments'][number]): void => {
    void this.requests.run(async () => {
      const blob = await this.connection!.client.attachments.download({ params: { id: file.id } });
      saveFile(blob, file.name);
    });
  };

  protected override get stepFields() {
    const { fields } = this.texts;
    return stepFields(body, fields, {
      unitId: () =>
        html`<dvk-unit-field
          name="unitId"
          label=${fields.unitId}
          required
          .client=${this.connection?.client}
        ></dvk-unit-field>`,
      answer: () =>
        html`${contractField({ body, name: 'answer', label: fields.answer, rows: 6, required: true })}
        ${this.hasPersonalData ? html`<p class="notice warning advice">${this.texts.personalData}</p>` : nothing}`,
    });
  }

  protected override kindOf({ kind }: Case): unknown {
    return `${this.locale.texts(cases).kinds[kind]} ·`;
  }

  protected override renderRecord(open: Case): TemplateResult {
    const { place, texts } = this;
    const { lang } = this.locale;
    return caseDetail({ open, place, texts, names: this.locale.texts(cases), lang, download: this.#onDownload });
  }
}

import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { dueClassNames, dueClassNamesEn } from '@dvk/sdk/calendar';
import {
  caseLifecycle,
  caseSteps,
  innerReasonActions,
  openCaseStatuses,
  type Case,
  type CaseAction,
  type CaseActor,
  type CaseStatus,
  type CaseSummary,
} from '@dvk/sdk/cases';
import { unitStaff } from '@dvk/sdk/contract';
import { casesTransition as body } from '@dvk/sdk/constraints';
import { containsPersonalData } from '@dvk/sdk/text';
import { DvkDateField } from '../date-field/dvk-date-field.ts';
import { DeskWidget, type DeskEvents } from '../desk/desk-widget.ts';
import { unitChoices, type UnitChoice } from '../desk/unit-choices.ts';
import { DvkFileField } from '../file-field/dvk-file-field.ts';
import { constraintAt, contractField, filesField } from '../form/contract-field.ts';
import { stepFields, type Step } from '../form/steps.ts';
import { uploadWith } from '../form/uploader.ts';
import { acceptedIcon } from '../icons/accepted.ts';
import { assignIcon } from '../icons/assign.ts';
import { privateIcon } from '../icons/private.ts';
import type { Client } from '../internal/connection.ts';
import type { TaggedElement } from '../internal/define.ts';
import { caseRecord } from '../locale/case-record/vi.ts';
import { cases } from '../locale/cases/vi.ts';
import { due } from '../locale/due/vi.ts';
import { chipStyles } from '../parts/chip.ts';
import { communeNames, placeName } from '../place-field/place-name.ts';
import { countCharacters } from '../text-field/characters.ts';
import { DvkUnitField } from '../unit-field/dvk-unit-field.ts';
import { caseList } from './case-list.ts';
import { loadCaseRecord } from './load-record.ts';
import type { CaseRecord } from './record/case-record.ts';
import { caseDesk } from './vi.ts';

export type { Client, Connection, GetToken } from '../internal/connection.ts';
export type { DvkErrorEvent, DvkSignInEvent, DvkLoadEvent, DvkNavigateEvent, DvkSaveEvent } from '../events/index.ts';
export type { Case };

/** The most that an answer may have. */
const { max: longestAnswer = 0 } = constraintAt(body, 'answer').constraint as { max?: number };

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
 * @csspart answer - an answer as the sender will read it, before it is sent
 * @csspart files - the files of the case, and those of its answer
 * @example
 * <dvk-context base-url="/api"><dvk-case-desk></dvk-case-desk></dvk-context>
 */
export class DvkCaseDesk extends DeskWidget<CaseSummary, Case, CaseAction> {
  static override readonly tag: string = 'dvk-case-desk';
  static override readonly dependencies: readonly TaggedElement[] = [
    ...DeskWidget.dependencies,
    DvkDateField,
    DvkFileField,
    DvkUnitField,
  ];
  static override styles: CSSResultGroup = [DeskWidget.styles, chipStyles];

  /** A folder that serves the names of places, instead of this package's own data. */
  @property({ attribute: 'places-url' }) placesUrl = '';

  @state() private place = '';
  @state() private communes: ReadonlyMap<string, string> = new Map();
  @state() private units: readonly UnitChoice[] = [];
  /** With so many working days left a case is due soon, as the province has it. */
  @state() private soonDays: number | undefined;
  @state() private hasPersonalData = false;
  @state() private answerLength = 0;
  #record: CaseRecord | undefined;
  protected override readonly primary = 'answer';
  protected override readonly undoOf = { assign: 'recall' } as const;

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
      dueClasses: (locale.lang === 'en' ? dueClassNamesEn : dueClassNames)(this.soonDays),
      lang: locale.lang,
      dueCounts: counts?.by['due'],
      communes,
      units: this.units,
      statuses: this.#statuses,
      toDo: this.#toDo,
      bulk: this.#bulk,
    });
  }

  /** A unit has no cases that were not passed to it. */
  get #statuses(): readonly CaseStatus[] {
    const ofUnits: readonly CaseStatus[] = ['in-progress', 'reopened', 'answered', 'closed'];
    return this.person.has('secretariat', 'inspector') ? ['received', 'accepted', ...ofUnits, 'ineligible'] : ofUnits;
  }

  /** The states in which a case waits for the person: for the office, until a unit has it; for a unit, while it has it. */
  get #toDo(): readonly CaseStatus[] {
    const isOffice = this.person.has('secretariat');
    const isUnit = this.person.has(...unitStaff);
    const waits = (status: CaseStatus) =>
      isOffice === isUnit || status === 'reopened' || (status === 'in-progress') === isUnit;
    return openCaseStatuses.filter(waits);
  }

  /** The steps that the person may take for several cases. */
  get #bulk() {
    const isTheirs = (action: CaseAction) =>
      caseLifecycle.some(
        (step) =>
          step.action === action &&
          step.actors.some((actor) => (this.person.roles as readonly CaseActor[]).includes(actor)),
      );
    const assign = () =>
      this.bulkStep('assign', {
        icon: assignIcon,
        undo: 'recall',
        fields: () => this.#unitField({ hint: this.texts.suggestedForEach }),
        valuesFor: async ({ id }, { unitId }) => {
          if (unitId) return { unitId };
          const { suggestion } = await this.connection!.client.cases.suggestUnit({ params: { id } });
          return suggestion ? { unitId: suggestion.unitId } : this.texts.nothingSuggested;
        },
        said: ({ unitName }) => this.texts.passedTo(unitName ?? ''),
      });
    return [
      ...(isTheirs('assign') ? [assign()] : []),
      ...(isTheirs('accept') ? [this.bulkStep('accept', { icon: acceptedIcon })] : []),
    ];
  }

  /** With the unit that has the case: who passes on several wants to know where each of them is. */
  protected override notNow({ unitName }: Case): string {
    return this.texts.notNow + (unitName ? ` ${this.locale.texts(cases).unit}: ${unitName}.` : '');
  }

  protected override stepsOf({ status }: Case) {
    return caseSteps(status, this.person.roles).map((step) =>
      step.action === 'answer' ? { ...step, needs: ['answer', 'attachments', 'solution'] } : step,
    );
  }

  protected override nameOf({ code }: Case): string {
    return code;
  }

  protected override sheetOf({ code, kind, title, unitName }: Case) {
    const { sheet } = this.locale.texts(caseRecord);
    return { issuer: unitName ?? '', number: code, title: sheet(this.locale.texts(cases).kinds[kind]), about: title };
  }

  protected override onEdit({ answer = '' }: Record<string, unknown>): void {
    this.hasPersonalData = containsPersonalData(String(answer));
    this.answerLength = countCharacters(String(answer), longestAnswer);
  }

  protected override async loadParts(): Promise<void> {
    if (this.#record) return;
    const { CaseRecord } = await loadCaseRecord();
    this.#record ??= new CaseRecord(this.host, {
      current: () => this.step.current?.action,
      steps: (open) => this.stepsOf(open),
      begin: (action) => {
        const step = this.stepsOf(this.open!).find((each) => each.action === action);
        if (step) this.step.begin(step);
      },
      take: (action, values) => this.step.take(action, values),
      renderSteps: (steps, isBesides = false) => {
        const { primary, ...view } = this.stepView(steps);
        return this.step.render({ ...view, ...(primary && !isBesides && { primary }) });
      },
      renderForm: () => this.step.render({ ...this.stepView([]), isApart: true }),
      renderFormActions: () => this.step.renderActions(this.stepView([])),
    });
  }

  /** The name of the place comes after the case, which need not wait for it. */
  protected override onShow(open: Case): void {
    this.#record!.show(open);
    const { communeCode } = open;
    this.place = '';
    void placeName(communeCode, this.placesUrl).then((name) => {
      if (this.open?.communeCode === communeCode) this.place = name;
    });
  }

  protected override onClose(): void {
    super.onClose();
    this.#record?.clear();
  }

  protected override onBegin(action: CaseAction): void {
    this.#record!.onBegin(action);
  }

  /** The names of the communes come after the list, which need not wait for them. */
  protected override onRows(rows: readonly CaseSummary[]): void {
    if (rows.length > 0) {
      void this.#loadUnits().catch(() => {});
      void this.#loadSoonDays().catch(() => {});
    }
    const codes = new Set(rows.map(({ communeCode }) => communeCode));
    if ([...codes].every((code) => this.communes.has(code))) return;
    void communeNames(codes, this.placesUrl).then((names) => (this.communes = names));
  }

  async #loadSoonDays(): Promise<void> {
    this.soonDays ??= (await this.connection!.client.settings.get()).thresholds.dueSoonDays;
  }

  /** Those who see the cases of all units can filter by unit; a list without its filter is still a list. */
  async #loadUnits(): Promise<void> {
    if (this.units.length > 0 || !this.person.has('secretariat', 'inspector')) return;
    this.units = await unitChoices(this.connection!.client);
  }

  #unitField({ required = false, hint = '' }): TemplateResult {
    return html`<dvk-unit-field
      name="unitId"
      label=${this.texts.fields.unitId}
      hint=${hint}
      ?required=${required}
      .client=${this.connection?.client}
    ></dvk-unit-field>`;
  }

  protected override get stepFields() {
    const { fields, innerReason, personalData } = this.texts;
    const record = this.locale.texts(caseRecord);
    const { client } = this.connection ?? {};
    const action = this.step.current?.action;
    const isInner = action !== undefined && innerReasonActions.includes(action);
    return stepFields(body, fields, {
      unitId: () => this.#unitField({ required: true }),
      answer: () =>
        html`${contractField({ body, name: 'answer', label: fields.answer, rows: 6, required: true })}
        ${this.answerLength > 0 ? html`<p class="small characters">${record.characters(this.answerLength)}</p>` : nothing}
        ${this.hasPersonalData ? html`<p class="notice warning advice">${personalData}</p>` : nothing}`,
      attachments: () =>
        filesField({
          body,
          name: 'attachments',
          label: fields.attachments,
          hint: record.evidenceHint,
          upload: client && uploadWith(client),
        }),
      solution: () =>
        html`${contractField({ body, name: 'solution', label: fields.solution, options: record.solutions, optional: false })}
          <p class="notice warning with-icon">${privateIcon}<span>${record.privacy}</span></p>`,
      reason: () =>
        contractField({ body, name: 'reason', label: isInner ? innerReason : fields.reason, required: true }),
    });
  }

  protected override stepView(steps: readonly Step<CaseAction>[]) {
    const { sendReply } = this.locale.texts(caseRecord);
    return { ...super.stepView(steps), sendLabels: { answer: sendReply } };
  }

  protected override get isFilledInFoot(): boolean {
    return this.#record!.isFormInFoot(this.open!);
  }

  protected override kindOf({ kind }: Case): unknown {
    return `${this.locale.texts(cases).kinds[kind]} ·`;
  }

  protected override renderRecord(open: Case): TemplateResult {
    return this.#record!.render(open, { place: this.place, commune: this.communes.get(open.communeCode) });
  }

  protected override renderFoot(open: Case): TemplateResult {
    return this.#record!.renderFoot(open);
  }
}

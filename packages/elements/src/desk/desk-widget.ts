import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { formatMoment } from '@dvk/sdk/text';
import { DvkChoiceField } from '../choice-field/dvk-choice-field.ts';
import { DvkErrorEvent, DvkLoadEvent, DvkSaveEvent } from '../events/index.ts';
import { isStepContent, StepForm, type StepContent, type StepFormView } from '../form/step-form.ts';
import type { Step, StepsView } from '../form/steps.ts';
import type { Client } from '../internal/connection.ts';
import { copyText } from '../internal/copy-text.ts';
import type { TaggedElement } from '../internal/define.ts';
import { describeError } from '../internal/describe-error.ts';
import { Draft } from '../internal/draft.ts';
import type { BulkStep } from '../list/definition.ts';
import { common } from '../locale/common/vi.ts';
import type { desk } from '../locale/desk/vi.ts';
import { toastStyles } from '../parts/toast.ts';
import type { SheetHead } from '../paper/official-sheet.ts';
import { DvkTextField } from '../text-field/dvk-text-field.ts';
import { bulkStepOf, type BulkStepOptions } from './bulk-step.ts';
import { ListWidget, type ListTexts } from './list-widget.ts';
import type { DeskOperations, DeskRecord } from './operations.ts';
import { PersonToast } from './person-toast.ts';
import { recordFrame } from './record-frame.ts';
import { recordStyles } from './record-styles.ts';

export type { DeskEvents, DeskOperations } from './operations.ts';

/** The words of a desk: those that all share, and its own. */
export type DeskTexts<Action extends string> = typeof desk &
  ListTexts & {
    steps: Readonly<Record<Action, string>>;
  };

/** A record with the step that was being written for it. */
interface OpenedRecord<Open> {
  open: Open;
  draft: Draft<StepContent>;
}

/**
 * Base of the desks, on which staff find records, read one and take the step that its state and their role allow. A desk says
 * what its list looks like, how a record is shown and what its steps need; the frame of the open record and the form of a step
 * are here. Two people at one record never overwrite each other. A step being written outlives a reload, a lost session and a
 * look at another record.
 *
 * @csspart detail - the open record
 */
export abstract class DeskWidget<
  Row extends { id: string },
  Open extends DeskRecord & Partial<Row>,
  Action extends string,
> extends ListWidget<Row, Open, OpenedRecord<Open>> {
  static override readonly dependencies: readonly TaggedElement[] = [DvkTextField, DvkChoiceField];
  static override styles: CSSResultGroup = [ListWidget.styles, recordStyles, toastStyles];

  protected abstract operationsOf(client: Client): DeskOperations<Row, Open>;
  protected abstract override get texts(): DeskTexts<Action>;
  /** The steps open to the person. */
  protected abstract stepsOf(open: Open): readonly Step<Action>[];
  /** The fields of what the steps need. */
  protected abstract get stepFields(): StepsView<Action>['fields'];
  /** The step that most people come for. */
  protected readonly primary?: Action;
  /** The steps that can be taken back at once, each with the step that does it. */
  protected readonly undoOf?: Readonly<Partial<Record<Action, Action>>>;
  /** The code of a record, or what it is called in a message. */
  protected abstract nameOf(open: Open): string;
  /** Everything known about a record, with `#record-title` as its heading. */
  protected abstract renderRecord(open: Open): TemplateResult;
  /** What stands in front of the code: the kind of the record. */
  protected kindOf(_open: Open): unknown {
    return nothing;
  }
  /** What the sheet is headed with that an open record is printed on. */
  protected sheetOf(open: Open): SheetHead {
    return { issuer: '', number: this.nameOf(open), title: this.texts.title };
  }
  /** Loads what shows a record; it comes with the record. */
  protected loadParts(): Promise<void> {
    return Promise.resolve();
  }
  /** Called when a record is shown, and when a newer version of it is. */
  protected onShow(_open: Open): void {}
  /** Called when the form of a step is opened. */
  protected onBegin(_action: Action): void {}
  /** Called with the values of the fields when the person has changed one, and without when they begin or end. */
  protected onEdit(_values: Record<string, unknown>): void {}

  protected override listOperationsOf(client: Client): DeskOperations<Row, Open> {
    return this.operationsOf(client);
  }

  get #operations(): DeskOperations<Row, Open> {
    return this.operationsOf(this.connection!.client);
  }

  protected readonly step = new StepForm<Action, Open>({
    host: this,
    requests: this.requests,
    summary: this.summary,
    onBegin: (action) => {
      this.message = '';
      this.onEdit({});
      this.onBegin(action);
    },
    onEdit: (values) => this.onEdit(values),
    send: async (action, values) => {
      const { id, etag } = this.open!;
      const { subject } = this.person;
      const saved = await this.#operations.transition(
        { params: { id }, body: { action, ...values } as unknown as never },
        { ifMatch: etag },
      );
      // Who has closed the record meanwhile learns of it all the same, but for another person.
      if (this.open?.id !== id && this.person.subject === subject) this.#tell(saved, action);
      return saved;
    },
    onDone: (saved, action) => {
      const { texts } = this;
      this.showLatest(saved);
      const text = texts.done(texts.steps[action], this.nameOf(saved));
      const undo = this.stepsOf(saved).find((step) => step.action === this.undoOf?.[action]);
      if (undo) this.#toast.show(text, () => this.#undo(saved, undo.action));
      else this.showMessage(text);
      this.dispatchEvent(new DvkSaveEvent<Open>(saved));
    },
  });

  /** Tells the list, the page and the person of a step that was taken with a record that is not open any more. */
  #tell(saved: Open, action: Action): void {
    this.updateRow(saved);
    this.announce(this.texts.done(this.texts.steps[action], this.nameOf(saved)));
    this.dispatchEvent(new DvkSaveEvent<Open>(saved));
  }

  readonly #toast = new PersonToast(this.host);

  /** Takes a step back with the one that does it. */
  async #undo({ id, etag }: Open, action: Action): Promise<void> {
    const body = { action } as unknown as never;
    const latest = await this.#operations.transition({ params: { id }, body }, { ifMatch: etag });
    if (this.open?.id === id) this.showLatest(latest);
    this.#tell(latest, action);
  }

  /** In the foot of an open record, as it would cover that; else below the list. */
  protected override renderForStaff(): TemplateResult {
    return html`${super.renderForStaff()} ${this.open ? nothing : this.#toast.render()}`;
  }

  protected override async loadRecord(id: string): Promise<OpenedRecord<Open>> {
    const [open] = await Promise.all([this.#operations.get({ params: { id } }), this.loadParts()]);
    return { open, draft: await Draft.open(`${this.nameOfWidget} ${id} ${this.person.subject}`, isStepContent) };
  }

  protected override async showRecord({ open, draft }: OpenedRecord<Open>): Promise<void> {
    this.dispatchEvent(new DvkLoadEvent<Open>(open));
    const savedAt = await this.step.restore(draft, this.stepsOf(open));
    if (savedAt) this.message = this.locale.texts(common).draftRestored(formatMoment(savedAt, this.locale.lang));
  }

  protected override showLatest(latest: Open): void {
    super.showLatest(latest);
    this.onShow(latest);
  }

  protected override onClose(): void {
    this.step.close();
    this.onEdit({});
  }

  /** That the state of a record does not allow a step. */
  protected notNow(_open: Open): string {
    return this.texts.notNow;
  }

  /** A step as one for several records. */
  protected bulkStep(action: Action, more: BulkStepOptions<Open, Action> = {}): BulkStep<Row> {
    const { texts } = this;
    const desk = {
      operations: () => this.#operations,
      stepsOf: (open: Open) => this.stepsOf(open),
      label: texts.steps[action],
      notNow: (open: Open) => this.notNow(open),
      onSaved: (saved: Open) => {
        this.updateRow(saved);
        this.dispatchEvent(new DvkSaveEvent<Open>(saved));
      },
      onFailed: (error: unknown) => {
        this.dispatchEvent(new DvkErrorEvent(error));
        return describeError(error, this.locale.texts(common)).text;
      },
    };
    return bulkStepOf<Row, Open, Action>(desk, action, more);
  }

  readonly #onCopy = async (what: 'code' | 'link', shown: Element): Promise<void> => {
    const text = what === 'code' ? this.nameOf(this.open!) : this.openAddress;
    this.announce((await copyText(text, shown)) ? this.texts.copied : this.texts.notCopied);
  };

  /** Takes in what somebody else changed; the step being written stays on the page. */
  readonly #onReload = (): Promise<boolean> =>
    this.requests.run(async () => {
      const { open } = this;
      const latest = await this.#operations.get({ params: { id: open!.id } });
      if (this.open === open) this.showLatest(latest);
    });

  protected override renderOpen(open: Open): TemplateResult {
    const { texts } = this;
    return recordFrame({
      texts,
      kind: this.kindOf(open),
      code: this.nameOf(open),
      ...this.position,
      back: this.chosenPart ?? texts.back,
      hasLink: this.syncUrl === 'hash',
      body: this.renderRecord(open),
      paper: this.renderPaper(this.sheetOf(open), texts.recordSigners),
      foot: html`<section class="step screen-only ${this.isFilledInFoot ? 'filling' : ''}" aria-label=${texts.handling}>
        ${this.summary.render()}
        ${this.renderFailure({ text: this.locale.texts(common).changed, button: texts.refresh, reload: this.#onReload })}
        ${this.renderMessage()} ${this.#toast.render()} ${this.renderFoot(open)}
      </section>`,
      onBack: this.onBack,
      onStep: (by) => void this.onStep(by),
      onCopy: (what, shown) => void this.#onCopy(what, shown),
    });
  }

  protected override get isWriting(): boolean {
    return this.step.current !== undefined;
  }

  /** Whether the foot holds a form, which may be too long to stay in sight. */
  protected get isFilledInFoot(): boolean {
    return this.isWriting;
  }

  /** What stands in the foot of an open record: its steps. */
  protected renderFoot(open: Open): TemplateResult {
    const steps = this.stepsOf(open);
    if (!this.step.current && steps.length === 0) return html`<p class="small">${this.texts.noSteps}</p>`;
    return this.step.render(this.stepView(steps));
  }

  /** How steps look. */
  protected stepView(steps: readonly Step<Action>[]): StepFormView<Action> {
    return {
      steps,
      labels: this.texts.steps,
      ...(this.primary && { primary: this.primary }),
      texts: this.locale.texts(common),
      fields: this.stepFields,
    };
  }
}

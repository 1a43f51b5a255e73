import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { RubricSummary } from '@dvk/sdk/rubrics';
import { formatMoment } from '@dvk/sdk/text';
import { ListWidget } from '../desk/list-widget.ts';
import { recordStyles } from '../desk/record-styles.ts';
import { DvkLoadEvent, DvkSaveEvent, type DvkNavigateEvent, type WidgetEvents } from '../events/index.ts';
import { isStepContent } from '../form/step-form.ts';
import { importIcon } from '../icons/import.ts';
import type { Client } from '../internal/connection.ts';
import type { TaggedElement } from '../internal/define.ts';
import { Draft } from '../internal/draft.ts';
import type { ListDefinition } from '../list/definition.ts';
import { commandOf } from '../list/list-keys.ts';
import { common } from '../locale/common/vi.ts';
import { chipStyles } from '../parts/chip.ts';
import { DvkTextField } from '../text-field/dvk-text-field.ts';
import { KnownRubrics } from './known-rubrics.ts';
import { rubricListOf } from './list-definition.ts';
import type { KeptImport } from './importing/reading.ts';
import { loadRubricImport, loadRubricRecord } from './load-parts.ts';
import type { RubricPage } from './page.ts';
import { partsOfId, versionOf, type RubricVersion } from './rubric-version.ts';
import { rubrics } from './vi.ts';

export type { Client, Connection, GetToken } from '../internal/connection.ts';
export type { DvkErrorEvent, DvkSignInEvent, DvkLoadEvent, DvkNavigateEvent, DvkSaveEvent } from '../events/index.ts';
export type { RubricVersion };

/** What the events of `<dvk-rubrics>` carry. */
export interface DvkRubricsEvents extends WidgetEvents {
  'dvk-load': DvkLoadEvent<RubricVersion>;
  'dvk-save': DvkSaveEvent<RubricVersion>;
  'dvk-navigate': DvkNavigateEvent;
}

/** What the address has in place of a version while a new one is imported. */
const importId = 'new';

/** A version that is on its way to the page, or a new one that is being imported. */
interface OpenedPage {
  open: RubricVersion;
  draft: { close: () => void };
  /** Makes its page, once nothing else is open any more. */
  show: () => Promise<void>;
}

/**
 * The rubrics of a province, every version with its state, days in force and legal basis. Staff read the criteria as the decision
 * prints them, compare a version with the one before, and print it. An administrator imports a version from a Word or Excel file,
 * goes over what the reader was not sure of, sees what it would bring about, and publishes it; and withdraws one with a reason.
 * What is being imported outlives a reload and a lost session.
 *
 * @summary Rubrics, their versions and what is in force.
 * @vietnamese Bộ tiêu chí, thang điểm
 * @event {DvkLoadEvent<RubricVersion>} dvk-load - a version was opened; `data` is the version
 * @event {DvkNavigateEvent} dvk-navigate - the person goes to a version or back to the list; cancel it to go there yourself
 * @event {DvkSaveEvent<RubricVersion>} dvk-save - a version was published or withdrawn; `result` is the version
 * @csspart panel - the framed area
 * @csspart summary - the list of errors above a form
 * @csspart list - the list of versions
 * @csspart detail - the open version
 * @csspart table - the criteria
 * @example
 * <dvk-context base-url="/api"><dvk-rubrics sync-url="hash"></dvk-rubrics></dvk-context>
 */
export class DvkRubrics extends ListWidget<RubricVersion, RubricVersion, OpenedPage> {
  static override readonly tag: string = 'dvk-rubrics';
  static override readonly dependencies: readonly TaggedElement[] = [DvkTextField];
  static override styles: CSSResultGroup = [ListWidget.styles, recordStyles, chipStyles];

  /** What takes the place of the list. */
  @state() private page?: RubricPage | undefined;
  readonly #known = new KnownRubrics();

  protected override get texts() {
    return this.locale.texts(rubrics);
  }

  protected override listOperationsOf() {
    return this.#known.operations;
  }

  protected override loadList(client: Client, signal: AbortSignal): Promise<void> {
    return this.#known.load(client, signal);
  }

  protected override get definition(): ListDefinition<RubricVersion> {
    return rubricListOf(this.texts, this.locale.lang);
  }

  protected override loadRecord(id: string): Promise<OpenedPage> {
    return id === importId && this.#mayPublish ? this.#loadImport() : this.#loadVersion(id);
  }

  get #mayPublish(): boolean {
    return this.person.has('administrator');
  }

  async #loadImport(): Promise<OpenedPage> {
    const [{ RubricImport, isKeptImport }] = await Promise.all([
      loadRubricImport(),
      this.#known.load(this.connection!.client),
    ]);
    const { subject } = this.person;
    const draft = await Draft.open<KeptImport>(`rubrics ${importId} ${subject}`, isKeptImport);
    const show = async () => {
      this.page = new RubricImport(this.host, {
        known: this.#known,
        draft,
        onBack: this.onBack,
        onPublished: (summary, text) => void this.#onPublished(summary, text, subject),
      });
    };
    // No version yet: its page asks nothing of it, and no event tells of it.
    return { open: { id: importId } as RubricVersion, draft, show };
  }

  /** It opens, unless the person has gone elsewhere meanwhile. */
  async #onPublished(summary: RubricSummary, text: string, subject: string): Promise<void> {
    if (this.person.subject !== subject) return;
    const version = versionOf(summary);
    const isStill = this.open?.id === importId;
    this.dispatchEvent(new DvkSaveEvent<RubricVersion>(version));
    this.announce(text);
    await this.loader.run();
    if (!isStill) return;
    await this.show(version.id);
    this.showMessage(text);
  }

  async #loadVersion(id: string): Promise<OpenedPage> {
    const { client } = this.connection!;
    const [{ RubricRecord }, rubric] = await Promise.all([
      loadRubricRecord(),
      client.rubrics.get({ params: partsOfId(id) }),
      this.#known.load(client),
    ]);
    const open = this.#known.of(id)!;
    const draft = await Draft.open(`rubrics ${id} ${this.person.subject}`, isStepContent);
    const show = async () => {
      const page = new RubricRecord(this.host, {
        known: this.#known,
        rubric,
        version: () => this.open!,
        position: () => this.position,
        address: () => (this.syncUrl === 'hash' ? this.openAddress : undefined),
        onBack: this.onBack,
        onStep: (by) => void this.onStep(by),
        onWithdrawn: (summary) => this.#onDecided(summary),
      });
      this.page = page;
      this.dispatchEvent(new DvkLoadEvent<RubricVersion>(open));
      const savedAt = await page.restore(draft);
      if (savedAt) this.message = this.locale.texts(common).draftRestored(formatMoment(savedAt, this.locale.lang));
    };
    return { open, draft, show };
  }

  protected override showRecord({ show }: OpenedPage): Promise<void> {
    return show();
  }

  /** A version was decided on: it and the others of its rubric may stand elsewhere now. */
  #onDecided(summary: RubricSummary): void {
    const version = versionOf(summary);
    this.showLatest(version);
    this.dispatchEvent(new DvkSaveEvent<RubricVersion>(version));
    void this.loader.run();
  }

  protected override onClose(): void {
    this.page?.close();
    this.page = undefined;
    this.summary.clear();
  }

  protected override get titleId(): string {
    return this.page ? 'record-title' : 'title';
  }

  protected override get panelClass(): string {
    return this.page ? 'on-paper' : '';
  }

  protected override renderOpen(): TemplateResult {
    return this.page!.render();
  }

  /** Escape leads back to the list. */
  readonly #onEscape = (event: KeyboardEvent): void => {
    const target = event.composedPath()[0] as Element;
    if (this.page?.isWriting || commandOf(event) !== 'close' || target.closest('dialog')) return;
    event.preventDefault();
    this.onBack();
  };

  /** An open version or a new one takes the place of the list: its table wants all the room. */
  protected override renderForStaff(): TemplateResult {
    if (this.page) return html`<div class="rubric-page" @keydown=${this.#onEscape}>${this.renderOpen()}</div>`;
    if (this.isOpening) return this.renderLoading();
    return super.renderForStaff();
  }

  protected override renderMainAction(): TemplateResult | typeof nothing {
    if (!this.#mayPublish) return nothing;
    return html`<button class="button primary" type="button" @click=${() => this.goTo(importId)}>
      ${importIcon}${this.texts.importNew}
    </button>`;
  }
}

import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { isProblem } from '@dvk/sdk/client';
import { registrarRoles, type Model, type ModelRegistration, type RegistrationField } from '@dvk/sdk/models';
import { backIcon } from '../icons/back.ts';
import { DvkLoadEvent, DvkSaveEvent, type DvkNavigateEvent } from '../events/index.ts';
import { defineLateParts } from '../internal/define.ts';
import type { Draft } from '../internal/draft.ts';
import type { FormControl } from '../internal/form-control.ts';
import { changedFields, restoreForm } from '../internal/form-data.ts';
import { FormWidget, type DraftContent, type FormWidgetEvents } from '../internal/form-widget.ts';
import { Loader } from '../internal/loader.ts';
import { Narrow } from '../internal/narrow.ts';
import { panelStyles } from '../internal/panel-styles.ts';
import { keepRoom, refusalTemplate } from '../internal/refusal.ts';
import type { Upload } from '../file-field/upload.ts';
import type { FormTexts } from './texts.ts';
import { modelRegistration } from './vi.ts';
import { sending } from '../locale/sending/vi.ts';
import type { DvkTextField } from '../text-field/dvk-text-field.ts';
import type { RegistrationDraft } from './draft-content.ts';
import { findDraft, openLocal, type LocalDraft } from './find-draft.ts';
import type { FieldsView } from './fields.ts';
import type { FieldName } from './form.ts';
import { loadFormParts, type FormParts } from './load-form-parts.ts';
import { loadMyModels } from './load-my-models.ts';
import type { MyModels } from './my-models.ts';
import { correct, isEditable, resubmits, type OpenedRegistration } from './opened-registration.ts';
import type { Receipt } from './receipt.ts';
import type { SavedDraft, ServerDraft } from './server-draft.ts';

export type { Client, Connection, GetToken } from '../internal/connection.ts';
export type {
  DvkErrorEvent,
  DvkSignInEvent,
  DvkLoadEvent,
  DvkNavigateEvent,
  DvkSubmitEvent,
  DvkSaveEvent,
} from '../events/index.ts';
export type { Model, ModelRegistration };

/** What the events of `<dvk-model-registration>` carry. */
export interface DvkModelRegistrationEvents extends FormWidgetEvents<ModelRegistration, Model> {
  'dvk-load': DvkLoadEvent<Model>;
  'dvk-navigate': DvkNavigateEvent;
}

/**
 * The models of an officer's unit, with what is due for each: here they register a model, go on with a draft, or correct a
 * registration that came back. What is typed survives a reload, a lost session, a refused or failed request and a dropped network,
 * and can be gone on with on another machine; sending twice creates one.
 *
 * @summary The models of a unit: register one, or correct a registration.
 * @vietnamese Đăng ký mô hình, điển hình
 * @event {DvkLoadEvent<Model>} dvk-load - the registration to correct has arrived
 * @event {DvkNavigateEvent} dvk-navigate - the person goes to the scorecard of a model; cancel it to go there yourself
 * @event {DvkSubmitEvent<ModelRegistration>} dvk-submit - before sending; `preventDefault()` keeps it from being sent
 * @event {DvkSaveEvent<Model>} dvk-save - the server has confirmed; `result` is the registration
 * @csspart panel - the framed area
 * @csspart refusal - that the person must sign in, or may not use the widget
 * @csspart dialog - a question over the page
 * @csspart contents - the table of the form's parts
 * @csspart sheet - the registration as it was received
 * @cssproperty [--dvk-sticky-top=1em] - where the table of the parts stays while the page scrolls: below a fixed header of the page
 * @example
 * <dvk-model-registration base-url="/api" province="01"></dvk-model-registration>
 */
export class DvkModelRegistration extends FormWidget<ModelRegistration, DvkModelRegistrationEvents> {
  static override readonly tag: string = 'dvk-model-registration';
  static override styles: CSSResultGroup = [FormWidget.styles, panelStyles];

  /** Id of a registration to correct, `new` for a new one; without it, the list of the unit's models. */
  @property({ attribute: 'model-id' }) modelId = '';
  /** Code of the province whose communes are offered; without it, that which the server serves, else all. */
  @property() province = '';
  /** A folder that serves the data of the place field, instead of this package's own. */
  @property({ attribute: 'places-url' }) placesUrl = '';
  /** Tags that are offered, separated by commas. They are stored as they are written here. */
  @property() topics =
    'Nông thôn mới, Đô thị văn minh, Chuyển đổi số, Bảo vệ môi trường, Dân tộc, Tôn giáo, Chính quyền chủ động';

  /**
   * Address of the page with `<dvk-scorecard sync-url="hash">`. Models whose unit scores itself then lead to their scorecard; a
   * page with routes of its own cancels `dvk-navigate` and goes there itself.
   */
  @property({ attribute: 'scorecard-url' }) scorecardUrl = '';

  /** The draft of the server that is gone on with. */
  @state() private draftId = '';
  @state() private list?: MyModels | undefined;
  /** The list as the person has left it. */
  #leftList?: MyModels | undefined;
  @state() private opened?: OpenedRegistration | undefined;
  /** Somebody else – or the same person on another machine – has changed the draft meanwhile: this one is a draft of its own now. */
  @state() private isSplit = false;
  @state() private receipt?: Receipt | undefined;
  /** The province that the server serves. */
  @state() private servedProvince = '';
  /** Fields that both the person and somebody else changed, with what the other wrote. */
  @state() private conflicts: readonly (readonly [FieldName, string])[] = [];
  /** There as soon as there is a form or a receipt. */
  #parts?: FormParts;
  /** Of a new registration only. */
  #serverDraft?: ServerDraft | undefined;
  /** The field that the person came for. */
  #field?: RegistrationField | undefined;

  readonly #width = new Narrow(this, 480);
  readonly #loader = new Loader(
    this,
    () => [this.modelId, this.draftId],
    async ({ client, session }, signal) => {
      const { modelId: id, draftId } = this;
      const person = await session;
      if (signal.aborted) return;
      const { subject, roles, unitId, province = '' } = person;
      this.servedProvince = province;
      if (!this.person.change(person)) {
        this.#serverDraft?.abandon();
        this.#leftList = undefined;
        this.close();
      }
      // What the same person is writing stays as it is.
      else if (this.draft && this.opened?.id === id && this.opened.draftId === draftId) return;
      const next: OpenedRegistration = { id, draftId, unit: undefined };
      let receipt: Receipt | undefined;
      let local: LocalDraft | undefined;
      if (subject !== null && registrarRoles.some((role) => roles.includes(role))) {
        if (!id) {
          const list = await this.#loadList();
          if (signal.aborted) return;
          // The list looks for the draft, which must not be open then.
          if (this.draft) this.close();
          await list.load(client, signal);
          if (signal.aborted || !this.isConnected) return;
          this.close();
          this.list = this.#leftList = list;
          void this.updateComplete.then(() => list.focusOpened());
          return;
        }
        const loading = this.#loadParts();
        loading.catch(() => {});
        if (id !== 'new') next.model = await client.models.get({ params: { id } }, { signal });
        // Most register for their own unit. If its name does not come, it is chosen like any other.
        else if (unitId)
          next.unit = await client.units.get({ params: { id: unitId } }, { signal }).catch(() => undefined);
        await loading;
        if (next.model && !isEditable(next.model))
          receipt = { model: next.model, place: await this.#placeOf(next.model) };
        local = next.model ? await openLocal(id, subject) : await findDraft(client, draftId, subject);
      }
      if (signal.aborted || !this.isConnected) return local?.draft.close();
      this.close();
      this.opened = next;
      this.receipt = receipt;
      if (local) {
        if (id === 'new') this.#keepOnServer(local.saved);
        this.open(local.draft, local.restored);
      }
      if (next.model) this.dispatchEvent(new DvkLoadEvent<Model>(next.model));
    },
  );

  async #loadParts(): Promise<void> {
    this.#parts ??= await loadFormParts();
    defineLateParts(this, this.#parts.formFields);
    for (const styles of this.#parts.modelRegistrationStyles) this.host.addStyles(styles);
  }

  async #loadList(): Promise<MyModels> {
    const { MyModels } = await loadMyModels();
    if (this.#leftList) return this.#leftList;
    return new MyModels(this.host, {
      onRegister: () => (this.modelId = 'new'),
      onDraft: (id) => {
        this.draftId = id;
        this.modelId = 'new';
      },
      onOpen: (id, field) => {
        this.#field = field;
        this.modelId = id;
      },
      scorecardUrl: () => this.scorecardUrl,
      announce: (text) => this.announce(text),
    });
  }

  /** From now on, what is typed is saved on the server, too. */
  #keepOnServer(saved: SavedDraft | undefined): void {
    this.#serverDraft = new this.#parts!.ServerDraft({
      client: () => this.connection!.client,
      saved: saved && { id: saved.id, etag: saved.etag },
      onChange: async () => {
        const content = this.draftContent;
        // At once: a machine that does not know which draft of the server is its own lists both.
        if (content && this.hasTyped && !this.receipt) await this.draft?.saveNow(content);
        this.requestUpdate();
      },
      onSplit: () => (this.isSplit = true),
    });
  }

  protected override get draftContent(): RegistrationDraft | undefined {
    const content = super.draftContent;
    const server = this.#serverDraft;
    return content && server ? { ...content, server: server.saved, isUnsaved: server.isUnsaved } : content;
  }

  protected override handleEdit(): void {
    const { fields } = this.draftContent ?? {};
    if (fields) {
      const title = fields['name']?.trim().slice(0, 300);
      this.#serverDraft?.save({ content: JSON.stringify({ fields }), ...(title && { title }) });
    }
    super.handleEdit();
  }

  protected override async discard(): Promise<void> {
    await super.discard();
    this.isSplit = false;
    await this.#serverDraft?.delete();
  }

  protected override start(form: HTMLFormElement): void {
    super.start(form);
    const field = this.#field;
    this.#field = undefined;
    if (field) void this.updateComplete.then(() => this.#reveal(field));
  }

  #reveal(field: RegistrationField): void {
    this.#control(field === 'unitName' ? 'unitId' : field)?.reveal();
  }

  /** Goes back to the list, with everything saved that can be. */
  readonly #onBack = async (): Promise<void> => {
    const server = this.#serverDraft;
    await server?.flush();
    // The next registration on this machine begins empty.
    if (server?.saved && !server.isUnsaved) await this.draft?.clear();
    this.draftId = this.modelId = '';
  };

  get #formTexts(): FormTexts {
    return { ...this.locale.texts(modelRegistration), ...this.locale.texts(this.#parts!.registrationForm) };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) void this.#loader.run();
  }

  protected override afterRestore({ fields, etag }: DraftContent): void {
    const model = this.opened?.model;
    if (model && etag !== model.etag) void this.#compare(model, Object.keys(fields));
  }

  /** Begins a new registration. */
  reset(): void {
    this.receipt = undefined;
    this.modelId = 'new';
    this.draftId = '';
    this.focusTitle();
  }

  protected override close(): void {
    const server = this.#serverDraft;
    super.close();
    void server?.close();
    this.#serverDraft = undefined;
    this.opened = this.receipt = this.list = undefined;
    this.isSplit = false;
    this.conflicts = [];
  }

  protected fill(form: HTMLFormElement): void {
    const { model, unit } = this.opened!;
    this.conflicts = [];
    this.#parts!.fillForm(form, { model, unit, topics: this.#topics });
  }

  protected read(form: HTMLFormElement): ModelRegistration {
    return this.#parts!.readRegistration(form, this.opened?.model);
  }

  get #topics(): readonly string[] {
    return this.topics
      .split(',')
      .map((topic) => topic.trim())
      .filter(Boolean);
  }

  protected override get etag(): string | undefined {
    return this.opened?.model?.etag;
  }

  protected override handleOnline(): void {
    if (!this.waiting && this.#loader.state === 'failed') void this.#loader.run();
    else super.handleOnline();
  }

  protected async send(body: ModelRegistration): Promise<void> {
    const { model: before } = this.opened!;
    const { draft } = this;
    const { subject } = this.person;
    const isOpen = this.untilClosed();
    const model = before ? await this.#correct(body, isOpen) : await this.#create(body, isOpen);
    // Another form may be open by now, which keeps what it holds; another person hears nothing of it.
    if (!model) return;
    if (!isOpen()) {
      await draft!.clear();
      if (this.person.subject === subject) this.dispatchEvent(new DvkSaveEvent<Model>(model));
      return;
    }
    this.#serverDraft?.forget();
    this.isSplit = false;
    await this.clearDraft();
    const how = !before ? 'registered' : before.status === model.status ? 'corrected' : 'resubmitted';
    this.conflicts = [];
    this.receipt = { model, how, place: await this.#placeOf(model) };
    this.announce(`${this.locale.texts(modelRegistration).done[how]}: ${model.code}`);
    this.dispatchEvent(new DvkSaveEvent<Model>(model));
    this.focusTitle();
  }

  /** Registers, unless the form is closed before; the server then deletes the draft. */
  async #create(body: ModelRegistration, isOpen: () => boolean): Promise<Model | undefined> {
    const { models: api } = this.connection!.client;
    const server = this.#serverDraft;
    // As long as nothing is changed, the same draft goes along when it is sent again.
    await server?.stop();
    if (!isOpen()) return undefined;
    const draftId = server?.saved?.id;
    const idempotencyKey = await this.keyFor(body);
    if (!isOpen()) return undefined;
    return api.create({ body: draftId ? { ...body, draftId } : body }, { idempotencyKey });
  }

  #correct(body: ModelRegistration, isOpen: () => boolean): Promise<Model> {
    const { roles, subject } = this.person;
    return correct(this.connection!.client, this.opened!, body, {
      roles,
      isSame: () => this.person.subject === subject,
      keyFor: (what) => (isOpen() ? this.keyFor(what) : undefined),
    });
  }

  /** Somebody else was faster: takes their version, and puts back what the person has changed. */
  readonly #onReload = (): Promise<void> =>
    this.run(async () => {
      const { opened, initialValues } = this;
      const form = this.form!;
      const isOpen = this.untilClosed();
      const model = await this.connection!.client.models.get({ params: { id: opened!.model!.id } });
      if (!isOpen()) return;
      const mine = changedFields(form, initialValues);
      opened!.model = model;
      if (!isEditable(model)) {
        // What was typed stays in the draft: the registration may be returned later.
        this.receipt = { model, place: await this.#placeOf(model) };
        return this.focusTitle();
      }
      this.start(form);
      const both = Object.keys(mine).filter((name) => initialValues[name] !== this.initialValues[name]);
      restoreForm(form, mine);
      this.draft?.save(this.draftContent!);
      await this.#compare(model, both);
      this.announce(this.locale.texts(modelRegistration).newVersionTaken);
      this.focusTitle();
    });

  /** Shows the values of another version in the fields that the person has changed. */
  async #compare(model: Model, fields: readonly string[]): Promise<void> {
    const place = await this.#placeOf(model);
    const names = this.locale.texts(this.#parts!.models);
    this.conflicts = (fields as FieldName[]).map((name) => [name, this.#parts!.shownValue(name, model, names, place)]);
  }

  #placeOf({ communeCode }: Model): Promise<string> {
    return this.#parts!.placeName(communeCode, this.placesUrl);
  }

  readonly #upload: Upload = (...file) => this.#parts!.uploadWith(this.connection!.client)(...file);

  readonly #control = (name: FieldName): FormControl | null =>
    (this.startedForm?.elements.namedItem(name) as FormControl | null | undefined) ?? null;

  readonly #valueOf = (name: FieldName): string => (this.#control(name) as DvkTextField | null)?.value ?? '';

  protected override renderContent(): TemplateResult {
    const texts = this.locale.texts(modelRegistration);
    const { opened, receipt, list } = this;
    keepRoom(this);
    if (list)
      return html`<section class="panel on-paper" part="panel" aria-labelledby="title" aria-busy=${this.requests.busy}>
        ${list.render()}
      </section>`;
    return html`<section class="panel on-paper" part="panel" aria-labelledby="title" aria-busy=${this.requests.busy}>
      ${
        opened && this.draft && !receipt
          ? html`<p class="back screen-only">
              <button class="button plain" type="button" ?disabled=${this.requests.busy} @click=${this.#onBack}>
                ${backIcon}${this.#formTexts.back}
              </button>
            </p>`
          : nothing
      }
      ${
        receipt
          ? this.#parts!.receiptTemplate(
              receipt,
              this.#formTexts,
              this.locale.texts(this.#parts!.models),
              this.host,
              () => void this.#onBack(),
              () => this.reset(),
            )
          : html`<h2 id="title" tabindex="-1">${opened?.model ? texts.correct : texts.title}</h2>
              ${
                opened && this.draft
                  ? this.#renderForm(opened, this.draft)
                  : opened
                    ? refusalTemplate(this.host, texts, this.renderSignIn())
                    : this.renderLoaded(this.#loader, () => nothing)
              }`
      }
    </section>`;
  }

  #renderForm({ model }: OpenedRegistration, draft: Draft<DraftContent>): TemplateResult {
    const texts = this.#formTexts;
    const { draftSaved, draftNotSaved } = this.locale.texts(sending);
    return this.#parts!.formTemplate({
      model,
      kept: draft.persistent ? draftSaved : draftNotSaved,
      serverDraft: this.#serverDraft,
      isSplit: this.isSplit,
      conflicts: this.conflicts,
      texts,
      lang: this.locale.lang,
      isNarrow: this.#width.isNarrow,
      fields: this.#fieldsView(texts),
      busy: this.requests.busy,
      draftNotice: this.renderDraftNotice(),
      summary: this.summary.render((entries) => this.#parts!.foldedErrors(entries, texts)),
      status: this.renderStatus(),
      buttons: this.renderButtons(
        !model ? texts.submit : resubmits(model, this.person.roles) ? texts.resubmit : texts.save,
      ),
      control: this.#control,
      section: (id) => this.shadowRoot!.getElementById(id),
      onField: (field) => this.#reveal(field),
      onEdit: this.#onEdit,
      onSubmit: this.#onSubmit,
    });
  }

  readonly #onEdit = (): void => this.handleEdit();
  readonly #onSubmit = (event: SubmitEvent): void => void this.handleSubmit(event);

  #fieldsView(texts: FormTexts): FieldsView {
    return {
      texts,
      names: this.locale.texts(this.#parts!.models),
      value: this.#valueOf,
      topics: this.#topics,
      client: this.connection?.client,
      upload: this.#upload,
      province: this.province || this.servedProvince,
      placesUrl: this.placesUrl,
    };
  }

  protected override renderStatus(): TemplateResult | typeof nothing {
    const { failure } = this.requests;
    if (!this.waiting && isProblem(failure, 'precondition-failed')) {
      const { changed: text, takeNew: button } = this.locale.texts(modelRegistration);
      return this.renderFailure({ text, button, reload: this.#onReload });
    }
    if (!this.waiting && failure === undefined && this.#loader.state === 'failed')
      return this.renderError(this.#loader.error, this.#loader.run);
    return super.renderStatus();
  }
}

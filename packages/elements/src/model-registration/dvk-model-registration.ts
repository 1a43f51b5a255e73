import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { isProblem } from '@dvk/sdk/client';
import type { Role } from '@dvk/sdk/contract';
import {
  editableModelStatuses,
  registrarRoles,
  resubmission,
  type Model,
  type ModelRegistration,
} from '@dvk/sdk/models';
import { DvkLoadEvent, DvkSaveEvent } from '../events/index.ts';
import { defineLateParts } from '../internal/define.ts';
import { Draft } from '../internal/draft.ts';
import type { FormControl } from '../internal/form-control.ts';
import { changedFields, restoreForm } from '../internal/form-data.ts';
import { FormWidget, type DraftContent, type FormWidgetEvents } from '../internal/form-widget.ts';
import { Loader } from '../internal/loader.ts';
import { panelStyles } from '../internal/panel-styles.ts';
import type { Upload } from '../file-field/upload.ts';
import type { FormTexts } from './texts.ts';
import { modelRegistration } from './vi.ts';
import { models } from '../locale/models/vi.ts';
import { sending } from '../locale/sending/vi.ts';
import type { DvkTextField } from '../text-field/dvk-text-field.ts';
import type { FieldsView } from './fields.ts';
import type { FieldName, Start } from './form.ts';
import { loadFormParts, type FormParts } from './load-form-parts.ts';
import type { Receipt } from './receipt.ts';

/** What the form was opened with. */
interface Opened {
  /** The registration to correct; absent for a new one. */
  model?: Model | undefined;
  unit: Start['unit'];
}

const isEditable = ({ status }: Model) => editableModelStatuses.includes(status);

export type { Client, Connection, GetToken } from '../internal/connection.ts';
export type { DvkErrorEvent, DvkSignInEvent, DvkLoadEvent, DvkSubmitEvent, DvkSaveEvent } from '../events/index.ts';
export type { Model, ModelRegistration };

/** What the events of `<dvk-model-registration>` carry. */
export interface DvkModelRegistrationEvents extends FormWidgetEvents<ModelRegistration, Model> {
  'dvk-load': DvkLoadEvent<Model>;
}

/**
 * An officer of a unit registers a model, or corrects a registration that came back. What is typed survives a reload, a
 * lost session, a refused or failed request and a dropped network; sending twice creates one.
 *
 * @summary Register a model, or correct a registration.
 * @vietnamese Đăng ký mô hình, điển hình
 * @event {DvkLoadEvent<Model>} dvk-load - the registration to correct has arrived
 * @event {DvkSubmitEvent<ModelRegistration>} dvk-submit - before sending; `preventDefault()` keeps it from being sent
 * @event {DvkSaveEvent<Model>} dvk-save - the server has confirmed; `result` is the registration
 * @csspart panel - the framed area
 * @csspart contents - the table of the form's parts
 * @csspart sheet - the registration as it was received
 * @cssproperty [--dvk-sticky-top=1em] - where the table of the parts stays while the page scrolls: below a fixed header of the page
 * @example
 * <dvk-model-registration base-url="/api" province="01"></dvk-model-registration>
 */
export class DvkModelRegistration extends FormWidget<ModelRegistration, DvkModelRegistrationEvents> {
  static override readonly tag: string = 'dvk-model-registration';
  static override styles: CSSResultGroup = [FormWidget.styles, panelStyles];

  /** Id of a registration to correct; without it, a new one. */
  @property({ attribute: 'model-id' }) modelId = '';
  /** Code of the province whose communes are offered; without it, that which the server serves, else all. */
  @property() province = '';
  /** A folder that serves the data of the place field, instead of this package's own. */
  @property({ attribute: 'places-url' }) placesUrl = '';
  /** Tags that are offered, separated by commas. They are stored as they are written here. */
  @property() topics =
    'Nông thôn mới, Đô thị văn minh, Chuyển đổi số, Bảo vệ môi trường, Dân tộc, Tôn giáo, Chính quyền chủ động';

  @state() private opened?: Opened | undefined;
  @state() private receipt?: Receipt | undefined;
  /** The province that the server serves. */
  @state() private servedProvince = '';
  /** Fields that both the person and somebody else changed, with what the other wrote. */
  @state() private conflicts: readonly (readonly [FieldName, string])[] = [];
  /** The body that the server has confirmed as a correction, as long as handing it in again has failed. */
  #corrected = '';
  /** There as soon as there is a form or a receipt. */
  #parts?: FormParts;

  readonly #loader = new Loader(
    this,
    () => [this.modelId],
    async ({ client, session }, signal) => {
      const id = this.modelId;
      const person = await session;
      if (signal.aborted) return;
      const { subject, roles, unitId, province = '' } = person;
      this.servedProvince = province;
      if (!this.person.change(person)) this.close();
      // What the same person is writing stays as it is.
      else if (this.draft && (this.opened?.model?.id ?? '') === id) return;
      const next: Opened = { unit: undefined };
      let receipt: Receipt | undefined;
      let draft: Draft<DraftContent> | undefined;
      if (subject !== null && registrarRoles.some((role) => roles.includes(role))) {
        const loading = this.#loadParts();
        loading.catch(() => {});
        if (id) next.model = await client.models.get({ params: { id } }, { signal });
        // Most register for their own unit. If its name does not come, it is chosen like any other.
        else if (unitId)
          next.unit = await client.units.get({ params: { id: unitId } }, { signal }).catch(() => undefined);
        await loading;
        if (next.model && !isEditable(next.model))
          receipt = { model: next.model, place: await this.#placeOf(next.model) };
        draft = await Draft.open<DraftContent>(`model-registration ${id || 'new'} ${subject}`);
      }
      if (signal.aborted || !this.isConnected) return draft?.close();
      this.close();
      this.opened = next;
      this.receipt = receipt;
      if (draft) this.open(draft);
      if (next.model) this.dispatchEvent(new DvkLoadEvent<Model>(next.model));
    },
  );

  async #loadParts(): Promise<void> {
    this.#parts ??= await loadFormParts();
    defineLateParts(this, this.#parts.formFields);
    this.host.addStyles(this.#parts.modelRegistrationStyles);
  }

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
    this.modelId = '';
    this.focusTitle();
  }

  protected override close(): void {
    super.close();
    this.opened = this.receipt = undefined;
    this.conflicts = [];
    this.#corrected = '';
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
    const { client } = this.connection!;
    const model = before
      ? await this.#correct(before, body)
      : await client.models.create({ body }, { idempotencyKey: await this.keyFor(body) });
    await this.clearDraft();
    const how = !before ? 'registered' : before.status === model.status ? 'corrected' : 'resubmitted';
    this.conflicts = [];
    this.receipt = { model, how, place: await this.#placeOf(model) };
    this.announce(`${this.locale.texts(modelRegistration).done[how]}: ${model.code}`);
    this.dispatchEvent(new DvkSaveEvent<Model>(model));
    this.focusTitle();
  }

  /** Writes a correction and, if the registration had been returned, hands it in again. */
  async #correct(before: Model, body: ModelRegistration): Promise<Model> {
    const { models: api } = this.connection!.client;
    const { roles } = this.person;
    const params = { id: before.id };
    const text = JSON.stringify(body);
    let model = before;
    if (text !== this.#corrected) {
      model = await api.update({ params, body }, { ifMatch: before.etag });
      this.opened!.model = model;
      this.#corrected = text;
    }
    const { etag } = model;
    if (!resubmits(model, roles)) return model;
    const idempotencyKey = await this.keyFor([etag, resubmission.action]);
    return api.transition({ params, body: { action: resubmission.action } }, { ifMatch: etag, idempotencyKey });
  }

  /** Somebody else was faster: takes their version, and puts back what the person has changed. */
  readonly #onReload = (): Promise<void> =>
    this.run(async () => {
      const { opened, initialValues } = this;
      const form = this.form!;
      const model = await this.connection!.client.models.get({ params: { id: opened!.model!.id } });
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
    const names = this.locale.texts(models);
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
    const { opened, receipt } = this;
    return html`<section class="panel" part="panel" aria-labelledby="title" aria-busy=${this.requests.busy}>
      ${
        receipt
          ? this.#parts!.receiptTemplate(receipt, this.#formTexts, this.locale.texts(models), () => this.reset())
          : html`<h2 id="title" tabindex="-1">${opened?.model ? texts.correct : texts.title}</h2>
              ${
                opened && this.draft
                  ? this.#renderForm(opened, this.draft)
                  : opened
                    ? this.renderRefusal(texts)
                    : this.renderLoaded(this.#loader, () => nothing)
              }`
      }
    </section>`;
  }

  #renderForm({ model }: Opened, draft: Draft<DraftContent>): TemplateResult {
    const texts = this.#formTexts;
    const sendingTexts = this.locale.texts(sending);
    return html`${model ? this.#parts!.codeTemplate(model, texts) : nothing}
      <p class="lead">${texts.intro} ${draft.persistent ? sendingTexts.draftSaved : sendingTexts.draftNotSaved}</p>
      ${
        model?.status === 'returned'
          ? html`<div class="notice warning">
              <p><b>${texts.returned}</b></p>
              <p class="prewrap">${model.statusReason}</p>
            </div>`
          : nothing
      }
      ${this.renderDraftNotice()}
      ${this.conflicts.length > 0 ? this.#parts!.conflictsTemplate(this.conflicts, texts, this.#control) : nothing}
      ${this.summary.render()}
      <div class="layout">
        ${this.#parts!.contentsTemplate(texts, this.#control, (section) => this.shadowRoot!.getElementById(section))}
        <form novalidate @submit=${this.handleSubmit} @input=${this.handleEdit} @change=${this.handleEdit}>
          <div class="sections" ?inert=${this.requests.busy}>${this.#renderSections()}</div>
          <div class="end screen-only">
            ${this.renderStatus()}
            ${this.renderButtons(!model ? texts.submit : resubmits(model, this.person.roles) ? texts.resubmit : texts.save)}
          </div>
        </form>
      </div>`;
  }

  #renderSections(): TemplateResult[] {
    const texts = this.#formTexts;
    const view: FieldsView = {
      texts,
      names: this.locale.texts(models),
      value: this.#valueOf,
      topics: this.#topics,
      client: this.connection?.client,
      upload: this.#upload,
      province: this.province || this.servedProvince,
      placesUrl: this.placesUrl,
    };
    return this.#parts!.partsOf(texts).map(
      ({ section, names, title }) =>
        html`<section class="fields" part="section" aria-labelledby=${section}>
          <h3 id=${section} tabindex="-1">${title}</h3>
          ${names.map((name) => this.#parts!.fieldTemplate(name, view))}
        </section>`,
    );
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

/** Whether saving also hands a returned registration in again. */
function resubmits({ status }: Model, roles: readonly Role[]): boolean {
  return resubmission.from.includes(status) && resubmission.actors.some((role) => roles.includes(role));
}

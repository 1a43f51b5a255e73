import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { CaseReceipt, CaseSubmission } from '@dvk/sdk/cases';
import { DvkChoiceField } from '../choice-field/dvk-choice-field.ts';
import { DvkFileField } from '../file-field/dvk-file-field.ts';
import { DvkNavigateEvent, DvkSaveEvent } from '../events/index.ts';
import { uploadWith } from '../form/uploader.ts';
import { backIcon } from '../icons/back.ts';
import { onwardIcon } from '../icons/onward.ts';
import type { TaggedElement } from '../internal/define.ts';
import { Draft } from '../internal/draft.ts';
import { controlsOf, type FormControl } from '../internal/form-control.ts';
import { FormWidget, isDraftContent, type DraftContent, type FormWidgetEvents } from '../internal/form-widget.ts';
import { linkToCase, openCase } from '../internal/known-cases.ts';
import { Loader } from '../internal/loader.ts';
import { panelStyles } from '../internal/panel-styles.ts';
import { cases } from '../locale/cases/vi.ts';
import { parts } from '../locale/parts/vi.ts';
import { sending } from '../locale/sending/vi.ts';
import { DvkPlaceField } from '../place-field/dvk-place-field.ts';
import { DvkTextField } from '../text-field/dvk-text-field.ts';
import {
  contactTemplate,
  defaultSettings,
  matterTemplate,
  photosTemplate,
  placeTemplate,
  readSubmission,
  type FormSettings,
  type FormView,
} from './form.ts';
import { loadPapers } from './load-papers.ts';
import { OwnLocation } from './location.ts';
import {
  codesTemplate,
  consentTemplate,
  linkTemplate,
  introTemplate,
  sectionTemplate,
  sendTemplate,
  toCheckTemplate,
  type PageView,
} from './page-parts.ts';
import { handedOverRequest, handOverRequest, onHandOver, type Received } from './sent.ts';
import { SentCases } from './sent-cases.ts';
import { caseFormStyles } from './styles.ts';
import { caseForm } from './vi.ts';
import { WritingHelp } from './writing-help.ts';

type Papers = typeof import('./check-and-receipt.ts');

/** Marks the entry of the history that the check page is. */
interface Entry {
  dvkCheckOf?: string;
}

export type { Client, Connection, GetToken } from '../internal/connection.ts';
export type { DvkErrorEvent, DvkNavigateEvent, DvkSignInEvent, DvkSubmitEvent, DvkSaveEvent } from '../events/index.ts';
export type { CaseSubmission };

/** What the page learns of a case that was sent: the receipt without its secret. */
export type CaseSent = Pick<CaseReceipt, 'code' | 'receivedAt' | 'dueAt'>;

/** What the events of `<dvk-case-form>` carry. */
export interface DvkCaseFormEvents extends FormWidgetEvents<CaseSubmission, CaseSent> {
  'dvk-navigate': DvkNavigateEvent;
}

/**
 * A citizen sends a report (phản ánh) or a proposal (kiến nghị), signed in or not: photos, what, where, contact; then everything
 * on one page to check, and only from there it is sent. They get a code and a secret to follow it. What is typed survives a
 * reload, a refused or failed request and a dropped network; sending twice creates one.
 *
 * The secret is shown once. It stays with the tab – Back and a reload show the receipt again – and longer on this machine only if
 * the sender asks for it; no event, address or request holds it. On a shared device it is gone with the page.
 * Complaints and denunciations have procedures of their own and are not taken here.
 *
 * @summary Send a report or proposal.
 * @vietnamese Gửi phản ánh, kiến nghị
 * @event {DvkSubmitEvent<CaseSubmission>} dvk-submit - before sending; `preventDefault()` keeps it from being sent
 * @event {DvkSaveEvent<CaseSent>} dvk-save - the server has confirmed; `result` is `{code, receivedAt, dueAt}`, without the secret
 * @event {DvkNavigateEvent} dvk-navigate - the sender follows the case; `recordId` is its code. A page that shows its tracker by itself calls `preventDefault()`: the tracker of the same tab opens the case
 * @event {DvkSignInEvent} dvk-sign-in - the person's session has ended
 * @csspart panel - the framed area
 * @csspart answers - everything that will be sent
 * @csspart receipt - the receipt
 * @csspart codes - code and secret of the receipt
 * @csspart dialog - the warning before the codes are gone
 * @csspart explanation - how the due date was worked out
 * @example
 * <dvk-case-form base-url="/api" province="01" tracker-url="/tra-cuu"></dvk-case-form>
 */
export class DvkCaseForm extends FormWidget<CaseSubmission, DvkCaseFormEvents> {
  static override readonly tag: string = 'dvk-case-form';
  static override readonly dependencies: readonly TaggedElement[] = [
    DvkTextField,
    DvkChoiceField,
    DvkPlaceField,
    DvkFileField,
  ];
  static override styles: CSSResultGroup = [FormWidget.styles, panelStyles, caseFormStyles];

  /** Code of the province whose communes are offered; without it, that which the server serves, else all. */
  @property() province = '';
  /** A folder that serves the data of the place field, instead of this package's own. */
  @property({ attribute: 'places-url' }) placesUrl = '';
  /** Address of the page with the tracker: the receipt leads there, with the codes, and its QR code does. */
  @property({ attribute: 'tracker-url' }) trackerUrl = '';
  /** For machines many people use, e.g. in a reception office: nothing typed is kept on them. */
  @property({ type: Boolean, attribute: 'shared-device' }) sharedDevice = false;

  @state() private received?: Received | undefined;
  /** The page where everything is checked before it is sent. */
  @state() private checking = false;
  @state() private papers?: Papers | undefined;
  @state() private papersFailed = false;
  /** What the server says of topics, office and consent. */
  @state() private settings: FormSettings = defaultSettings;
  /** The province that the server serves. */
  @state() private servedProvince = '';
  /** The title that the person has written over the one from the text. */
  @state() private ownTitle = '';
  @state() private titleOpen = false;
  readonly #sent = new SentCases({
    host: this,
    person: () => this.person.subject,
    isSharedDevice: () => this.sharedDevice,
    shown: () => this.received,
  });
  readonly #help = new WritingHelp({
    host: this,
    texts: () => this.locale.texts(caseForm),
    field: <Field extends FormControl = DvkTextField>(name: string) => this.#field<Field>(name),
    onEdit: () => this.handleEdit(),
    announce: (text) => this.announce(text),
  });
  readonly #location = new OwnLocation(this, () => this.handleEdit());
  #receipt: InstanceType<Papers['Receipt']> | undefined;
  /** The field that the person went to from the check page. */
  #edited = '';
  /** The open draft is never written to the machine. */
  #isInMemory = false;
  #stopListening = (): void => {};
  #request: Promise<void> = Promise.resolve();

  // Consent must be given by the person who sends; a draft may be opened by another.
  protected override readonly notInDraft = ['consent', 'linked'];

  readonly #loader = new Loader(
    this,
    () => [this.sharedDevice],
    async (connection, signal) => {
      const { sharedDevice, person } = this;
      await handedOverRequest();
      // A visitor may send too: a session that cannot be had neither keeps them from it nor takes what they have written.
      const session = await connection.session.catch(() => (this.draft ? person.session : undefined));
      const isSame = person.isSame(session);
      this.servedProvince = session?.province ?? this.servedProvince;
      void this.#loadSettings(connection.client);
      const isOtherStorage = sharedDevice !== this.#isInMemory;
      if (this.draft && isSame && !isOtherStorage) {
        person.change(session);
        return;
      }
      const name = `case-form ${session?.subject ?? ''}`;
      const draft = sharedDevice
        ? Draft.inMemory<DraftContent>()
        : await Draft.open<DraftContent>(name, isDraftContent);
      if (signal.aborted || !this.isConnected) {
        // The page may have set `shared-device` meanwhile.
        if (this.sharedDevice) await draft.clear();
        return draft.close();
      }
      // A draft found on a shared machine may be somebody else's.
      const mayBeForeign = sharedDevice && this.draft?.restored !== undefined;
      if (mayBeForeign) await this.draft?.clear();
      // A visitor who signs in while writing, or before noting the secret, goes on where they are.
      const goesOn = isSame ? isOtherStorage : !person.subject;
      if (this.draft && !mayBeForeign && goesOn && (this.received || this.hasTyped)) await this.moveTo(draft);
      else {
        this.close();
        if (!isSame) this.#forgetSent();
        this.open(draft);
      }
      person.change(session);
      this.#isInMemory = sharedDevice;
      if (sharedDevice) this.#sent.clear();
      this.#takeOverSent();
    },
  );

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopListening = onHandOver(this.#takeOverSent);
    window.addEventListener('pagehide', this.#onHide);
    window.addEventListener('popstate', this.#onBack);
    if (this.hasUpdated) void this.#loader.run();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopListening();
    window.removeEventListener('beforeunload', this.#onUnload);
    window.removeEventListener('pagehide', this.#onHide);
    window.removeEventListener('popstate', this.#onBack);
    queueMicrotask(() => {
      if (this.isConnected) return;
      if (this.requests.busy) handOverRequest(this.#request);
      this.#handOverSent();
    });
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // What the server objects to is on the other page.
    if (this.checking && this.#written.some(({ error }) => error)) this.#leaveCheck();
    if (this.#field('title')?.error) this.titleOpen = true;
    if (changed.has('received') || changed.has('papers')) this.#openReceipt();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!changed.has('received')) return;
    if (this.received && this.isConnected) window.addEventListener('beforeunload', this.#onUnload);
    else window.removeEventListener('beforeunload', this.#onUnload);
  }

  #openReceipt(): void {
    const { received, papers, locale } = this;
    if (received && !papers) void this.#loadPapers().catch(() => {});
    this.#receipt =
      received &&
      papers &&
      new papers.Receipt({
        host: this,
        locale,
        received,
        announce: (text) => this.announce(text),
        trackerUrl: () => this.trackerUrl,
        isSharedDevice: () => this.sharedDevice,
        onFollow: this.#onFollow,
        onAnother: () => this.reset(),
      });
  }

  /** Loads what comes after the form; from the first letter on it is on its way, so that a lost network finds it there. */
  async #loadPapers(): Promise<Papers> {
    if (this.papers) return this.papers;
    try {
      const papers = await loadPapers();
      for (const styles of papers.paperStyles) this.host.addStyles(styles);
      this.papersFailed = false;
      return (this.papers = papers);
    } catch (error) {
      this.papersFailed = true;
      throw error;
    }
  }

  /** Without them the form has what the SDK says. */
  async #loadSettings(client: NonNullable<typeof this.client>): Promise<void> {
    const settings = await client.settings.get().catch(() => undefined);
    if (!settings) return;
    this.servedProvince = settings.province ?? this.servedProvince;
    const { privacyNotice } = this.settings;
    // What a person has read and agreed to stays.
    this.settings = { ...this.settings, ...settings, ...(this.checking && { privacyNotice }) };
  }

  /** Empties the form, or leaves the receipt for a new one; on a shared device its secret is gone then. */
  reset(): void {
    if (this.received) {
      this.#sent.add(this.received);
      this.received = undefined;
      this.#sent.keep();
      this.focusTitle();
    } else if (this.form) void this.discard();
  }

  readonly #takeOverSent = (): void => {
    if (!this.draft || this.requests.busy) return;
    // A receipt does not replace what the person is writing.
    const isFree = !this.received && !this.hasTyped;
    this.#sent.takeOver(isFree, (shown) => (this.received = shown));
  };

  #handOverSent(): void {
    this.#sent.handOver();
    this.received = undefined;
  }

  #forgetSent(): void {
    this.#sent.forget();
    this.received = undefined;
  }

  protected override close(): void {
    super.close();
    // What is to be checked is in the form that was closed.
    this.checking = false;
  }

  protected fill(form: HTMLFormElement): void {
    form.reset();
    this.#location.restore(undefined);
    this.ownTitle = this.#edited = '';
    this.titleOpen = false;
    this.#help.reset();
  }

  protected read(form: HTMLFormElement): CaseSubmission {
    return readSubmission(form, this.#location.value, this.settings.privacyNotice.version);
  }

  /** The title and the location are no fields of the first page. */
  protected override get draftContent(): DraftContent | undefined {
    const content = super.draftContent;
    if (!content) return undefined;
    const { title: _, ...fields } = content.fields;
    const { value } = this.#location;
    if (this.ownTitle) fields['title'] = this.ownTitle;
    if (value) fields['location'] = JSON.stringify(value);
    return { ...content, fields };
  }

  protected override afterRestore({ fields }: DraftContent): void {
    this.#location.restore(fields['location']);
    this.ownTitle = fields['title'] ?? '';
  }

  protected override handleEdit(): void {
    super.handleEdit();
    if (this.hasTyped) void this.#loadPapers().catch(() => {});
  }

  protected override async handleSubmit(event: SubmitEvent): Promise<void> {
    if (this.checking) return super.handleSubmit(event);
    event.preventDefault();
    this.requests.forget();
    if (!this.summary.check({ elements: this.#written })) return;
    try {
      await this.#loadPapers();
    } catch {
      return;
    }
    this.checking = true;
    if ((history.state as Entry | null)?.dvkCheckOf !== this.localName)
      history.pushState({ ...(history.state as object), dvkCheckOf: this.localName }, '');
    const edited = this.#edited;
    this.#edited = '';
    if (!edited) return this.focusTitle();
    await this.updateComplete;
    this.papers!.focusAnswer(this.shadowRoot!, edited);
  }

  /** The fields that are filled in before everything is checked. */
  get #written(): FormControl[] {
    return controlsOf(this.startedForm ?? { elements: [] }).filter(
      ({ name }) => name !== 'title' && name !== 'consent',
    );
  }

  #field<Field extends FormControl = DvkTextField>(name: string): Field | null {
    return (this.startedForm?.elements.namedItem(name) ?? null) as Field | null;
  }

  /** Goes from the check page to the form, and its entry of the history with it. */
  #leaveCheck(): void {
    this.checking = this.waiting = false;
    if ((history.state as Entry | null)?.dvkCheckOf === this.localName) history.back();
  }

  readonly #onBack = (): void => {
    if (!this.checking || this.requests.busy) return;
    this.#leaveCheck();
    void this.updateComplete.then(() => this.shadowRoot?.querySelector<HTMLElement>('.end .primary')?.focus());
  };

  readonly #onBackToEdit = (): void => {
    this.#leaveCheck();
    this.focusTitle();
  };

  readonly #onEdit = async (name: string): Promise<void> => {
    if (name === 'title') this.titleOpen = true;
    else {
      this.#edited = name;
      this.#leaveCheck();
    }
    await this.updateComplete;
    this.#field(name)?.reveal();
  };

  readonly #onTitle = (title: string): void => {
    this.ownTitle = title;
  };

  protected send(body: CaseSubmission): Promise<void> {
    return (this.#request = this.#send(body));
  }

  async #send(body: CaseSubmission): Promise<void> {
    const { client } = this.connection!;
    const files = this.#field<DvkFileField>('attachments')?.files ?? [];
    const pictures = files.filter(({ name }) => /\.(?:jpe?g|png|webp|heic|heif)$/i.test(name)).length;
    const { draft } = this;
    const isOpen = this.untilClosed();
    const placeName = [body.address, this.#field<DvkPlaceField>('communeCode')?.typed].filter(Boolean).join(', ');
    const receipt = await client.cases.create({ body }, { idempotencyKey: await this.keyFor(body) });
    // Somebody else has signed in: what was sent is nothing for them, and their draft stays.
    if (!isOpen()) return draft!.clear();
    await this.clearDraft();
    this.#sent.hide();
    this.received = { ...receipt, kind: body.kind, placeName, pictures, otherFiles: files.length - pictures };
    this.checking = false;
    this.#sent.keep();
    const { code, receivedAt, dueAt } = receipt;
    this.announce(this.locale.texts(caseForm).received(code));
    this.dispatchEvent(new DvkSaveEvent<CaseSent>({ code, receivedAt, dueAt }));
    // The element was removed while it was sending.
    if (!this.isConnected) this.#handOverSent();
    this.focusTitle();
  }

  /**
   * To the tracker: the codes go with the tab, and no address has them. Where that cannot be – another site, another tab, a
   * browser that keeps nothing – they are in the fragment, which no browser sends.
   */
  readonly #onFollow = (event: MouseEvent): void => {
    const { received, trackerUrl, sharedDevice } = this;
    const link = event.currentTarget as HTMLAnchorElement;
    if (!received || event.button === 2) return;
    this.#receipt!.isNoted = true;
    const isOtherTab = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey;
    const isHere = link.origin === location.origin && !isOtherTab;
    const isHandedOver = isHere && openCase(received, sharedDevice);
    link.href = isHandedOver ? trackerUrl : linkToCase(trackerUrl, received);
    if (!isOtherTab && !this.dispatchEvent(new DvkNavigateEvent(received.code))) event.preventDefault();
  };

  readonly #onUnload = (event: Event): void => {
    if (!this.#receipt?.isNoted) event.preventDefault();
  };

  // The browser's Back shows a page as it was left, also to the next person at a shared machine.
  readonly #onHide = (): void => {
    if (!this.sharedDevice) return;
    this.#forgetSent();
    if (this.startedForm) this.start(this.startedForm);
  };

  protected override renderContent(): TemplateResult {
    const { received, checking } = this;
    const texts = this.locale.texts(caseForm);
    return html`<section class="panel" part="panel" aria-labelledby="title" aria-busy=${this.requests.busy}>
      ${
        received
          ? this.#renderReceipt(received)
          : html`${
                checking
                  ? html`<div class="back">
                      <button class="button plain" type="button" @click=${this.#onBackToEdit}>
                        ${backIcon}${texts.backToEdit}
                      </button>
                    </div>`
                  : nothing
              }
              <h2 id="title" tabindex="-1">${checking ? texts.check : texts.title}</h2>
              ${this.draft ? this.#renderForm(this.draft) : this.renderLoaded(this.#loader, () => nothing)}`
      }
    </section>`;
  }

  get #kind(): CaseSubmission['kind'] {
    return this.#field<DvkChoiceField>('kind')?.value === 'proposal' ? 'proposal' : 'report';
  }

  #renderForm(draft: Draft<DraftContent>): TemplateResult {
    const { checking } = this;
    const texts = this.locale.texts(caseForm);
    return html`${checking ? html`<p class="lead">${texts.checkLead[this.#kind]}</p>` : this.#renderIntro(draft)}
      ${this.summary.render()}
      <form novalidate @submit=${this.handleSubmit} @input=${this.handleEdit} @change=${this.handleEdit}>
        <div class="page sections" ?hidden=${checking} ?inert=${this.requests.busy}>${this.#renderSections()}</div>
        <div class="page fields" ?hidden=${!checking} ?inert=${this.requests.busy}>${this.#renderCheck()}</div>
        <div class="end screen-only">
          ${checking ? this.renderStatus() : nothing}
          ${checking ? sendTemplate(this.#kind, this.requests.busy, this.settings, this.#pageView) : this.#renderToCheck()}
        </div>
      </form>`;
  }

  get #pageView(): PageView {
    const { locale } = this;
    return { texts: locale.texts(caseForm), sendingTexts: locale.texts(sending), lang: locale.lang };
  }

  #renderIntro(draft: Draft<DraftContent>): TemplateResult {
    return html`${introTemplate(draft, this.sharedDevice, this.#pageView)} ${this.renderDraftNotice()}
    ${this.#sent.render(this.locale.texts(caseForm))}`;
  }

  #renderSections(): TemplateResult {
    const texts = this.locale.texts(caseForm);
    const help = this.#help;
    const view: FormView = {
      texts,
      names: this.locale.texts(cases),
      lang: this.locale.lang,
      kind: this.#kind,
      settings: this.settings,
      upload: this.connection && uploadWith(this.connection.client),
      hasFiles: (this.#field<DvkFileField>('attachments')?.files.length ?? 0) > 0,
      personal: help.personal,
      province: this.province || this.servedProvince,
      placesUrl: this.placesUrl,
      location: this.#location,
      way: { way: help.way, onPick: help.onPlace, onAll: help.onAllPlaces },
      onPlaceLeft: help.onPlaceLeft,
      onLandmark: help.onLandmark,
      hasEmail: help.hasEmail,
      onAddEmail: help.onAddEmail,
      onNoPhotos: help.onNoPhotos,
    };
    return html`${sectionTemplate(1, 'photos', texts.ifAny, photosTemplate(view), texts)}
    ${sectionTemplate(2, 'matter', '', matterTemplate(view), texts)}
    ${sectionTemplate(3, 'place', '', placeTemplate(view), texts)}
    ${sectionTemplate(4, 'contact', texts.optional, contactTemplate(view), texts)}`;
  }

  #renderCheck(): TemplateResult {
    return html`${this.checking && this.papers ? this.#renderAnswers(this.papers) : nothing}
    ${this.person.subject === '' || this.sharedDevice ? nothing : linkTemplate(this.locale.texts(cases))}
    ${consentTemplate(this.settings, this.#pageView)}`;
  }

  #renderAnswers(papers: Papers): TemplateResult {
    const value = (name: string) => this.#field(name)?.value ?? '';
    const files = this.#field<DvkFileField>('attachments')!;
    return papers.checkTemplate({
      written: {
        kind: this.#kind,
        topic: value('topic') as CaseSubmission['topic'],
        title: this.ownTitle,
        content: value('content'),
        place: this.#field<DvkPlaceField>('communeCode')?.typed ?? '',
        address: value('address'),
        hasLocation: this.#location.value !== undefined,
        contact: ['senderName', 'senderPhone', 'senderEmail'].map(value).filter(Boolean),
        files: files.files,
        thumbnails: files.thumbnails,
      },
      texts: this.locale.texts(caseForm),
      partTexts: this.locale.texts(parts),
      names: this.locale.texts(cases),
      lang: this.locale.lang,
      settings: this.settings,
      isTitleOpen: this.titleOpen,
      onTitle: this.#onTitle,
      onEdit: this.#onEdit,
    });
  }

  #renderToCheck(): TemplateResult {
    const buttons = this.renderButtons(html`${this.locale.texts(caseForm).check}${onwardIcon}`);
    return toCheckTemplate(this.papersFailed, this.renderOffline(), buttons, this.#pageView);
  }

  #renderReceipt(received: Received): TemplateResult {
    return this.#receipt?.render() ?? codesTemplate(received, this.locale.texts(caseForm));
  }
}

import { html, nothing, type CSSResult, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { CaseKeys, PublicCase } from '@dvk/sdk/cases';
import { findCode, normalizeSecret } from '@dvk/sdk/text';
import { DvkLoadEvent, type DvkSaveEvent, type WidgetEvents } from '../events/index.ts';
import type { TaggedElement } from '../internal/define.ts';
import { isRefusal } from '../internal/describe-error.ts';
import { readForm } from '../internal/form-data.ts';
import {
  closeCase,
  forgetCase,
  openCase,
  openedCase,
  rememberedCases,
  type KnownCase,
} from '../internal/known-cases.ts';
import type { Connection } from '../internal/connection.ts';
import { loadClients } from '../internal/load-client.ts';
import { panelStyles } from '../internal/panel-styles.ts';
import { DvkWidget } from '../internal/widget.ts';
import { parts } from '../locale/parts/vi.ts';
import { skeleton, stateStyles } from '../parts/state.ts';
import { DvkTextField } from '../text-field/dvk-text-field.ts';
import type { BarcodeReader } from './barcode-reader.ts';
import type { FoundCase } from './found-case.ts';
import { loadFoundCase, loadOwnCases, loadRememberedList, loadScan } from './load-parts.ts';
import type { OwnCases } from './own-cases.ts';
import type { Scan } from './scan.ts';
import type { Proof } from './sender-steps.ts';
import { complaintTrackerStyles } from './styles.ts';
import { complaintTracker } from './vi.ts';

export type { Client, Connection, GetToken } from '../internal/connection.ts';
export type { DvkErrorEvent, DvkSignInEvent, DvkLoadEvent, DvkSaveEvent } from '../events/index.ts';
export type { PublicCase };

/** What the events of `<dvk-complaint-tracker>` carry. */
export interface DvkComplaintTrackerEvents extends WidgetEvents {
  'dvk-load': DvkLoadEvent<PublicCase>;
  'dvk-save': DvkSaveEvent<PublicCase>;
}

/** Letters and digits of a secret. */
const secretLength = 16;

/**
 * A citizen follows a report or proposal with the code and the secret of the receipt: steps so far, responsible unit, due
 * date and how it was worked out, answer, what was sent, rating, reopening.
 *
 * It opens by itself with the case of a receipt on this site, of a link or QR code – whose codes it takes out of the address at
 * once –, and after a reload. The secret is in this tab's storage until the case is closed, on this machine only if its sender
 * asks for it, and goes out in a header only. With `own-cases`, who is signed in has a list of the cases that they have linked to
 * themselves, and opens them without a secret, on any device.
 *
 * @summary Follow a case with its code and secret.
 * @vietnamese Tra cứu phản ánh, kiến nghị
 * @event {DvkLoadEvent<PublicCase>} dvk-load - a case was found; `data` is the case, as the sender may see it
 * @event {DvkSaveEvent<PublicCase>} dvk-save - a rating or a reopening was recorded; `result` is the case, as the sender may see it
 * @csspart panel - the framed area
 * @csspart summary - the list of errors above a form
 * @csspart steps - the stages of the case
 * @csspart answer - the answer
 * @csspart explanation - how the due date was worked out
 * @csspart files - the files of the sender, and those of the answer
 * @csspart own - the cases of who is signed in
 * @csspart dialog - a question over the page, and the camera
 * @example
 * <dvk-complaint-tracker base-url="/api"></dvk-complaint-tracker>
 */
export class DvkComplaintTracker extends DvkWidget<DvkComplaintTrackerEvents> {
  static override readonly tag: string = 'dvk-complaint-tracker';
  static override readonly dependencies: readonly TaggedElement[] = [DvkTextField];
  static override styles: CSSResultGroup = [DvkWidget.styles, panelStyles, stateStyles, complaintTrackerStyles];

  /** A code to begin with. The secret is always typed, or comes with the receipt. */
  @property() code = '';
  /** A folder that serves the names of places, instead of this package's own. */
  @property({ attribute: 'places-url' }) placesUrl = '';
  /** For machines many people use, e.g. in a reception office: no case is remembered, and none is there after a reload. */
  @property({ type: Boolean, attribute: 'shared-device' }) sharedDevice = false;

  /** For portals where citizens sign in: lists their own cases, which they open without a secret, and links others to them. */
  @property({ type: Boolean, attribute: 'own-cases' }) ownCases = false;

  @state() private found?: FoundCase | undefined;
  @state() private remembered: readonly KnownCase[] = [];
  @state() private scanParts?: (typeof import('./scan.ts') & { reader: BarcodeReader }) | undefined;
  @state() private list?: typeof import('./remembered-list.ts') | undefined;
  /** A case that opens by itself. */
  @state() private opening?: CaseKeys | undefined;
  @state() private scan?: Scan | undefined;
  @state() private ownList?: OwnCases | undefined;
  #secret = '';
  /** The connection that was asked for the cases of who is signed in. */
  #askedForOwn: Connection | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('focusin', this.#prepare);
    window.addEventListener('hashchange', this.#takeOpened);
    this.found?.open();
    this.#takeOpened();
    if ('BarcodeDetector' in globalThis) void this.#findReader().catch(() => {});
  }

  /** Most machines have no reader; they load nothing of it. */
  async #findReader(): Promise<void> {
    const parts = await loadScan();
    const reader = await parts.qrReader();
    this.scanParts = reader && { ...parts, reader };
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#takeOpened);
    this.found?.close();
    this.scan?.close();
  }

  /** Somebody who enters a code will need it. */
  readonly #prepare = (): void => void Promise.all([loadFoundCase(), loadClients()]).catch(() => {});

  /** The case of the address, of a receipt or of before a reload. */
  readonly #takeOpened = (): void => {
    const keys = openedCase();
    if (!keys || (this.found && keys.code === this.code)) return;
    if (this.found) this.#close();
    this.#keep(keys);
    this.opening = keys;
  };

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!this.found && !this.opening) this.#listRemembered();
    this.#lookForOwn();
    if (this.opening && this.connection && !this.requests.busy && !this.requests.failure) void this.#open();
  }

  /** Whenever somebody else may be signed in. Nothing of it is shown where many people use the machine. */
  #lookForOwn(): void {
    const { connection } = this;
    if (!this.ownCases || this.sharedDevice || !connection || connection === this.#askedForOwn) return;
    this.#askedForOwn = connection;
    const looked = connection.session.then(async (session) => {
      // A visitor has none, and needs no more files.
      if (session.subject === null && !this.ownList) return;
      const { OwnCases } = await loadOwnCases();
      this.ownList ??= new OwnCases(this.host, {
        onOpen: ({ code }) => this.#onOpen({ code, secret: '' }),
        onOther: () => {
          // What was opened without a secret was theirs.
          if (this.found && !this.#secret) this.reset();
        },
      });
      await this.ownList.load();
    });
    // Without it there are the two boxes.
    looked.catch(() => {});
  }

  /** Reads what this machine remembers, as another tab may have changed it. */
  #listRemembered(): void {
    const remembered = this.sharedDevice ? [] : rememberedCases();
    if (JSON.stringify(remembered) !== JSON.stringify(this.remembered)) this.remembered = remembered;
    if (remembered.length === 0 || this.list) return;
    const added = loadRememberedList().then((list) => {
      this.#addStyles(list.caseListStyles);
      this.list = list;
    });
    // Without it there are the two boxes.
    added.catch(() => {});
  }

  #addStyles(styles: CSSResultGroup): void {
    for (const each of [styles].flat(9) as CSSResult[]) this.host.addStyles(each);
  }

  /** Closes the case and shows the two boxes again. */
  reset(): void {
    this.#close();
    this.code = '';
    closeCase();
  }

  #close(): void {
    this.found?.close();
    this.summary.clear();
    this.found = undefined;
    this.opening = undefined;
    this.message = '';
    this.#secret = '';
    this.requests.forget();
  }

  #keep({ code, secret }: CaseKeys): void {
    this.code = code;
    this.#secret = secret;
  }

  readonly #onLookup = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    if (this.requests.busy || !this.#check(form)) return;
    const { code, secret } = readForm(form) as { code: string; secret: string };
    this.#keep({ code: findCode(code)?.code ?? code, secret: grouped(normalizeSecret(secret)) });
    await this.#load();
    await this.#focusResult();
  };

  /** Says how much of the secret is missing, before anything is asked. */
  #check(form: HTMLFormElement): boolean {
    const field = form.elements.namedItem('secret') as unknown as DvkTextField;
    const { length } = normalizeSecret(field.value);
    const texts = this.locale.texts(complaintTracker);
    const isWrong = length > 0 && length !== secretLength;
    field.setCustomValidity(
      isWrong ? (length < secretLength ? texts.secretLength(length) : texts.secretTooLong(length)) : '',
    );
    return this.summary.check(form);
  }

  async #open(): Promise<void> {
    await this.#load();
    await this.#focusResult();
  }

  async #focusResult(): Promise<void> {
    await this.updateComplete;
    this.shadowRoot?.querySelector<HTMLElement>(this.found ? '#title' : '[role=alert]')?.focus();
  }

  readonly #load = (): Promise<boolean> =>
    this.requests.run(async () => {
      const { cases: area } = this.connection!.client;
      const [code, secret] = [this.code, this.#secret];
      const [{ FoundCase }, data] = await Promise.all([loadFoundCase(), area.track(this.#proof)]);
      // It was closed meanwhile.
      if (!this.isConnected || this.code !== code || this.#secret !== secret) return;
      this.opening = undefined;
      if (!this.sharedDevice) openCase({ code: data.code, secret });
      if (this.found) this.found.data = data;
      else
        this.found = new FoundCase(this.host, data, {
          proof: () => this.#proof,
          isSharedDevice: () => this.sharedDevice,
          placesUrl: () => this.placesUrl,
          renderFailure: () => this.#renderFailure(),
          onRefresh: () => void this.#load(),
          onLinked: () => void this.ownList?.load(),
          onClose: () => this.reset(),
        });
      this.dispatchEvent(new DvkLoadEvent<PublicCase>(data));
      this.announce(this.found.summary);
    });

  /** Which case, and that it is the sender who asks. */
  get #proof(): Proof {
    return { params: { code: this.code }, headers: this.#secret ? { 'case-secret': this.#secret } : {} };
  }

  readonly #onOpen = (keys: CaseKeys): void => {
    this.requests.forget();
    this.#keep(keys);
    this.opening = keys;
  };

  readonly #onForgetAll = (): void => {
    forgetCase();
    this.remembered = [];
    this.announce(this.locale.texts(complaintTracker).forgotten);
  };

  readonly #onScan = (): void => {
    const { Scan, scanStyles, reader } = this.scanParts!;
    this.requests.forget();
    this.#addStyles(scanStyles);
    this.scan ??= new Scan(this, reader, this.#onOpen);
    void this.scan.open();
  };

  protected override renderContent(): TemplateResult {
    const isOpening = this.opening !== undefined && !this.requests.failure;
    return html`<section class="panel" part="panel" aria-labelledby="title" aria-busy=${this.requests.busy}>
      ${this.found?.render() ?? (isOpening && this.connection ? this.#renderOpening() : this.#renderFind())}
    </section>`;
  }

  /** At once in the shape of what comes; after a second in words. */
  #renderOpening(): TemplateResult {
    return html`<h2 id="title" tabindex="-1">${this.locale.texts(complaintTracker).title}</h2>
      ${skeleton(this.locale.texts(parts))}`;
  }

  #renderFind(): TemplateResult {
    const texts = this.locale.texts(complaintTracker);
    const { remembered, list } = this;
    return html`<h2 id="title" tabindex="-1">${texts.title}</h2>
      <p class="lead">${texts.intro}</p>
      ${this.summary.render()} ${this.#renderFailure()}
      ${this.sharedDevice ? nothing : (this.ownList?.render() ?? nothing)}
      ${
        list && remembered.length > 0
          ? list.rememberedList({
              remembered,
              locale: this.locale,
              onOpen: this.#onOpen,
              onForgetAll: this.#onForgetAll,
            })
          : nothing
      }
      <section>
        <h3>${texts.codes}</h3>
        ${this.#renderForm()}
      </section>
      ${this.scan?.render(this.locale) ?? nothing}`;
  }

  #renderForm(): TemplateResult {
    const texts = this.locale.texts(complaintTracker);
    return html`<form class="lookup" novalidate @submit=${this.#onLookup}>
      ${
        this.scanParts
          ? html`<button class="button soft" type="button" @click=${this.#onScan}>
              ${this.scanParts.scanIcon}${texts.scan}
            </button>`
          : nothing
      }
      <dvk-text-field
        name="code"
        label=${texts.code}
        hint=${texts.codeHint}
        value=${this.code}
        autocomplete="off"
        required
      ></dvk-text-field>
      <dvk-text-field
        name="secret"
        label=${texts.secret}
        hint=${texts.secretHint}
        autocomplete="off"
        required
      ></dvk-text-field>
      <button class="button primary" ?disabled=${!this.connection}>
        ${this.requests.busy ? texts.busy : texts.submit}
      </button>
      <details>
        <summary>${texts.lost}</summary>
        <p>${texts.lostText}</p>
      </details>
    </form>`;
  }

  #renderFailure(): TemplateResult | typeof nothing {
    if (!isRefusal(this.requests.failure, 'not-found')) return this.renderFailure();
    return html`<div class="notice danger" role="alert" tabindex="-1">
      <p>${this.locale.texts(complaintTracker).notFound}</p>
    </div>`;
  }
}

/** `K7QM-3TXA-9FHD-2WVE` */
const grouped = (secret: string): string => secret.match(/.{1,4}/g)?.join('-') ?? '';

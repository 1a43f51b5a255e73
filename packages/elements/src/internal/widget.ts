import { ContextConsumer } from '@lit/context';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { isProblem } from '@dvk/sdk/client';
import { common } from '../locale/common/vi.ts';
import { addStyles } from './add-styles.ts';
import { OwnConnection } from './client.ts';
import { connectionContext, type Client, type Connection, type GetToken } from './connection.ts';
import { describeError } from './describe-error.ts';
import { hintAtUnaskedToken, hintIfUnconnected } from './developer-hints.ts';
import { DvkElement } from './element.ts';
import { ErrorSummary } from './error-summary.ts';
import type { Loader } from './loader.ts';
import { useFontOfPage } from './page-font.ts';
import { RequestRunner } from './request-runner.ts';
import { SignedInPerson } from './signed-in-person.ts';
import type { NewerVersion, WidgetHost } from './widget-host.ts';
import { DvkSignInEvent, type WidgetEvents } from '../events/index.ts';

/**
 * Base of the widgets that talk to the API: connection, requests, who is signed in, common states, one live region.
 *
 * @event {DvkErrorEvent} dvk-error - a request failed; the widget already says so
 * @event {DvkSignInEvent} dvk-sign-in - the person must sign in; show your sign-in, then call `refresh()` of the context
 * @slot - what stands there until the widget is, and below a failure to load it
 * @slot paper-heading - the heading of the printed sheet, instead of the issuing body and the national or Party heading
 * @csspart base - the whole widget
 * @csspart loading - what stands there while data is on its way
 * @csspart failure - a failed request in words, with what can be done
 * @csspart empty - what stands there when there is nothing to show
 */
export abstract class DvkWidget<Events extends WidgetEvents = WidgetEvents> extends DvkElement<Events> {
  /** Where `/v1` is found; needed only outside a `<dvk-context>`. */
  @property({ attribute: 'base-url' }) baseUrl = '';
  /** Look: `light`, `dark` or `auto`; without it, as the page around it. */
  @property({ reflect: true }) theme?: 'light' | 'dark' | 'auto';
  /** `compact` for desks with many rows: lower controls and rows; `comfortable` inside such a context undoes it. */
  @property({ reflect: true }) density?: 'comfortable' | 'compact';
  /** How people are spoken to; without it, as around, and “quý vị” at last. In Vietnamese only. */
  @property({ attribute: 'form-of-address', reflect: true }) formOfAddress?: 'quý vị' | 'ông/bà';
  /** Whose paper printed sheets are: with the national heading, or with that of the Party; without it, as around, and `state` at last. */
  @property({ attribute: 'paper-heading', reflect: true }) paperHeading?: 'state' | 'party';
  /**
   * The body that issues printed sheets, after that above it: `Tỉnh ủy Tây Ninh / Ban Tuyên giáo và Dân vận`; without it, as around,
   * and at last the unit of the record.
   */
  @property({ attribute: 'paper-issuer', reflect: true }) paperIssuer?: string;
  /** Gives the signed-in person's token; needed only outside a `<dvk-context>`. */
  @property({ attribute: false }) getToken?: GetToken;
  /** A client to use instead of one for `base-url`. */
  @property({ attribute: false }) client?: Client;

  @state() private announcement = '';
  /** What the widget has to say of what was done; see {@link showMessage}. */
  @state() protected message = '';
  @state() private own?: Connection;
  /** Whether it has ever shown more than that it is loading, or why that failed. */
  #hasOpened = false;
  /** What it shows in place of its content. */
  #instead: '' | 'loading' | 'failure' = '';
  /** The focused element and its ancestors, from the inside out. */
  #focusPath: Element[] = [];
  #focusDisabled = false;
  readonly #context = new ContextConsumer(this, { context: connectionContext, subscribe: true });
  readonly #own = new OwnConnection(this, this.locale, (connection) => {
    this.own = connection;
  });

  protected readonly summary = new ErrorSummary(this, this.locale);
  protected readonly requests = new RequestRunner(this, this.summary);
  protected readonly person = new SignedInPerson(this.requests);
  /** This widget as its parts see it that are loaded on demand. */
  protected readonly host: WidgetHost = {
    element: this,
    locale: this.locale,
    requests: this.requests,
    summary: this.summary,
    person: this.person,
    connection: () => this.connection,
    addStyles: (styles) => addStyles(this, styles),
    announce: (text) => this.announce(text),
    showMessage: (text) => (text ? this.showMessage(text) : (this.message = '')),
    message: () => this.message,
    renderMessage: () => this.renderMessage(),
    renderFailure: (newer) => this.renderFailure(newer),
  };

  /** How the widget reaches the API: its own `client` or `base-url`, else the `<dvk-context>` around it. */
  get connection(): Connection | undefined {
    return this.own ?? this.#context.value;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    useFontOfPage(this);
    window.addEventListener('online', this.#onNetwork);
    window.addEventListener('offline', this.#onNetwork);
    document.addEventListener('context-provider', this.#onProvider);
    hintIfUnconnected(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('online', this.#onNetwork);
    window.removeEventListener('offline', this.#onNetwork);
    document.removeEventListener('context-provider', this.#onProvider);
  }

  /** The forms inside are the widget's own: a page must not handle Enter in them. */
  protected override ownsEnter(): boolean {
    return true;
  }

  readonly #onNetwork = (): void => this.requestUpdate();

  // A context that was defined after this widget has missed its request: sent again.
  readonly #onProvider = (): void => {
    if (!this.#context.value) this.#context.hostConnected();
  };

  protected override willUpdate(changed: PropertyValues): void {
    const focused = this.shadowRoot?.activeElement;
    if (focused) {
      this.#focusPath = [];
      this.#focusDisabled = false;
      for (let at: Element | null = focused; at; at = at.parentElement) this.#focusPath.push(at);
    }
    this.#own.update(changed);
    if (changed.has('getToken') && this.getToken && !this.own && this.#context.value) hintAtUnaskedToken(this);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#keepFocus();
  }

  /**
   * Keeps the focus from falling back to the top of the page. An element that was disabled or inert for a while gets it back; if
   * it was removed, the nearest ancestor that is left gets it, at its heading or first button.
   */
  #keepFocus(): void {
    const path = this.#focusPath;
    const [at] = path;
    if (!at) return;
    if (at.isConnected && at.closest(':disabled, [inert]')) {
      this.#focusDisabled = true;
      return;
    }
    this.#focusPath = [];
    if (document.activeElement !== document.body || (at.isConnected && !this.#focusDisabled)) return;
    const next = at.isConnected
      ? (at as HTMLElement)
      : path
          .filter((part) => part.isConnected)
          .map(
            (part) => part.querySelector<HTMLElement>('[tabindex="-1"]') ?? part.querySelector<HTMLElement>('.button'),
          )
          .find(Boolean);
    next?.focus();
    // During a request there may be nothing yet, or a button that is disabled: tried again after the next update.
    if (!this.shadowRoot!.activeElement) this.#focusPath = path;
  }

  /** Says something through the widget's one live region, e.g. that a draft was saved. */
  protected announce(text: string): void {
    // Screen readers speak only when the text changes.
    this.announcement = text === this.announcement ? `${text}\u00a0` : text;
  }

  /** Says on the page and through the live region what was done. */
  protected showMessage(text: string): void {
    this.message = text;
    this.announce(text);
  }

  /**
   * The widget; until it has something to show, what the page has put inside its tag: a text that helps without the widget, e.g. a
   * telephone number. Where loading failed, that stays below the failure.
   */
  protected override render(): TemplateResult {
    this.#instead = '' as '' | 'loading' | 'failure';
    const content = this.renderContent();
    this.#hasOpened ||= this.#instead === '';
    const keepsFallback = !this.#hasOpened && this.querySelector(':scope > :not([slot])') !== null;
    const isWaiting = keepsFallback && this.#instead === 'loading';
    return html`<div class="base" part="base" lang=${this.locale.lang}>
        ${isWaiting ? nothing : content}
        <p class="hidden" role="status">${isWaiting ? this.locale.texts(common).loading : this.announcement}</p>
      </div>
      ${keepsFallback ? html`<slot></slot>` : nothing}`;
  }

  /** The widget itself; the wrapper and the live region are around it already. */
  protected abstract renderContent(): TemplateResult | typeof nothing;

  /** What is loaded, as the person sees it: waiting, failed (with what to do about it), or `ready`. Without a connection it says so. */
  protected renderLoaded(
    loader: Loader,
    ready: () => TemplateResult | typeof nothing,
  ): TemplateResult | typeof nothing {
    if (!this.connection) {
      this.#instead = 'failure';
      return html`<p class="notice">${this.locale.texts(common).notConnected}</p>`;
    }
    if (loader.state === 'loading') return this.renderLoading();
    return loader.state === 'failed' ? this.renderError(loader.error, loader.run) : ready();
  }

  protected renderLoading(): TemplateResult {
    this.#instead = 'loading';
    return this.renderWaiting();
  }

  /** What stands there while data is on its way, on pages that have put nothing inside the tag. */
  protected renderWaiting(): TemplateResult {
    return html`<p class="notice loading" part="loading" role="status">${this.locale.texts(common).loading}</p>`;
  }

  protected renderEmpty(text: string = this.locale.texts(common).empty): TemplateResult {
    return html`<p class="notice" part="empty">${text}</p>`;
  }

  /** A failure in words, with the one thing the person can do about it. */
  protected renderError(error: unknown, retry?: () => void): TemplateResult {
    this.#instead = 'failure';
    const texts = this.locale.texts(common);
    const { text, action, requestId } = describeError(error, texts);
    const button = (label: string, onClick: () => void) =>
      html`<button class="button" type="button" @click=${onClick}>${label}</button>`;
    const renew = this.connection?.renew;
    return html`<div class="notice danger" part="failure" role="alert">
      <p>${text}</p>
      ${requestId ? html`<p class="small">${texts.requestId(requestId)}</p>` : nothing}
      ${
        action === 'retry' && retry
          ? button(texts.retry, retry)
          : action === 'sign-in' || action === 'sign-in-again'
            ? this.renderSignIn(action === 'sign-in-again')
            : action === 'renew' && renew
              ? button(texts.renew, renew)
              : nothing
      }
    </div>`;
  }

  /** What the last request failed with. */
  protected renderFailure(newer?: NewerVersion): TemplateResult | typeof nothing {
    const { failure, retry } = this.requests;
    if (failure === undefined) return nothing;
    if (!newer || !isProblem(failure, 'precondition-failed')) return this.renderError(failure, retry);
    return html`<div class="notice danger" role="alert">
      <p>${newer.text}</p>
      <button class="button" type="button" @click=${newer.reload}>${newer.button}</button>
    </div>`;
  }

  protected renderMessage(): TemplateResult | typeof nothing {
    return this.message ? html`<p class="notice">${this.message}</p>` : nothing;
  }

  /** The button that asks the page to sign the person in. */
  protected renderSignIn(again = false): TemplateResult {
    const { signIn } = this.locale.texts(common);
    const onClick = () => this.dispatchEvent(new DvkSignInEvent(again));
    return html`<button class="button" type="button" @click=${onClick}>${signIn}</button>`;
  }
}

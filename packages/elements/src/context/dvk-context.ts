import { ContextProvider } from '@lit/context';
import { css, html, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { OwnConnection } from '../internal/client.ts';
import { connectionContext, type Client, type Connection, type GetToken } from '../internal/connection.ts';
import { baseStyles } from '../internal/base-styles.ts';
import { hintIfUnconnected } from '../internal/developer-hints.ts';
import { hint } from '../internal/hint.ts';
import type { WidgetEvents } from '../events/index.ts';
import { DvkElement } from '../internal/element.ts';
import { loadBrandSheet } from './load-brand-sheet.ts';

export type { Client, Connection, GetToken };
export type { DvkErrorEvent, DvkSignInEvent } from '../events/index.ts';

/**
 * Connects all widgets inside it to one API. Its `lang`, `form-of-address`, `theme` and `density` attributes hold for them too.
 *
 * @summary API address, sign-in, language and theme for the widgets inside.
 * @vietnamese Kết nối chung của trang
 * @event {DvkErrorEvent} dvk-error - from a widget inside: a request failed; the widget already says so
 * @event {DvkSignInEvent} dvk-sign-in - from a widget inside: the person must sign in; show your sign-in, then call `refresh()`
 * @slot - the page's own content, with widgets anywhere in it
 * @example
 * <dvk-context base-url="/api" lang="vi" theme="auto"><dvk-scorecard …></dvk-scorecard></dvk-context>
 */
export class DvkContext extends DvkElement<WidgetEvents> {
  static override readonly tag: string = 'dvk-context';
  static override styles: CSSResultGroup = [
    baseStyles,
    css`
      :host {
        display: contents;
      }
    `,
  ];

  /** Where `/v1` is found, e.g. `/api` or `https://dvk.example.gov.vn/api`. */
  @property({ attribute: 'base-url' }) baseUrl = '';
  /** Look: `light`, `dark`, or `auto` to follow the system; without it, the page's own `color-scheme`. */
  @property({ reflect: true }) theme?: 'light' | 'dark' | 'auto';
  /** `compact` for desks with many rows: lower controls and rows; `comfortable` inside such a context undoes it. */
  @property({ reflect: true }) density?: 'comfortable' | 'compact';
  /**
   * The colour of the portal, in hex or `rgb()`, e.g. `#9b1c1f`: links, buttons and what is chosen take its hue, with enough
   * contrast in light and in dark. Without a script, the command `dvk-elements theme --brand` writes the same as CSS.
   */
  @property() brand = '';
  /** How people are spoken to; without it, as around, and “quý vị” at last. In Vietnamese only. */
  @property({ attribute: 'form-of-address', reflect: true }) formOfAddress?: 'quý vị' | 'ông/bà';
  /** Whose paper printed sheets are: with the national heading, or with that of the Party; without it, as around, and `state` at last. */
  @property({ attribute: 'paper-heading', reflect: true }) paperHeading?: 'state' | 'party';
  /**
   * The body that issues printed sheets, after that above it: `Tỉnh ủy Tây Ninh / Ban Tuyên giáo và Dân vận`; without it, as around,
   * and at last the unit of the record.
   */
  @property({ attribute: 'paper-issuer', reflect: true }) paperIssuer?: string;
  /** Gives the signed-in person's token, asked before every request; without it, cookies of the same origin serve. */
  @property({ attribute: false }) getToken?: GetToken;
  /** A client to use instead of one for `base-url`. */
  @property({ attribute: false }) client?: Client;

  readonly #provider = new ContextProvider(this, { context: connectionContext });
  #brandSheet?: CSSStyleSheet | undefined;
  readonly #own = new OwnConnection(this, this.locale, (connection) => this.#provider.setValue(connection));

  /** The connection in use. */
  get connection(): Connection | undefined {
    return this.#provider.value;
  }

  /** Makes all widgets inside ask again who is signed in and load anew: call it after signing in or out. */
  refresh(): void {
    this.#own.make();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    hintIfUnconnected(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#own.update(changed);
    if (changed.has('brand')) void this.#useBrand();
  }

  async #useBrand(): Promise<void> {
    const { brand } = this;
    let sheet: CSSStyleSheet | undefined;
    try {
      if (brand) sheet = (await loadBrandSheet()).brandSheet(brand);
    } catch (error) {
      hint(`<dvk-context>: brand="${brand}" is not used, the colours stay as they are. ${(error as Error).message}`);
    }
    if (brand !== this.brand) return;
    const root = this.shadowRoot!;
    const others = root.adoptedStyleSheets.filter((each) => each !== this.#brandSheet);
    root.adoptedStyleSheets = sheet ? [...others, sheet] : others;
    this.#brandSheet = sheet;
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}

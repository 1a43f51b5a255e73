import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import type { OwnCase } from '@dvk/sdk/cases';
import { formatMoment } from '@dvk/sdk/text';
import type { Connection } from '../internal/connection.ts';
import type { WidgetHost } from '../internal/widget-host.ts';
import { cases } from '../locale/cases/vi.ts';
import { common } from '../locale/common/vi.ts';
import { caseList, caseListStyles } from './case-list.ts';
import { complaintTracker } from './vi.ts';

const pageSize = 10;

export interface OwnCasesOptions {
  onOpen: (chosen: OwnCase) => void;
  /** Somebody else has signed in, or nobody is signed in any more. */
  onOther: () => void;
}

/** The cases of whoever is signed in, which they open without a secret. A visitor, and who has none, sees nothing of it. */
export class OwnCases {
  readonly #host: WidgetHost;
  readonly #options: OwnCasesOptions;
  #items: readonly OwnCase[] = [];
  #next: string | null = null;
  #state: 'ready' | 'loading' | 'failed' = 'ready';
  /** Who comes later makes what was asked for before them count for nothing. */
  #asked: Connection | undefined;

  constructor(host: WidgetHost, options: OwnCasesOptions) {
    this.#host = host;
    this.#options = options;
    for (const styles of [caseListStyles].flat(9) as CSSResult[]) host.addStyles(styles);
  }

  /** Finds out who is signed in, and what is theirs. */
  readonly load = async (): Promise<void> => {
    const { person, connection } = this.#host;
    const asking = (this.#asked = connection());
    const session = await asking?.session.catch(() => undefined);
    if (asking !== this.#asked || !session) return;
    const before = person.subject;
    if (!person.change(session)) {
      this.#items = [];
      this.#next = null;
      this.#state = 'ready';
      this.#host.element.requestUpdate();
      if (before !== '') this.#options.onOther();
    }
    if (person.subject !== '') await this.#loadPage();
  };

  async #loadPage(cursor?: string): Promise<void> {
    const { element, connection } = this.#host;
    const asking = this.#asked;
    this.#state = 'loading';
    element.requestUpdate();
    try {
      const query = { limit: pageSize, ...(cursor !== undefined && { cursor }) };
      const { items, nextCursor } = await connection()!.client.cases.mine({ query });
      if (asking !== this.#asked) return;
      this.#items = cursor === undefined ? items : [...this.#items, ...items];
      this.#next = nextCursor;
      this.#state = 'ready';
    } catch {
      if (asking !== this.#asked) return;
      this.#state = 'failed';
    }
    element.requestUpdate();
  }

  render(): TemplateResult | typeof nothing {
    const { locale } = this.#host;
    const texts = locale.texts(complaintTracker);
    if (this.#items.length === 0 && this.#state !== 'failed') return nothing;
    const listed = this.#items.map((each) => ({
      ...each,
      note: texts.sentOn(each.code, formatMoment(each.receivedAt, locale.lang)),
    }));
    return html`<section class="own" part="own" aria-labelledby="own-title">
      <h3 id="own-title">${texts.own}</h3>
      ${listed.length > 0 ? caseList(listed, locale.texts(cases), this.#options.onOpen) : nothing} ${this.#renderMore()}
    </section>`;
  }

  #renderMore(): TemplateResult | typeof nothing {
    const { locale } = this.#host;
    const texts = locale.texts(complaintTracker);
    if (this.#state === 'failed')
      return html`<p class="notice warning" role="status">
        ${texts.ownFailed}
        <button class="link" type="button" @click=${() => void this.#loadPage(this.#next ?? undefined)}>
          ${locale.texts(common).retry}
        </button>
      </p>`;
    return this.#next === null
      ? nothing
      : html`<button
          class="button plain"
          type="button"
          ?disabled=${this.#state === 'loading'}
          @click=${() => void this.#loadPage(this.#next!)}
        >
          ${texts.moreOwn}
        </button>`;
  }
}

import { nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { handOverSent, keepInTab, takeOverSent, type Received } from './sent.ts';
import { sentTemplate } from './sent-list.ts';
import type { caseForm } from './vi.ts';

export interface SentCasesOptions {
  host: Pick<ReactiveControllerHost, 'requestUpdate'>;
  /** Subject of the session; `''` for a visitor who is not signed in. */
  person: () => string;
  isSharedDevice: () => boolean;
  /** The receipt on the page. */
  shown: () => Received | undefined;
}

/** What was sent before, from this page and by the same person, beside the receipt that is shown. Never on a shared device. */
export class SentCases {
  #earlier: readonly Received[] = [];
  /** One of these, whose code and secret are shown again. */
  #shownAgain: Received | undefined;
  readonly #options: SentCasesOptions;

  constructor(options: SentCasesOptions) {
    this.#options = options;
  }

  /** Keeps what was sent as long as the tab is open. */
  keep(): void {
    const { person, isSharedDevice, shown } = this.#options;
    if (!isSharedDevice()) keepInTab({ person: person(), receipts: this.#earlier, shown: shown() });
  }

  /** A receipt leaves the page for a new form. */
  add(received: Received): void {
    if (!this.#options.isSharedDevice()) this.#earlier = [...this.#earlier, received];
    this.hide();
  }

  /** No codes are shown again. */
  hide(): void {
    this.#shownAgain = undefined;
    this.#options.host.requestUpdate();
  }

  /** From now on nothing is kept. */
  clear(): void {
    this.#earlier = [];
    this.hide();
  }

  /**
   * Takes what the form before this one has handed over.
   * @param isFree - whether the page can show its receipt
   * @param show - shows it
   */
  takeOver(isFree: boolean, show: (received: Received) => void): void {
    const { person, isSharedDevice } = this.#options;
    const sent = takeOverSent(person());
    if (!sent) return;
    const { shown, receipts } = sent;
    if (!isSharedDevice()) this.#earlier = [...receipts, ...(shown && !isFree ? [shown] : []), ...this.#earlier];
    if (isFree && shown) show(shown);
    this.keep();
    this.#options.host.requestUpdate();
  }

  /** Hands over what was sent to the form that replaces this one. */
  handOver(): void {
    const { person, isSharedDevice, shown } = this.#options;
    const sent = { person: person(), receipts: this.#earlier, shown: shown() };
    if (sent.shown || sent.receipts.length > 0) handOverSent(sent, isSharedDevice());
    this.clear();
  }

  /** Forgets it: it is somebody else's. */
  forget(): void {
    if (this.#options.shown() || this.#earlier.length > 0) keepInTab(undefined);
    this.clear();
  }

  readonly #onShowAgain = (received: Received): void => {
    this.#shownAgain = this.#shownAgain === received ? undefined : received;
    this.#options.host.requestUpdate();
  };

  render(texts: typeof caseForm): TemplateResult | typeof nothing {
    if (this.#earlier.length === 0) return nothing;
    const [earlier, shownAgain] = [this.#earlier, this.#shownAgain];
    return sentTemplate({ earlier, shownAgain, texts, onShowAgain: this.#onShowAgain });
  }
}

import { isProblem } from '@dvk/sdk/client';
import type { LedgerAnchor, LedgerCheck } from '@dvk/sdk/audit';
import { dateInVietnam, formatNumber } from '@dvk/sdk/text';
import { isRecord } from '../internal/is-record.ts';
import type { WidgetHost } from '../internal/widget-host.ts';
import { ledger } from '../locale/ledger/vi.ts';
import { saveFile } from '../parts/save-file.ts';

/** Milliseconds between two looks at a check that is under way; longer while there is no connection. */
const pause = { usual: 1500, offline: 4000 };
/** A check that was asked for so long ago, in milliseconds, is given up: it is no longer waited for. */
const givenUp = 2 * 60 * 60 * 1000;

/** What is known of the ledger: its checks. Asks for one, and watches it until it is done. */
export class LedgerState {
  /** The newest first; `undefined` until they are known. */
  checks: readonly LedgerCheck[] | undefined;
  isFailed = false;
  /** Whether the check that is watched could not be looked at lately. */
  isLost = false;
  readonly #host: WidgetHost;
  readonly #onDone: () => void;
  #watching: AbortController | undefined;

  /** @param onDone - a check that was watched is done */
  constructor(host: WidgetHost, onDone: () => void) {
    this.#host = host;
    this.#onDone = onDone;
  }

  get #texts(): typeof ledger {
    return this.#host.locale.texts(ledger);
  }

  get #client() {
    return this.#host.connection()!.client;
  }

  #update(): void {
    this.#host.element.requestUpdate();
  }

  /** The check that is under way. */
  get running(): LedgerCheck | undefined {
    return this.checks?.find(({ state, askedAt }) => state !== 'done' && Date.parse(askedAt) > Date.now() - givenUp);
  }

  /** The last check that came to its end. */
  get last(): LedgerCheck | undefined {
    return this.checks?.find(({ state }) => state === 'done');
  }

  readonly load = async (): Promise<void> => {
    this.isFailed = false;
    try {
      const { items } = await this.#client.audit.checks({ query: { limit: 10 } });
      this.checks = items;
      const { running } = this;
      if (running) this.#watch(running.id);
    } catch {
      this.isFailed = this.checks === undefined;
    }
    this.#update();
  };

  /**
   * Asks for a check. Where one is under way already, whoever asked for it, that one is watched.
   *
   * @param anchor - what it is held against, instead of what the server has kept
   */
  check(anchor?: LedgerAnchor): void {
    const { host, texts } = { host: this.#host, texts: this.#texts };
    void host.requests.run(
      async () => {
        const check = await this.#client.audit.check({ body: anchor ? { anchor } : {} });
        this.#show(check);
        host.announce(texts.waiting);
        this.#watch(check.id);
      },
      {
        handle: (error) => {
          if (isProblem(error, 'conflict')) {
            host.showMessage(texts.already);
            void this.load();
            return true;
          }
          if (!isProblem(error, 'validation-failed')) return false;
          host.showMessage(
            error.errors.some(({ pointer }) => pointer === '/anchor/tenant') ? texts.otherTenant : texts.notAnAnchor,
          );
          return true;
        },
      },
    );
  }

  #show(check: LedgerCheck): void {
    const others = (this.checks ?? []).filter(({ id }) => id !== check.id);
    this.checks = [check, ...others];
    this.#update();
  }

  /** Looks at a check until it is done; that there is no connection for a while ends nothing. */
  #watch(id: string): void {
    if (this.#watching && this.running?.id === id) return;
    this.stop();
    const { signal } = (this.#watching = new AbortController());
    const look = async (): Promise<void> => {
      let check: LedgerCheck | undefined;
      try {
        check = await this.#client.audit.getCheck({ params: { id } }, { signal });
      } catch (error) {
        if (signal.aborted) return;
        // Who may no longer look has nothing to wait for.
        if (isProblem(error) && error.status < 500 && error.status !== 429) return this.stop();
      }
      if (signal.aborted) return;
      this.isLost = check === undefined;
      if (check) this.#show(check);
      this.#update();
      if (check?.state === 'done') return this.#finish(check);
      setTimeout(() => void (signal.aborted || look()), this.isLost ? pause.offline : pause.usual);
    };
    setTimeout(() => void (signal.aborted || look()), pause.usual);
  }

  #finish({ faults }: LedgerCheck): void {
    this.stop();
    const texts = this.#texts;
    this.#host.showMessage(faults === 0 ? texts.allHold : texts.someFail(formatNumber(faults)));
    this.#onDone();
  }

  /** Nobody looks any more. */
  stop(): void {
    this.#watching?.abort();
    this.#watching = undefined;
    this.isLost = false;
  }

  /** Somebody else has come. */
  clear(): void {
    this.stop();
    this.checks = undefined;
    this.isFailed = false;
  }

  /** Takes an anchor, as a file. */
  readonly takeAnchor = (): void => {
    const texts = this.#texts;
    void this.#host.requests.run(
      async (signal) => {
        const anchor = await this.#client.audit.anchor({ signal });
        if (signal.aborted) return;
        const file = texts.anchorFile(dateInVietnam(anchor.at));
        saveFile(new Blob([JSON.stringify(anchor)], { type: 'application/json' }), file);
        this.#host.showMessage(texts.anchorSaved(file));
      },
      { reads: 'anchor' },
    );
  };

  /** Has the ledger held against an anchor that was kept. */
  readonly compare = async (file: File): Promise<void> => {
    const anchor = await readAnchor(file);
    if (anchor) this.check(anchor);
    else this.#host.showMessage(this.#texts.notAnAnchor);
  };
}

/** An anchor is a line of text. */
const largestAnchor = 10_000;

async function readAnchor(file: File): Promise<LedgerAnchor | undefined> {
  if (file.size > largestAnchor) return undefined;
  try {
    const read: unknown = JSON.parse(await file.text());
    const isAnchor =
      isRecord(read) &&
      Number.isSafeInteger(read['events']) &&
      ['tenant', 'hash', 'at', 'seal'].every((key) => typeof read[key] === 'string');
    return isAnchor ? (read as unknown as LedgerAnchor) : undefined;
  } catch {
    return undefined;
  }
}

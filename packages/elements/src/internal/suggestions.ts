import type { ReactiveControllerHost } from 'lit';

/** Gets the lines for a text; rejects when they cannot be had. */
type Find<Item> = (text: string, signal: AbortSignal) => Promise<readonly Item[]>;

/** The list that opens under a text box: it is asked for while the person types, and one of its lines can be active. */
export class Suggestions<Item> {
  state: 'closed' | 'searching' | 'ready' | 'failed' = 'closed';
  items: readonly Item[] = [];
  /** Index of the line that the arrow keys are at; -1 for none. */
  active = -1;
  readonly #host: ReactiveControllerHost;
  readonly #find: Find<Item>;
  #search?: AbortController;

  constructor(host: ReactiveControllerHost, find: Find<Item>) {
    this.#host = host;
    this.#find = find;
  }

  /**
   * Looks for the lines of a text.
   * @param delay milliseconds to wait for the next key before asking
   * @param forEmpty whether there are lines also for no text
   */
  async open(text: string, delay: number, forEmpty = false): Promise<void> {
    // Lines of another text must never be chosen for this one.
    this.#set('searching', []);
    if (!text && !forEmpty) return this.close();
    const { signal } = (this.#search = new AbortController());
    try {
      if (delay) await new Promise((done) => setTimeout(done, delay));
      if (signal.aborted) return;
      const items = await this.#find(text, signal);
      if (!signal.aborted) this.#set('ready', items);
    } catch {
      if (!signal.aborted) this.#set('failed', []);
    }
  }

  close(): void {
    if (this.state !== 'closed') this.#set('closed', []);
  }

  /** Makes the next line active, or the one before; after the last comes the first. */
  move(by: number): void {
    const { length } = this.items;
    const from = this.active < 0 && by < 0 ? 0 : this.active;
    this.active = length > 0 ? (from + by + length) % length : -1;
    this.#host.requestUpdate();
  }

  #set(state: Suggestions<Item>['state'], items: readonly Item[]): void {
    this.#search?.abort();
    this.state = state;
    this.items = items;
    this.active = -1;
    this.#host.requestUpdate();
  }
}

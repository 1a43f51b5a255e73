import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { createClient } from '@dvk/sdk/client';
import { DvkErrorEvent } from '../events/index.ts';
import type { Connection } from './connection.ts';
import { useClients } from './load-client.ts';

interface Host extends ReactiveControllerHost, EventTarget {
  readonly connection: Connection | undefined;
}

/**
 * Loads what a widget shows: once it is connected, and again when the connection or one of the dependencies is another. A
 * newer load aborts the one before, whose outcome then counts for nothing. A failure is kept for the page and sent as `dvk-error`.
 * What sends requests comes with it, as it is needed at once.
 */
export class Loader implements ReactiveController {
  state: 'loading' | 'ready' | 'failed' = 'loading';
  /** Why it failed. */
  error: unknown;
  readonly #host: Host;
  readonly #dependenciesOf: () => readonly unknown[];
  readonly #load: (connection: Connection, signal: AbortSignal) => Promise<void>;
  #dependencies?: readonly unknown[];
  #running?: AbortController;

  /**
   * @param dependencies what the load depends on beside the connection
   * @param load puts what it loads into the widget; to be given up when the signal is aborted
   */
  constructor(
    host: Host,
    dependencies: () => readonly unknown[],
    load: (connection: Connection, signal: AbortSignal) => Promise<void>,
  ) {
    this.#host = host;
    this.#dependenciesOf = () => [host.connection, ...dependencies()];
    this.#load = load;
    useClients(createClient);
    host.addController(this);
  }

  hostUpdate(): void {
    const before = this.#dependencies;
    if (!before || this.#dependenciesOf().some((value, at) => value !== before[at])) void this.run();
  }

  /** Loads, again if it was loaded. */
  readonly run = async (): Promise<void> => {
    const { connection } = this.#host;
    this.#dependencies = this.#dependenciesOf();
    this.#running?.abort();
    const { signal } = (this.#running = new AbortController());
    this.state = 'loading';
    this.#host.requestUpdate();
    try {
      if (connection) await this.#load(connection, signal);
      if (!signal.aborted) this.state = 'ready';
    } catch (error) {
      if (signal.aborted) return;
      this.state = 'failed';
      this.error = error;
      this.#host.dispatchEvent(new DvkErrorEvent(error));
    }
    this.#host.requestUpdate();
  };
}

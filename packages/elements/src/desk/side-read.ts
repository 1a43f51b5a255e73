import type { ReactiveControllerHost } from 'lit';

/** Something that is read beside a record: it comes later, and may fail without it. */
export class SideRead<T> {
  value: T | undefined;
  isFailed = false;
  readonly #host: Pick<ReactiveControllerHost, 'requestUpdate'>;
  #read: (() => PromiseLike<T>) | undefined;

  constructor(host: Pick<ReactiveControllerHost, 'requestUpdate'>) {
    this.#host = host;
  }

  /** Reads it; what was read before stays until then. */
  async load(read: () => PromiseLike<T>): Promise<void> {
    this.#read = read;
    this.isFailed = false;
    const isNewest = () => this.#read === read;
    try {
      const value = await read();
      if (isNewest()) this.value = value;
    } catch {
      if (isNewest()) this.isFailed = true;
    }
    this.#host.requestUpdate();
  }

  readonly retry = (): void => {
    if (this.#read) void this.load(this.#read);
  };

  clear(): void {
    this.#read = undefined;
    this.value = undefined;
    this.isFailed = false;
  }
}

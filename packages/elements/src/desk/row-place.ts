import type { ReactiveControllerHost } from 'lit';

export interface RowPlaceOptions {
  host: ReactiveControllerHost;
  rowOf: (id: string) => Element | null | undefined;
}

/** Where the row of the open record stands in the window, so that the list comes back as it was left. */
export class RowPlace {
  readonly #options: RowPlaceOptions;
  #top: number | undefined;

  constructor(options: RowPlaceOptions) {
    this.#options = options;
  }

  /** The row stands where it is to stand again. */
  remember(id: string): void {
    this.#top = this.#topOf(id);
  }

  /** Scrolls the page so that the row stands where it stood. */
  restore(id: string): void {
    const top = this.#topOf(id);
    if (top !== undefined && this.#top !== undefined) window.scrollBy(0, top - this.#top);
  }

  /** Changes what is shown; the row stays where it stands. */
  async keep(id: string, change: () => void): Promise<void> {
    this.remember(id);
    change();
    await this.#options.host.updateComplete;
    this.restore(id);
  }

  #topOf(id: string): number | undefined {
    return this.#options.rowOf(id)?.getBoundingClientRect().top;
  }
}

/** Resolves when the browser has painted what was changed. */
export const afterPaint = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

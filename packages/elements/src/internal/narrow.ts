import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Whether an element is too narrow for what would fit a desk; it is drawn again when that changes, as when a phone is turned. */
export class Narrow implements ReactiveController {
  /** Known before the first drawing; what is not drawn has no width, and keeps what was known. */
  isNarrow = false;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #below: number;
  // In the next frame: what is drawn then changes the size of the element, which must not be told in the same one.
  readonly #observer = new ResizeObserver(() =>
    requestAnimationFrame(() => {
      if (this.#measure()) this.#host.requestUpdate();
    }),
  );

  /** @param below - in pixels */
  constructor(host: ReactiveControllerHost & HTMLElement, below: number) {
    this.#host = host;
    this.#below = below;
    host.addController(this);
  }

  #measure(): boolean {
    const { clientWidth } = this.#host;
    const was = this.isNarrow;
    if (clientWidth > 0) this.isNarrow = clientWidth < this.#below;
    return this.isNarrow !== was;
  }

  hostConnected(): void {
    this.#measure();
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }
}

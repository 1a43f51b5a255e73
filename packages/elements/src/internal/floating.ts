/** Between box and list, and between list and the edge of the window. */
const gap = 4;

/**
 * Keeps a list beside its box: below, or above where there is more room, never over the edge of what is to be seen (a
 * keyboard on the screen and zoom counted). Where the browser knows popovers, the list lies above everything and no part of the page cuts
 * it off; elsewhere `position: fixed` escapes what merely scrolls.
 */
export class Floating {
  #list: HTMLElement | undefined;
  #box: HTMLElement | undefined;

  /** Shows the list, or moves it after it has changed. */
  show(list: HTMLElement, box: HTMLElement): void {
    if (!this.#list) {
      window.addEventListener('scroll', this.#onMove, { capture: true, passive: true });
      window.addEventListener('resize', this.#onMove);
      visualViewport?.addEventListener('resize', this.#onMove);
      visualViewport?.addEventListener('scroll', this.#onMove);
    }
    this.#list = list;
    this.#box = box;
    if ('showPopover' in list && list.isConnected && !list.matches(':popover-open')) {
      // Not in the template: Chromium of before popovers calls the attribute a mistake, on the console of the page.
      list.popover = 'manual';
      list.showPopover();
    }
    this.#position(list, box);
  }

  hide(): void {
    const list = this.#list;
    if (!list) return;
    this.#list = this.#box = undefined;
    window.removeEventListener('scroll', this.#onMove, { capture: true });
    window.removeEventListener('resize', this.#onMove);
    visualViewport?.removeEventListener('resize', this.#onMove);
    visualViewport?.removeEventListener('scroll', this.#onMove);
    if ('hidePopover' in list && list.isConnected && list.matches(':popover-open')) list.hidePopover();
  }

  readonly #onMove = (event: Event): void => {
    // Not when only the list itself was scrolled.
    if (this.#list && this.#box && !event.composedPath().includes(this.#list)) this.#position(this.#list, this.#box);
  };

  #position(list: HTMLElement, box: HTMLElement): void {
    const { left, top, bottom, width } = box.getBoundingClientRect();
    const seen = visualViewport ?? { offsetTop: 0, height: window.innerHeight };
    const above = top - seen.offsetTop - 2 * gap;
    const below = seen.offsetTop + seen.height - bottom - 2 * gap;
    const { style } = list;
    style.inlineSize = `${width}px`;
    // A page that enlarges itself with `zoom` or a transform enlarges the lengths that are set here too.
    const scale = list.getBoundingClientRect().width / width || 1;
    style.inlineSize = `${width / scale}px`;
    const setRoom = (room: number) => style.setProperty('--_room', `${Math.max(0, room) / scale}px`);
    setRoom(Math.max(above, below));
    const isAbove = list.getBoundingClientRect().height > below && above > below;
    setRoom(isAbove ? above : below);
    moveTo(list, left, isAbove ? top - gap - list.getBoundingClientRect().height : bottom + gap, scale);
  }
}

/** Moves an element to a point of the window, also where a transformed ancestor changes what `position: fixed` counts from. */
function moveTo(element: HTMLElement, left: number, top: number, scale: number): void {
  const { style } = element;
  style.left = style.top = '0';
  const from = element.getBoundingClientRect();
  style.left = `${(left - from.left) / scale}px`;
  style.top = `${(top - from.top) / scale}px`;
}

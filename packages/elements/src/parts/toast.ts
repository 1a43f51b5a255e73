import { css, html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { closeIcon } from '../icons/close.ts';
import { doneIcon } from '../icons/done.ts';
import { iconStyles } from '../icons/icon.ts';
import type { parts } from '../locale/parts/vi.ts';

/** Milliseconds that a text alone stays, after the person has last been at it. */
const stays = 8000;

/**
 * Says at the bottom of a widget what was done, and offers to undo it. A text alone leaves after 8 seconds, not while the pointer or
 * the focus is on it or the window is in the background; one that offers something stays until it is used, closed or replaced
 * (WCAG 2.2.1). The focus goes back to where it came from. Rendered always, as a live region has to be there before it speaks.
 */
export class Toast {
  #text = '';
  #undo: (() => unknown) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #element: HTMLElement | undefined;
  /** What had the focus before it came to the toast. */
  #focusedBefore: HTMLElement | undefined;
  readonly #host: Pick<ReactiveControllerHost, 'requestUpdate'>;

  constructor(host: Pick<ReactiveControllerHost, 'requestUpdate'>) {
    this.#host = host;
  }

  /** @param undo - undoes it, or returns false where that cannot be now; without it there is nothing to undo */
  show(text: string, undo?: () => unknown): void {
    this.#text = text;
    this.#undo = undo;
    this.#host.requestUpdate();
    this.#wait();
  }

  readonly hide = (): void => {
    clearTimeout(this.#timer);
    // Before it leaves the page, which would let the focus fall to its top.
    if (this.#element?.matches(':focus-within')) this.#focusedBefore?.focus();
    this.#focusedBefore = undefined;
    this.#text = '';
    this.#undo = undefined;
    this.#host.requestUpdate();
  };

  readonly #wait = (): void => {
    clearTimeout(this.#timer);
    if (this.#undo || !this.#text || this.#element?.matches(':focus-within')) return;
    this.#timer = setTimeout(() => (document.hidden ? this.#wait() : this.hide()), stays);
  };

  readonly #pause = (): void => clearTimeout(this.#timer);

  readonly #onFocus = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    this.#pause();
    this.#element = currentTarget as HTMLElement;
    // There is none when the focus comes from another window.
    if (relatedTarget instanceof HTMLElement && !this.#element.contains(relatedTarget))
      this.#focusedBefore = relatedTarget;
  };

  readonly #onUndo = (): void => {
    if (this.#undo?.() !== false) this.hide();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    // It does not close the record as well.
    event.preventDefault();
    this.hide();
  };

  render(texts: typeof parts): TemplateResult {
    return html`<div class="toasts" role="status">
      ${
        this.#text
          ? html`<div
              class="toast"
              @pointerenter=${this.#pause}
              @pointerleave=${this.#wait}
              @focusin=${this.#onFocus}
              @focusout=${this.#wait}
              @keydown=${this.#onKey}
            >
              ${doneIcon}
              <p>${this.#text}</p>
              ${this.#undo ? html`<button class="undo" type="button" @click=${this.#onUndo}>${texts.undo}</button>` : nothing}
              <button class="hide" type="button" aria-label=${texts.close} @click=${this.hide}>${closeIcon}</button>
            </div>`
          : nothing
      }
    </div>`;
  }
}

export const toastStyles = [
  iconStyles,
  css`
    .toasts {
      position: sticky;
      inset-block-end: 1em;
      z-index: 2;
    }
    .toast {
      display: flex;
      align-items: center;
      gap: 0.75em;
      inline-size: fit-content;
      max-inline-size: 100%;
      padding: 0.25em 0.5em 0.25em 1em;
      border: 1px solid transparent;
      border-radius: var(--_radius-card);
      background: var(--_text);
      color: var(--_surface);
      box-shadow: var(--_shadow-overlay);
    }
    .toast > p {
      flex: 1;
      padding-block: 0.5em;
    }
    .toast > button {
      min-inline-size: 2.75em;
      min-block-size: 2.75em;
      border: 0;
      border-radius: var(--_radius);
      background: none;
      color: inherit;
      cursor: pointer;
    }
    .toast > .undo {
      font-weight: 600;
      text-decoration: underline;
      text-underline-offset: 0.2em;
    }
    .toast > button:focus-visible {
      outline-color: currentColor;
      outline-offset: -3px;
    }
    @media print {
      .toasts {
        display: none;
      }
    }
  `,
];

import { css, html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { closeIcon } from '../icons/close.ts';
import { iconStyles } from '../icons/icon.ts';
import type { parts } from '../locale/parts/vi.ts';

export interface DialogView {
  title: string;
  content: TemplateResult | string;
  /** Buttons: “Hủy” first, the primary one last. On phones the primary one is on top. */
  foot: TemplateResult;
  texts: typeof parts;
  /** It cannot be closed now: something is under way whose outcome has to be seen. */
  isLocked?: boolean;
}

let count = 0;

/**
 * A native `<dialog>` of a widget: in the middle of a wide window, a sheet from the bottom on a phone. The browser keeps the focus
 * inside, closes it with Esc and gives the focus back to what had it before.
 *
 *     readonly #leaving = new Dialog(this);
 *     …html`<button @click=${() => this.#leaving.open()}>…</button> ${this.#leaving.render(() => ({ title, … }))}`
 */
export class Dialog {
  isOpen = false;
  #isLocked = false;
  readonly #host: Pick<ReactiveControllerHost, 'requestUpdate'>;
  readonly #onClosed: () => void;
  readonly #element = createRef<HTMLDialogElement>();
  readonly #title = `dialog-${(count += 1)}`;

  /** @param onClosed - called when it is closed, by whatever way */
  constructor(host: Pick<ReactiveControllerHost, 'requestUpdate'>, onClosed: () => void = () => {}) {
    this.#host = host;
    this.#onClosed = onClosed;
  }

  open(): void {
    this.isOpen = true;
    this.#host.requestUpdate();
  }

  close(): void {
    this.#element.value?.close();
  }

  readonly #onCancel = (event: Event): void => {
    if (this.#isLocked) event.preventDefault();
  };

  readonly #onClose = (): void => {
    // A browser lets nobody be kept from closing it with a second Esc.
    if (this.#isLocked) return this.#element.value?.showModal();
    this.isOpen = false;
    this.#host.requestUpdate();
    this.#onClosed();
  };

  /** Lit calls this before the dialog is in the page, where alone it can be shown. */
  readonly #show = (element?: Element): void => {
    const dialog = element as HTMLDialogElement | undefined;
    (this.#element as { value: HTMLDialogElement | undefined }).value = dialog;
    if (!dialog) return;
    queueMicrotask(() => {
      if (!dialog.isConnected || dialog.open) return;
      dialog.showModal();
      (dialog.querySelector<HTMLElement>('[autofocus]') ?? dialog.querySelector('h2'))?.focus();
    });
  };

  /** The dialog, while it is open. */
  render(view: () => DialogView): TemplateResult | typeof nothing {
    if (!this.isOpen) return nothing;
    const { title, content, foot, texts, isLocked = false } = view();
    this.#isLocked = isLocked;
    return html`<dialog
      class="dialog"
      part="dialog"
      aria-labelledby=${this.#title}
      ${ref(this.#show)}
      @cancel=${this.#onCancel}
      @close=${this.#onClose}
    >
      <div class="dialog-head">
        <h2 id=${this.#title} tabindex="-1">${title}</h2>
        <button
          class="dialog-close"
          type="button"
          aria-label=${texts.close}
          ?disabled=${isLocked}
          @click=${() => this.close()}
        >
          ${closeIcon}
        </button>
      </div>
      <div class="dialog-content">${content}</div>
      <div class="dialog-foot">${foot}</div>
    </dialog>`;
  }
}

export const dialogStyles = [
  iconStyles,
  css`
    .dialog {
      position: fixed;
      flex-direction: column;
      inline-size: min(40em, 100vw - 2em);
      max-inline-size: none;
      max-block-size: min(90vh, 100vh - 2em);
      margin: auto;
      padding: 0;
      border: 1px solid var(--_rule);
      border-radius: var(--_radius-card);
      background: var(--_surface);
      color: inherit;
      box-shadow: var(--_shadow-overlay);
    }
    .dialog[open] {
      display: flex;
    }
    .dialog::backdrop {
      background: rgb(13 22 33 / 0.55);
    }
    .dialog-head {
      display: flex;
      align-items: start;
      gap: 1em;
      padding: 1em 1.5em;
      border-block-end: 1px solid var(--_rule);
    }
    .dialog-head > h2 {
      flex: 1;
      font-size: 1.125em;
      line-height: 1.5;
      outline: none;
    }
    .dialog-close {
      display: grid;
      place-items: center;
      inline-size: 2.75em;
      block-size: 2.75em;
      margin: -0.5em -0.75em -0.5em 0;
      border: 0;
      border-radius: var(--_radius);
      background: none;
      cursor: pointer;
    }
    .dialog-content {
      overflow: auto;
      overscroll-behavior: contain;
      padding: 1.25em 1.5em;
    }
    .dialog-foot {
      display: flex;
      flex-wrap: wrap;
      justify-content: flex-end;
      gap: 0.75em;
      padding: 1em 1.5em;
      border-block-start: 1px solid var(--_rule);
    }
    @media (max-width: 37.5em) {
      .dialog {
        inset: auto 0 0;
        inline-size: 100%;
        max-block-size: 90vh;
        margin: 0;
        border-width: 1px 0 0;
        border-end-start-radius: 0;
        border-end-end-radius: 0;
      }
      .dialog-foot {
        flex-direction: column-reverse;
        align-items: stretch;
        padding-block-end: max(1em, env(safe-area-inset-bottom));
      }
    }
  `,
];

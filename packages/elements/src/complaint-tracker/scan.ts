import { css, html, type CSSResultGroup, type ReactiveControllerHost, type TemplateResult, type nothing } from 'lit';
import { readTrackingLink, type CaseKeys } from '@dvk/sdk/cases';
import type { LocaleController } from '../locale/controller.ts';
import { parts } from '../locale/parts/vi.ts';
import { scan } from '../locale/scan/vi.ts';
import { Dialog, dialogStyles } from '../parts/dialog.ts';
import type { BarcodeReader } from './barcode-reader.ts';

export { scanIcon } from '../icons/scan.ts';
export { qrReader } from './barcode-reader.ts';

/** Milliseconds between two looks at the picture. */
const pause = 200;

/** Reads the QR code of a receipt with the camera, which is on only while the dialog is open. */
export class Scan {
  readonly #host: Pick<ReactiveControllerHost, 'requestUpdate' | 'updateComplete'>;
  readonly #reader: BarcodeReader;
  readonly #onFound: (keys: CaseKeys) => void;
  readonly #dialog: Dialog;
  readonly #video = document.createElement('video');
  #stream: MediaStream | undefined;
  #state: 'opening' | 'hint' | 'refused' | 'other' = 'opening';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    host: Pick<ReactiveControllerHost, 'requestUpdate' | 'updateComplete'>,
    reader: BarcodeReader,
    onFound: (keys: CaseKeys) => void,
  ) {
    this.#host = host;
    this.#reader = reader;
    this.#onFound = onFound;
    this.#dialog = new Dialog(host, () => this.#stop());
    this.#video.muted = true;
    this.#video.setAttribute('playsinline', '');
  }

  /** Opens the dialog, and the camera if the person allows it. */
  async open(): Promise<void> {
    this.#say('opening');
    this.#dialog.open();
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      if (!this.#dialog.isOpen) return stopStream(stream);
      this.#stream = stream;
      this.#video.srcObject = stream;
      // Until it plays there is only nothing to be read.
      this.#video.play().catch(() => {});
      this.#say('hint');
      await this.#look();
    } catch {
      if (this.#dialog.isOpen) this.#say('refused');
    }
  }

  close(): void {
    this.#dialog.close();
    this.#stop();
  }

  #say(state: 'opening' | 'hint' | 'refused' | 'other'): void {
    this.#state = state;
    this.#host.requestUpdate();
  }

  #stop(): void {
    clearTimeout(this.#timer);
    if (this.#stream) stopStream(this.#stream);
    this.#stream = undefined;
    this.#video.srcObject = null;
  }

  async #look(): Promise<void> {
    if (!this.#stream) return;
    // A picture that cannot be read yet is followed by the next.
    const found = await this.#reader.detect(this.#video).catch(() => []);
    const keys = found.map(({ rawValue }) => readTrackingLink(rawValue)).find(Boolean);
    if (keys) {
      this.close();
      this.#onFound(keys);
      return;
    }
    if (found.length > 0) this.#say('other');
    this.#timer = setTimeout(() => void this.#look(), pause);
  }

  render(locale: LocaleController): TemplateResult | typeof nothing {
    const texts = locale.texts(scan);
    return this.#dialog.render(() => ({
      title: texts.title,
      content: html`<div class="camera" ?hidden=${this.#state === 'refused'}>${this.#video}</div>
        <p role="status">${texts[this.#state]}</p>`,
      foot: html`<button class="button" type="button" @click=${() => this.close()}>${texts.enterCodes}</button>`,
      texts: locale.texts(parts),
    }));
  }
}

function stopStream(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

export const scanStyles: CSSResultGroup = [
  dialogStyles,
  css`
    .camera > video {
      display: block;
      inline-size: 100%;
      max-block-size: 60vh;
      aspect-ratio: 4 / 3;
      object-fit: cover;
      border-radius: var(--_radius);
      background: #000;
    }
    .camera[hidden] {
      display: none;
    }
    .camera + p {
      padding-block-start: var(--_space-s);
    }
  `,
];

import { adoptStyles, html, nothing, render, type CSSResultOrNative, type TemplateResult } from 'lit';
import { closeIcon } from '../icons/close.ts';
import { exportIcon } from '../icons/export.ts';
import { nextIcon } from '../icons/next.ts';
import { previousIcon } from '../icons/previous.ts';
import { rotateRightIcon } from '../icons/rotate-right.ts';
import { zoomInIcon } from '../icons/zoom-in.ts';
import { zoomOutIcon } from '../icons/zoom-out.ts';
import type { viewer } from '../locale/viewer/vi.ts';
import { drawn } from './picture.ts';
import { saveFile } from './save-file.ts';
import { viewerStyles } from './viewer-styles.ts';

/** A picture to be looked at. */
export interface ViewerPicture {
  id: string;
  name: string;
}

export interface ViewerOptions<Picture extends ViewerPicture> {
  /** What was pressed: the viewer is put beside it, and gives the focus back to it. */
  from: HTMLElement;
  pictures: readonly Picture[];
  /** Index of the picture that is shown first. */
  at: number;
  /** Gets the bytes of a picture. */
  load: (picture: Picture) => PromiseLike<Blob>;
  texts: typeof viewer;
}

/** Pixels that canvases of old phones still have room for, along one side. */
const longest = 4096;
const zooms = [1, 1.5, 2, 3, 4];

/** Pictures over the whole window, one at a time: zoom, turn, save; arrow keys, `+`, `-`, `R`, Esc. */
class Viewer<Picture extends ViewerPicture> {
  readonly #options: ViewerOptions<Picture>;
  readonly #host = document.createElement('div');
  readonly #root = this.#host.attachShadow({ mode: 'open' });
  #at: number;
  #zoom = 0;
  #turns = 0;
  #file: Blob | undefined;
  #canvas: HTMLCanvasElement | undefined;
  #state: 'loading' | 'shown' | 'failed' = 'loading';
  /** Counts what was asked for: a picture that comes too late is not shown. */
  #asked = 0;

  constructor(options: ViewerOptions<Picture>) {
    this.#options = options;
    this.#at = options.at;
    adoptStyles(this.#root, viewerStyles as CSSResultOrNative[]);
  }

  open(): void {
    this.#options.from.after(this.#host);
    this.#show();
    const dialog = this.#root.querySelector('dialog')!;
    dialog.showModal();
    dialog.focus();
    void this.#load();
  }

  get #picture(): Picture {
    return this.#options.pictures[this.#at]!;
  }

  async #load(): Promise<void> {
    const asked = (this.#asked += 1);
    this.#state = 'loading';
    this.#canvas = this.#file = undefined;
    this.#show();
    try {
      const file = await this.#options.load(this.#picture);
      if (asked !== this.#asked) return;
      this.#file = file;
      await this.#draw();
    } catch {
      if (asked !== this.#asked) return;
      this.#state = 'failed';
      this.#show();
    }
  }

  async #draw(): Promise<void> {
    const asked = this.#asked;
    const canvas = await drawn(this.#file!, longest, this.#turns);
    if (asked !== this.#asked) return;
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', this.#picture.name);
    this.#canvas = canvas;
    this.#state = 'shown';
    this.#show();
  }

  readonly #step = (by: number): void => {
    const at = this.#at + by;
    if (!this.#options.pictures[at]) return;
    this.#at = at;
    this.#zoom = this.#turns = 0;
    void this.#load();
  };

  readonly #zoomBy = (by: number): void => {
    this.#zoom = Math.min(zooms.length - 1, Math.max(0, this.#zoom + by));
    this.#show();
  };

  readonly #turn = (): void => {
    if (!this.#file) return;
    this.#turns = (this.#turns + 1) % 4;
    void this.#draw();
  };

  readonly #save = (): void => {
    if (this.#file) saveFile(this.#file, this.#picture.name);
  };

  readonly #close = (): void => this.#root.querySelector('dialog')!.close();

  readonly #onClosed = (): void => {
    this.#asked += 1;
    this.#host.remove();
    this.#options.from.focus();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isZoomed = this.#zoom > 0;
    const acts: Record<string, (() => void) | undefined> = {
      // Zoomed in, the arrow keys move over the picture.
      ArrowLeft: isZoomed ? undefined : () => this.#step(-1),
      ArrowRight: isZoomed ? undefined : () => this.#step(1),
      '+': () => this.#zoomBy(1),
      '=': () => this.#zoomBy(1),
      '-': () => this.#zoomBy(-1),
      r: this.#turn,
      R: this.#turn,
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  #show(): void {
    const { pictures, texts } = this.#options;
    const button = (name: string, icon: TemplateResult, act: () => void, isOff = false) =>
      html`<button
        type="button"
        aria-label=${name}
        title=${name}
        aria-disabled=${isOff ? 'true' : nothing}
        @click=${act}
      >
        ${icon}
      </button>`;
    const last = pictures.length - 1;
    render(
      html`<dialog aria-label=${this.#picture.name} tabindex="-1" @close=${this.#onClosed} @keydown=${this.#onKey}>
        <div class="bar">
          <p class="name">${this.#picture.name}</p>
          <p class="position" role="status">
            ${pictures.length > 1 ? texts.position(this.#at + 1, pictures.length) : ''}
          </p>
          ${button(texts.zoomOut, zoomOutIcon, () => this.#zoomBy(-1), this.#zoom === 0)}
          ${button(texts.zoomIn, zoomInIcon, () => this.#zoomBy(1), this.#zoom === zooms.length - 1)}
          ${button(texts.rotate, rotateRightIcon, this.#turn)} ${button(texts.download, exportIcon, this.#save)}
          ${button(texts.close, closeIcon, this.#close)}
        </div>
        <div class="stage" tabindex=${this.#zoom > 0 ? 0 : nothing}>${this.#renderPicture(texts)}</div>
        ${
          pictures.length > 1
            ? html`<div class="steps">
                ${button(texts.previous, previousIcon, () => this.#step(-1), this.#at === 0)}
                ${button(texts.next, nextIcon, () => this.#step(1), this.#at === last)}
              </div>`
            : nothing
        }
      </dialog>`,
      this.#root,
    );
    this.#fit();
  }

  #renderPicture(texts: typeof viewer): TemplateResult | HTMLCanvasElement {
    if (this.#state === 'shown') return this.#canvas!;
    if (this.#state === 'loading') return html`<p role="status">${texts.loading}</p>`;
    return html`<div role="alert">
      <p>${texts.failed}</p>
      <button class="retry" type="button" @click=${() => void this.#load()}>${texts.retry}</button>
    </div>`;
  }

  /** Sizes are set through the object model, which a strict policy allows. */
  #fit(): void {
    const canvas = this.#canvas;
    const stage = this.#root.querySelector('.stage');
    if (!canvas || !stage) return;
    const scale =
      Math.min(1, stage.clientWidth / canvas.width, stage.clientHeight / canvas.height) * zooms[this.#zoom]!;
    canvas.style.inlineSize = `${Math.round(canvas.width * scale)}px`;
  }
}

/** Opens the viewer; it takes itself away when it is closed. */
export function openViewer<Picture extends ViewerPicture>(options: ViewerOptions<Picture>): void {
  new Viewer(options).open();
}

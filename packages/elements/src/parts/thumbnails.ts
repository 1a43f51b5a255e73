import { css, html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Attachment } from '@dvk/sdk/attachments';
import { documentFileIcon } from '../icons/document-file.ts';
import { galleryIcon } from '../icons/gallery.ts';
import { iconStyles } from '../icons/icon.ts';
import { otherFileIcon } from '../icons/other-file.ts';
import { pdfFileIcon } from '../icons/pdf-file.ts';
import { sheetFileIcon } from '../icons/sheet-file.ts';
import { formatSize } from '../locale/format-size.ts';
import type { parts } from '../locale/parts/vi.ts';
import type { viewer } from '../locale/viewer/vi.ts';
import { openInTab } from './open-in-tab.ts';
import { thumbnailUrl } from './picture.ts';
import { saveFile } from './save-file.ts';

/** A file as records carry it. */
export type ThumbnailFile = Pick<Attachment, 'id' | 'name' | 'mediaType' | 'size'>;

export interface ThumbnailsView<File extends ThumbnailFile> {
  files: readonly File[];
  texts: typeof parts;
  viewerTexts: typeof viewer;
}

const isPicture = ({ mediaType }: ThumbnailFile): boolean => mediaType.startsWith('image/');

function fileIcon({ mediaType }: ThumbnailFile): TemplateResult {
  if (mediaType === 'application/pdf') return pdfFileIcon;
  if (mediaType.endsWith('wordprocessingml.document')) return documentFileIcon;
  return mediaType.endsWith('spreadsheetml.sheet') ? sheetFileIcon : otherFileIcon;
}

/**
 * The files of a record: pictures small, which open in the viewer; PDFs, which open in a tab; others, which are saved. Each
 * picture is asked for when it is first shown, and kept as long as the widget.
 */
export class Thumbnails<File extends ThumbnailFile> {
  readonly #host: Pick<ReactiveControllerHost, 'requestUpdate'>;
  readonly #load: (file: File) => PromiseLike<Blob>;
  readonly #loadSmall: (file: File) => PromiseLike<Blob>;
  readonly #onFailed: (error: unknown, retry: () => void) => void;
  readonly #loadViewer: () => Promise<typeof import('./viewer.ts')>;
  /** Addresses of small copies by the id of the file; `''` while one comes, or where it cannot be shown. */
  readonly #small = new Map<string, string>();
  #message = '';

  constructor(
    host: Pick<ReactiveControllerHost, 'requestUpdate'>,
    options: {
      /** Gets the bytes of a file. */
      load: (file: File) => PromiseLike<Blob>;
      /** Gets the bytes of a small copy of a picture, where there is one. */
      loadSmall?: (file: File) => PromiseLike<Blob>;
      /** Called when a file that the person asked for could not be had. */
      onFailed: (error: unknown, retry: () => void) => void;
      /** Gets the viewer. */
      loadViewer?: () => Promise<typeof import('./viewer.ts')>;
    },
  ) {
    this.#host = host;
    this.#load = options.load;
    this.#loadSmall = options.loadSmall ?? options.load;
    this.#onFailed = options.onFailed;
    this.#loadViewer = options.loadViewer ?? (() => import('./viewer.ts'));
  }

  /** The address of the small copy, `''` while it comes; asks for it the first time. */
  smallOf(file: File): string {
    const known = this.#small.get(file.id);
    if (known !== undefined) return known;
    this.#small.set(file.id, '');
    void this.#shrink(file);
    return '';
  }

  async #shrink(file: File): Promise<void> {
    try {
      this.#small.set(file.id, await thumbnailUrl(await this.#loadSmall(file)));
      this.#host.requestUpdate();
    } catch {
      // What cannot be shown small can still be opened.
    }
  }

  /** Opens a picture in the viewer, where the other pictures of the view are beside it. */
  async view(button: HTMLElement, file: File, { files, texts, viewerTexts }: ThumbnailsView<File>): Promise<void> {
    this.#message = '';
    try {
      const { openViewer } = await this.#loadViewer();
      const pictures = files.filter(isPicture);
      openViewer({ from: button, pictures, at: pictures.indexOf(file), load: this.#load, texts: viewerTexts });
    } catch {
      this.#message = texts.viewerNotLoaded;
    }
    this.#host.requestUpdate();
  }

  #open(file: File): void {
    const load = () => this.#load(file);
    const opened =
      file.mediaType === 'application/pdf'
        ? openInTab(load, file.name)
        : load().then((bytes) => saveFile(bytes, file.name));
    opened.then(undefined, (error: unknown) => this.#onFailed(error, () => this.#open(file)));
  }

  render(view: ThumbnailsView<File>): TemplateResult | typeof nothing {
    const { files, texts } = view;
    if (files.length === 0) return nothing;
    return html`<ul class="thumbnails" part="files">
        ${files.map((file) => html`<li>${isPicture(file) ? this.#renderPicture(file, view) : this.#renderFile(file, texts)}</li>`)}
      </ul>
      <p role="alert" class="thumbnails-message">${this.#message}</p>`;
  }

  #renderPicture(file: File, view: ThumbnailsView<File>): TemplateResult {
    const small = this.smallOf(file);
    return html`<button
      class="thumbnail icon-24"
      type="button"
      aria-label=${view.texts.view(file.name)}
      title=${file.name}
      @click=${(event: Event) => void this.view(event.currentTarget as HTMLElement, file, view)}
    >
      ${small ? html`<img src=${small} alt="" />` : galleryIcon}
    </button>`;
  }

  #renderFile(file: File, texts: typeof parts): TemplateResult {
    const isPdf = file.mediaType === 'application/pdf';
    return html`<div class="file-line">
      ${fileIcon(file)}
      <div>
        <button class="link file-name" type="button" @click=${() => this.#open(file)}>
          ${file.name}${isPdf ? html`<span class="hidden"> (${texts.opensInTab})</span>` : nothing}
        </button>
        <p class="small">${formatSize(file.size)}</p>
      </div>
    </div>`;
  }
}

export const thumbnailStyles = [
  iconStyles,
  css`
    .thumbnails {
      list-style: none;
      display: flex;
      flex-wrap: wrap;
      gap: 0.5em;
    }
    .thumbnail {
      display: grid;
      place-items: center;
      inline-size: 6.5em;
      block-size: 4.875em;
      padding: 0;
      border: 1px solid var(--_rule);
      border-radius: var(--_radius);
      background: var(--_raised);
      color: var(--_muted);
      overflow: hidden;
      cursor: zoom-in;
    }
    .thumbnail > img {
      inline-size: 100%;
      block-size: 100%;
      object-fit: cover;
    }
    .file-line {
      display: flex;
      gap: 0.5em;
      padding-block: 0.5em;
      max-inline-size: 16em;
    }
    .file-line > div {
      min-inline-size: 0;
    }
    .file-line > .icon {
      margin-block-start: 0.2em;
    }
    .file-name {
      overflow-wrap: anywhere;
    }
    .thumbnails-message {
      color: var(--_danger);
    }
    .thumbnails-message:empty {
      display: none;
    }
    @media (forced-colors: active) {
      .thumbnail {
        border-color: ButtonText;
      }
    }
  `,
];

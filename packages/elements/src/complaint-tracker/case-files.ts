import type { ReactiveControllerHost } from 'lit';
import type { PublicFile } from '@dvk/sdk/cases';
import type { viewer } from '../locale/viewer/vi.ts';
import type { PairPicture } from '../parts/before-after.ts';
import { Thumbnails, type ThumbnailsView } from '../parts/thumbnails.ts';

export interface CaseFilesOptions {
  load: (file: PublicFile) => PromiseLike<Blob>;
  /** A small picture; without one, the file itself is drawn. */
  loadSmall: (file: PublicFile) => PromiseLike<Blob>;
  viewerTexts: () => typeof viewer;
  onFailed: (error: unknown, retry: () => void) => void;
}

/** The files of a case as its sender sees them. */
export class CaseFiles extends Thumbnails<PublicFile> {
  readonly #viewerTexts: CaseFilesOptions['viewerTexts'];

  constructor(
    host: Pick<ReactiveControllerHost, 'requestUpdate'>,
    { load, loadSmall, viewerTexts, onFailed }: CaseFilesOptions,
  ) {
    super(host, { load, loadSmall: (file) => loadSmall(file).then(undefined, () => load(file)), onFailed });
    this.#viewerTexts = viewerTexts;
  }

  /** A picture of a pair, which opens in the viewer. */
  pairPicture(
    file: PublicFile,
    view: Pick<ThumbnailsView<PublicFile>, 'files' | 'texts'>,
    words: Pick<PairPicture, 'alt' | 'when' | 'who'>,
  ): PairPicture {
    const viewerTexts = this.#viewerTexts();
    return {
      ...words,
      src: this.smallOf(file),
      onOpen: (button) => void this.view(button, file, { ...view, viewerTexts }),
    };
  }

  /** Files as a row of thumbnails. */
  thumbnails(files: readonly PublicFile[], texts: ThumbnailsView<PublicFile>['texts']) {
    return this.render({ files, texts, viewerTexts: this.#viewerTexts() });
  }
}

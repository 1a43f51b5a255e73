import type { ReactiveControllerHost } from 'lit';
import type { PublicFile } from '@dvk/sdk/cases';
import type { Client } from '../internal/connection.ts';
import type { viewer } from '../locale/viewer/vi.ts';
import type { PairPicture } from '../parts/before-after.ts';
import { Thumbnails, type ThumbnailsView } from '../parts/thumbnails.ts';
import type { Proof } from './sender-steps.ts';

export interface CaseFilesOptions {
  client: () => Client;
  proof: () => Proof;
  viewerTexts: () => typeof viewer;
  onFailed: (error: unknown) => void;
}

/** The files of a case, which only its code and secret open. */
export class CaseFiles extends Thumbnails<PublicFile> {
  readonly #viewerTexts: CaseFilesOptions['viewerTexts'];

  constructor(
    host: Pick<ReactiveControllerHost, 'requestUpdate'>,
    { client, proof, viewerTexts, onFailed }: CaseFilesOptions,
  ) {
    const requestOf = ({ id }: PublicFile) => {
      const { params, headers } = proof();
      return { params: { ...params, id }, headers };
    };
    const load = async (file: PublicFile) => (await client().cases.downloadFile(requestOf(file))) as Blob;
    const loadSmall = async (file: PublicFile) =>
      ((await client()
        .cases.thumbnail(requestOf(file))
        .catch(() => undefined)) as Blob | undefined) ?? load(file);
    super(host, { load, loadSmall, onFailed });
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

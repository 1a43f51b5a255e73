import { html, nothing, type TemplateResult } from 'lit';
import { cameraIcon } from '../icons/camera.ts';
import { checkedIcon } from '../icons/checked.ts';
import { closeIcon } from '../icons/close.ts';
import { galleryIcon } from '../icons/gallery.ts';
import { formatSize } from '../locale/format-size.ts';
import type { Entry } from './entry.ts';
import { isPhonePhoto } from './kinds.ts';
import type { fileField } from './vi.ts';

type Texts = typeof fileField;

export interface FileView {
  texts: Texts;
  /** Neither sent again nor removed. */
  locked: boolean;
  onRetry: () => void;
  onRemove: () => void;
}

/** A file with its state: a picture as a tile, any other as a line. */
export function fileTemplate(entry: Entry, { texts, locked, onRetry, onRemove }: FileView): TemplateResult {
  const { name, size, sent, stored, failure, upload, isPicture, thumbnail } = entry;
  const percent = Math.min(100, Math.floor((100 * sent) / size));
  const isUnderWay = !stored && !failure && upload !== undefined;
  const size_ = formatSize(size);
  const state = isPicture
    ? stored
      ? html`${checkedIcon} ${texts.sent}`
      : entry.isScaling
        ? texts.scaling
        : percent === 100 && entry.file && isPhonePhoto(entry.file)
          ? texts.converting
          : texts.sending(percent)
    : stored
      ? size_
      : `${percent}% / ${size_}`;
  const bar = html`<progress max="100" .value=${percent} aria-label=${texts.uploading(name, percent)}></progress>`;
  const style = `${stored ? '' : failure ? 'failed' : 'busy'} ${isPicture ? 'photo' : ''}`;
  return html`<li class="file ${style}" part="file">
    ${isPicture ? html`<span class="tile">${thumbnail ? html`<img src=${thumbnail} alt="" />` : galleryIcon}</span>` : nothing}
    <span class="name ${thumbnail ? 'hidden' : ''}">${name}</span>
    <span class="state">
      ${isUnderWay && isPicture ? bar : nothing} ${failure ?? (stored || upload ? state : texts.waiting)}
      ${isUnderWay && !isPicture ? bar : nothing}
    </span>
    <span class="actions screen-only" ?hidden=${locked}>
      ${
        entry.retryable
          ? html`<button class="button plain" type="button" aria-label=${texts.retryFile(name)} @click=${onRetry}>
              ${texts.retry}
            </button>`
          : nothing
      }
      <button
        class="button ${isPicture ? 'remove' : 'plain'}"
        type="button"
        aria-label=${texts.remove(name)}
        @click=${onRemove}
      >
        ${isPicture ? closeIcon : texts.removeShort}
      </button>
    </span>
  </li>`;
}

export interface ChooserView {
  texts: Texts;
  /** It can have no more, or is locked. */
  isFull: boolean;
  isEmpty: boolean;
  /** A telephone or tablet, for a field that takes pictures. */
  hasCamera: boolean;
  open: (what: 'camera' | 'pictures' | 'others' | 'all') => void;
}

/** The buttons that open the file chooser: on a telephone one for the camera and one for the pictures there are. */
export function chooserTemplate({ texts, isFull, isEmpty, hasCamera, open }: ChooserView): TemplateResult {
  if (!hasCamera)
    return html`<button
        class="button open"
        part="button"
        type="button"
        aria-describedby="hint limits error"
        ?disabled=${isFull}
        @click=${() => open('all')}
      >
        ${isEmpty ? texts.chooseFile : texts.chooseMore}
      </button>
      <span class="drop-words" aria-hidden="true">${texts.dropHere}</span>`;
  const tile = (what: 'camera' | 'pictures', icon: TemplateResult, words: string) =>
    html`<button
      class="button icon-28 ${what === 'camera' ? 'open soft' : ''}"
      part="button"
      type="button"
      aria-describedby="hint limits error"
      ?disabled=${isFull}
      @click=${() => open(what)}
    >
      ${icon} ${words}
    </button>`;
  return html`<div class="two">
    ${tile('camera', cameraIcon, texts.takePhoto)} ${tile('pictures', galleryIcon, texts.choosePhoto)}
  </div>`;
}

/** On a telephone, the way to files that are no pictures: few people need it. */
export function othersTemplate(kinds: string, { texts, isFull, open }: ChooserView): TemplateResult {
  // Whoever has a Word file knows it as one.
  const names = kinds.replaceAll(/ \([^)]*\)/g, '');
  return html`<button
    class="button plain others screen-only"
    type="button"
    ?disabled=${isFull}
    @click=${() => open('others')}
  >
    ${texts.attachOthers(names)}
  </button>`;
}

import type { ProblemError } from '@dvk/sdk/client';
import { toNfc } from '@dvk/sdk/text';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { hint } from '../internal/hint.ts';
import { FormControl, type Fault } from '../internal/form-control.ts';
import { numberAttribute } from '../internal/number-attribute.ts';
import type { Entry } from './entry.ts';
import { chooserTemplate, fileTemplate, othersTemplate, type ChooserView } from './file-templates.ts';
import { forChooser, isAccepted, isPhonePhoto, isPicture, kindNames, splitAccept } from './kinds.ts';
import { loadScaling } from './load-scaling.ts';
import { fileFieldStyles } from './styles.ts';
import { formatSize } from '../locale/format-size.ts';
import type { StoredFile, Upload } from './upload.ts';
import { fileField } from './vi.ts';

export type { StoredFile, Upload } from './upload.ts';

/**
 * Files, uploaded one after the other as soon as they are chosen, by the function in `upload`. Submits the ids that
 * the server gave them.
 *
 * @summary File upload with progress.
 * @vietnamese Ô tệp đính kèm
 * @event {Event} input - files were added, uploaded or removed
 * @event {Event} change - files were added, uploaded or removed
 * @csspart base - the whole field
 * @csspart label - the legend
 * @csspart hint - the help text
 * @csspart drop - the area with the button, where files can be dropped
 * @csspart button - the button that opens the file chooser
 * @csspart file - one file
 * @csspart error - the error message
 * @example
 * <dvk-file-field name="attachments" label="Minh chứng" accept=".pdf,image/*" max-files="5"></dvk-file-field>
 */
export class DvkFileField extends FormControl {
  static override readonly tag: string = 'dvk-file-field';
  static override styles: CSSResultGroup = [FormControl.styles, fileFieldStyles];

  /** Kinds of file, as in the native attribute; a kind is known under all its names, e.g. `.jpg` also as `.jfif`. */
  @property() accept = '';
  /** Most files. */
  @property({ converter: numberAttribute(10), attribute: 'max-files' }) maxFiles = 10;
  /** Largest file, in bytes. */
  @property({ converter: numberAttribute(15 * 1024 * 1024), attribute: 'max-size' }) maxSize: number = 15 * 1024 * 1024;
  /** How a file is sent. */
  @property({ attribute: false }) upload?: Upload;

  @state() private list?: readonly Entry[] | undefined;
  @state() private over = false;
  @state() private announcement = '';
  #working = false;

  protected get input(): HTMLElement | null {
    return this.renderRoot?.querySelector('.open') ?? null;
  }

  protected override get groupRole(): 'group' {
    return 'group';
  }

  get #entries(): readonly Entry[] {
    return this.list ?? toEntries(this.defaultValue);
  }

  /** The stored files. Setting it sends no event. The `value` attribute is the same as JSON, for the default. */
  get files(): readonly StoredFile[] {
    return this.#entries.flatMap(({ stored }) => stored ?? []);
  }
  set files(files: readonly StoredFile[]) {
    this.#replaceAll(files.map(fromStored));
  }

  /** Small pictures, as addresses of an image, of the photos that were chosen on this page: by the id of the stored file. */
  get thumbnails(): ReadonlyMap<string, string> {
    return new Map(
      this.#entries.flatMap(({ stored, thumbnail }) => (stored && thumbnail ? [[stored.id, thumbnail] as const] : [])),
    );
  }

  /** The ids of the stored files. */
  get value(): readonly string[] {
    return this.files.map(({ id }) => id);
  }

  get data(): unknown {
    return this.value.length > 0 ? this.value : undefined;
  }

  protected get formValue(): FormData {
    const data = new FormData();
    for (const id of this.value) data.append(this.name, id);
    return data;
  }

  get restorableState(): string {
    return JSON.stringify(this.files);
  }

  restoreState(state: string): void {
    this.#replaceAll(toEntries(state));
  }

  /** Puts other files – without any, the default – in the place of all there are; uploads under way are given up. */
  #replaceAll(list?: readonly Entry[]): void {
    for (const { upload } of this.#entries) upload?.abort();
    this.list = list;
    this.announcement = '';
  }

  /** No address book holds files. */
  protected takeText(): void {}

  protected resetValue(): void {
    this.#replaceAll();
  }

  protected findFault(): Fault | undefined {
    const texts = this.locale.texts(fileField);
    const entries = this.#entries;
    if (entries.some(({ failure }) => failure)) return { flag: 'customError', message: texts.filesFailed };
    if (entries.some(({ stored }) => !stored)) return { flag: 'customError', message: texts.stillUploading };
    if (entries.length > this.maxFiles) return { flag: 'rangeOverflow', message: texts.tooManyFiles(this.maxFiles) };
    if (this.required && entries.length === 0)
      return { flag: 'valueMissing', message: texts.attach(this.nameInSentence) };
    return undefined;
  }

  /** Adds files as if the person had chosen them. */
  addFiles(files: Iterable<File>): void {
    const added = [...files].map((file) => this.#toEntry(file));
    if (added.length === 0) return;
    this.#update([...this.#entries, ...added]);
    void this.#work();
  }

  #toEntry(file: File): Entry {
    const texts = this.locale.texts(fileField);
    const entry: Entry = { name: toNfc(file.name), size: file.size, file, sent: 0, isPicture: isPicture(file) };
    if (file.size === 0) entry.failure = texts.fileEmpty;
    // A photo will be smaller when it is sent.
    else if (file.size > this.maxSize && !entry.isPicture) entry.failure = texts.fileTooBig(formatSize(this.maxSize));
    else if (!isAccepted(file, this.accept))
      entry.failure = isPhonePhoto(file) ? texts.phonePhoto : texts.fileKind(kindNames(this.accept, texts));
    return entry;
  }

  /** A change by the person or by an upload they started. */
  #update(entries: readonly Entry[]): void {
    this.list = entries;
    this.edited();
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    this.sendChange();
  }

  #replace(old: Entry, entry?: Entry): readonly Entry[] {
    return this.#entries.flatMap((each) => (each === old ? (entry ?? []) : each));
  }

  /** Uploads what waits, one file at a time: on a slow line the first is done sooner. */
  async #work(): Promise<void> {
    if (this.#working) return;
    this.#working = true;
    let next: Entry | undefined;
    while ((next = this.#entries.find(({ stored, failure }) => !stored && !failure))) await this.#send(next);
    this.#working = false;
  }

  async #send(waiting: Entry): Promise<void> {
    const texts = this.locale.texts(fileField);
    const upload = new AbortController();
    let entry: Entry = { ...waiting, upload };
    this.list = this.#replace(waiting, entry);
    let announced = 0;
    const change = (changes: Partial<Entry>) => {
      const changed = { ...entry, ...changes };
      this.list = this.#replace(entry, changed);
      entry = changed;
    };
    const onProgress = (sent: number) => {
      if (!this.#entries.includes(entry)) return;
      change({ sent });
      const quarter = Math.floor((4 * sent) / entry.size);
      if (quarter > announced && quarter < 4) this.announcement = texts.uploading(entry.name, quarter * 25);
      announced = quarter;
    };
    // Also when the function does not listen to the signal: the next file must not wait for one that was removed.
    const aborted = new Promise<never>((_, reject) => upload.signal.addEventListener('abort', reject));
    if (!this.upload)
      hint(
        '<dvk-file-field>: no upload property. Set it to a function that stores a file and resolves to its id, name and size.',
      );
    try {
      if (!this.upload || !entry.file) throw new Error('dvk-file-field: set the `upload` property');
      if (entry.isPicture && !entry.thumbnail) {
        change({ isScaling: true });
        const scaled = await Promise.race([this.#scale(entry.file), aborted]);
        if (!this.#entries.includes(entry)) return;
        change({ isScaling: false, ...scaled });
        if (entry.size > this.maxSize) {
          this.#update(this.#replace(entry, { ...entry, failure: texts.fileTooBig(formatSize(this.maxSize)) }));
          return;
        }
      }
      const sending = this.upload(entry.file, { signal: upload.signal, onProgress });
      const stored = await Promise.race([sending, aborted]);
      if (!this.#entries.includes(entry)) return;
      this.announcement = texts.uploaded(entry.name);
      this.#update(
        this.#replace(entry, { ...entry, ...fromStored(stored), name: entry.name, isPicture: entry.isPicture }),
      );
    } catch (error) {
      if (!this.#entries.includes(entry) || upload.signal.aborted) return;
      const { detail, title, status, isForeign } = error as Partial<ProblemError>;
      // What is between here and the API has no words for people.
      const words = isForeign ? status === 413 && texts.fileTooBigForServer : (detail ?? title);
      const failure = words || texts.fileFailed;
      // A refusal of the file itself will not change by sending it again.
      const isOfFile = status && status >= 400 && status < 500 && ![401, 408, 429].includes(status);
      const retryable = !isOfFile || (isForeign && status !== 413);
      this.announcement = `${entry.name}: ${failure}`;
      this.#update(this.#replace(entry, { ...entry, sent: 0, failure, retryable }));
    }
  }

  /** A photo made smaller, and a picture of it; the photo as it is where that fails in whatever way. */
  async #scale(file: File): Promise<Pick<Entry, 'name' | 'size' | 'file' | 'thumbnail'>> {
    const name = toNfc(file.name);
    try {
      const { scalePhoto } = await loadScaling();
      const { photo, thumbnail } = (await scalePhoto(file)) ?? {};
      const small = thumbnail ? { thumbnail } : {};
      if (!photo) return { name, size: file.size, file, ...small };
      const ending = photo.type === 'image/jpeg' ? '.jpg' : `.${photo.type.slice('image/'.length)}`;
      const renamed = photo.type === file.type ? name : name.replace(/(?:\.\w{1,5})?$/, ending);
      return { name: renamed, size: photo.size, file: new File([photo], renamed, { type: photo.type }), ...small };
    } catch {
      return { name, size: file.size, file };
    }
  }

  #retry(entry: Entry): void {
    const { failure: _, retryable: __, ...waiting } = entry;
    this.#update(this.#replace(entry, waiting));
    void this.#work();
  }

  #remove(entry: Entry): void {
    entry.upload?.abort();
    this.announcement = this.locale.texts(fileField).removed(entry.name);
    this.#update(this.#replace(entry));
    // The button that had the focus is gone.
    this.focus();
  }

  readonly #onOpen = (what: 'camera' | 'pictures' | 'others' | 'all'): void => {
    const chooser = this.renderRoot.querySelector<HTMLInputElement>('[type=file]')!;
    const { pictures, others } = splitAccept(this.accept);
    chooser.accept = forChooser({ camera: pictures, pictures, others, all: this.accept }[what]);
    chooser.multiple = this.maxFiles > 1 && what !== 'camera';
    if (what === 'camera') chooser.setAttribute('capture', 'environment');
    else chooser.removeAttribute('capture');
    chooser.click();
  };

  readonly #onChosen = (event: Event): void => {
    event.stopPropagation();
    const chooser = event.target as HTMLInputElement;
    const files = [...(chooser.files ?? [])];
    // So that the same file can be chosen again after it was removed.
    chooser.value = '';
    this.addFiles(files);
  };

  readonly #onDrag = (event: DragEvent): void => {
    if (this.isDisabled || this.readonly || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.over = event.type === 'dragover';
    if (event.type === 'drop') this.addFiles(event.dataTransfer.files);
  };

  protected renderControl(): TemplateResult {
    const texts = this.locale.texts(fileField);
    const entries = this.#entries;
    const locked = this.isDisabled || this.readonly;
    const isFull = locked || entries.length >= this.maxFiles;
    const { pictures, others } = splitAccept(this.accept);
    const hasCamera = pictures !== '' && hasTouch();
    const chooser: ChooserView = { texts, isFull, isEmpty: entries.length === 0, hasCamera, open: this.#onOpen };
    return html`<div
        class="${hasCamera ? '' : 'drop'} screen-only ${this.over ? 'over' : ''}"
        part="drop"
        @dragover=${this.#onDrag}
        @dragleave=${this.#onDrag}
        @drop=${this.#onDrag}
      >
        ${chooserTemplate(chooser)}
        <input
          class="hidden"
          type="file"
          tabindex="-1"
          aria-hidden="true"
          accept=${forChooser(this.accept) || nothing}
          ?multiple=${this.maxFiles > 1}
          ?disabled=${locked}
          @input=${(event: Event) => event.stopPropagation()}
          @change=${this.#onChosen}
        />
      </div>
      <ul class="files" ?hidden=${entries.length === 0}>
        ${inOrder(entries).map((entry) =>
          fileTemplate(entry, {
            texts,
            locked,
            onRetry: () => this.#retry(entry),
            onRemove: () => this.#remove(entry),
          }),
        )}
      </ul>
      <p class="hint limits" id="limits">
        ${texts.upTo(this.maxFiles, formatSize(this.maxSize), entries.length)}${pictures ? ` ${texts.photosAreScaled}` : ''}
      </p>
      ${hasCamera && others ? othersTemplate(kindNames(others, texts), chooser) : nothing}
      <p class="hidden" role="status">${this.announcement}</p>`;
  }
}

/** Pictures stand side by side, other files in lines below. */
function inOrder(entries: readonly Entry[]): readonly Entry[] {
  return [...entries.filter(({ isPicture: is }) => is), ...entries.filter(({ isPicture: is }) => !is)];
}

/** A telephone or tablet: it has a camera, and nothing to drag files with. */
function hasTouch(): boolean {
  return matchMedia('(hover: none) and (pointer: coarse)').matches;
}

function fromStored(stored: StoredFile): Entry {
  const { name, size } = stored;
  return { name, size, stored, sent: size, isPicture: isPicture({ name, type: '' }) };
}

/** Stored files as JSON; anything else counts as none. */
function toEntries(json: string): readonly Entry[] {
  try {
    return (JSON.parse(json) as StoredFile[]).filter(isStored).map(fromStored);
  } catch {
    return [];
  }
}

function isStored({ id, name, size }: StoredFile): boolean {
  return typeof id === 'string' && typeof name === 'string' && Number.isFinite(size);
}

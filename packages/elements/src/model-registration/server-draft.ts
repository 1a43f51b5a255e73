import type { DraftBody } from '@dvk/sdk/drafts';
import type { Client } from '../internal/connection.ts';
import { isRefusal } from '../internal/describe-error.ts';
import { draftForm } from './draft-content.ts';

/** Id and version of a draft on the server. */
export interface SavedDraft {
  id: string;
  etag: string;
}

/** What can be said of a draft on the server. */
export type ServerDraftState = 'none' | 'saved' | 'failed' | 'full';

export interface ServerDraftOptions {
  client: () => Client;
  /** The draft as it was last saved; without it, the first change makes one. */
  saved?: SavedDraft | undefined;
  /** Called whenever state or version has changed; waited for before the next is sent. */
  onChange: () => Promise<void>;
  /** Another machine was faster: what stands here goes on as a draft of its own, and theirs stays. */
  onSplit: () => void;
}

/** Milliseconds from a change to its being saved on the server. */
const pause = 1500;

/** A draft on the server: saved while somebody types, one request at a time. What fails is tried again with the next change. */
export class ServerDraft {
  state: ServerDraftState;
  /** When it was last saved by this machine. */
  savedAt: Date | undefined;
  saved: SavedDraft | undefined;
  readonly #options: ServerDraftOptions;
  #next: Omit<DraftBody, 'form'> | undefined;
  #timer = 0;
  #saving: Promise<void> | undefined;
  #isStopped = false;
  #isClosed = false;

  constructor(options: ServerDraftOptions) {
    this.#options = options;
    this.saved = options.saved;
    this.state = options.saved ? 'saved' : 'none';
  }

  /** Whether the server lacks something. */
  get isUnsaved(): boolean {
    return this.#next !== undefined || this.#saving !== undefined;
  }

  /** Saves a state a moment after the last change. */
  save(next: Omit<DraftBody, 'form'>): void {
    this.#next = next;
    this.#isStopped = false;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.flush(), pause);
  }

  /** Saves at once what is not saved yet. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    // Who has waited for a request may have sent the next.
    while (this.#saving) await this.#saving;
    if (!this.#next || this.#isStopped || this.#isClosed) return;
    this.#saving = this.#send(this.#next);
    await this.#saving;
    this.#saving = undefined;
    await this.#options.onChange();
  }

  /** Saves nothing until the next change, and waits for what is on its way. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    this.#isStopped = true;
    while (this.#saving) await this.#saving;
  }

  /** The server has deleted it: the next change makes another. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#next = this.saved = undefined;
    this.state = 'none';
  }

  /** Saves what is left, and nothing afterwards. */
  async close(): Promise<void> {
    await this.flush();
    this.#isClosed = true;
  }

  /** Saves nothing more, not even what is left: somebody else is signed in, whose draft it would become. */
  abandon(): void {
    clearTimeout(this.#timer);
    this.#isClosed = true;
  }

  /** Deletes it from the server. */
  async delete(): Promise<void> {
    this.#next = undefined;
    await this.stop();
    const { saved } = this;
    this.forget();
    if (saved)
      await this.#options
        .client()
        .drafts.delete({ params: { id: saved.id } })
        .catch(() => {});
  }

  async #send(next: Omit<DraftBody, 'form'>): Promise<void> {
    try {
      const { id, etag } = await this.#put({ form: draftForm, ...next });
      this.saved = { id, etag };
      this.savedAt = new Date();
      this.state = 'saved';
      // Nothing newer came meanwhile.
      if (this.#next === next) this.#next = undefined;
    } catch (error) {
      this.state = isRefusal(error, 'conflict') ? 'full' : 'failed';
    }
  }

  async #put(body: DraftBody): Promise<SavedDraft> {
    const { drafts } = this.#options.client();
    const { saved } = this;
    if (!saved) return drafts.create({ body });
    try {
      return await drafts.update({ params: { id: saved.id }, body }, { ifMatch: saved.etag });
    } catch (error) {
      const isChanged = isRefusal(error, 'precondition-failed');
      if (this.#isClosed) throw error;
      // Deleted elsewhere, it is made anew.
      if (!isChanged && !isRefusal(error, 'not-found')) throw error;
      const own = await drafts.create({ body });
      if (isChanged) this.#options.onSplit();
      return own;
    }
  }
}

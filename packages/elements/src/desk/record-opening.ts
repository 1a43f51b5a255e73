import { isInputError } from '@dvk/sdk/errors';
import { isRefusal } from '../internal/describe-error.ts';
import type { RequestRunner } from '../internal/request-runner.ts';

/** A record as it has come, with what the person has begun to write for it. */
export interface LoadedRecord<Open> {
  open: Open;
  draft: { close: () => void };
}

export interface RecordOpeningOptions<Loaded> {
  requests: RequestRunner;
  load: (id: string) => Promise<Loaded>;
  /** Whether there is still somebody to show it to. */
  isWanted: () => boolean;
  show: (loaded: Loaded) => Promise<void> | void;
}

/** Loads the record that is to be shown; of several, the one that was asked for last. */
export class RecordOpening<Loaded extends LoadedRecord<unknown>> {
  /** Id of the record that is on its way; `''` for none. */
  id = '';
  readonly #options: RecordOpeningOptions<Loaded>;
  /** The failure of the last id that named no record. */
  #noRecord: unknown;

  constructor(options: RecordOpeningOptions<Loaded>) {
    this.#options = options;
  }

  /** Resolves to whether nothing else was asked for meanwhile. */
  async open(id: string): Promise<boolean> {
    const { requests, load, isWanted, show } = this.#options;
    this.id = id;
    let isNewest = true;
    const read = async (signal: AbortSignal) => {
      signal.addEventListener('abort', () => (isNewest = false));
      const loaded = await load(id);
      // Meanwhile the person may have gone elsewhere, or somebody else may have signed in.
      if (signal.aborted || !isWanted()) return loaded.draft.close();
      await show(loaded);
    };
    const handle = (error: unknown) => {
      if (isNoRecord(error)) this.#noRecord = error;
      return false;
    };
    await requests.run(read, { reads: 'record', handle });
    if (isNewest) this.id = '';
    return isNewest;
  }

  /** What is on its way is no longer of interest. */
  stop(): void {
    this.id = '';
    this.#options.requests.stopReading('record');
  }

  /** Whether the last request failed because the id named no record. */
  get foundNone(): boolean {
    const { failure } = this.#options.requests;
    return failure !== undefined && failure === this.#noRecord;
  }
}

/** There is no record of an id, or the id, which anybody may write into a link, can be none. */
function isNoRecord(error: unknown): boolean {
  return isRefusal(error, 'not-found') || (isInputError(error) && error.pointer.startsWith('/params/'));
}

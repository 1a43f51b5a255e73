/**
 * What a person has typed, in IndexedDB until the server has confirmed it: it survives a reload, a crash, a lost session.
 *
 * Each tab writes a draft of its own, so that two tabs never overwrite each other; a draft whose tab is gone is taken
 * over by the next one that opens the same form as the same person.
 */
interface Stored<T> {
  /** Form and person: see {@link Draft.open}. */
  form: string;
  tab: string;
  savedAt: number;
  state: T;
  /** The request under way: sent again with the same key as long as the body is the same. */
  request?: { key: string; body: string };
}

const lockName = (form: string, tab: string) => `dvk-draft ${form} ${tab}`;
const randomId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

let database: Promise<IDBDatabase> | undefined;

function openDatabase(): Promise<IDBDatabase> {
  return (database ??= new Promise((resolve, reject) => {
    const opening = indexedDB.open('dvk-drafts', 1);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore('drafts', { keyPath: ['form', 'tab'] });
    };
    opening.onsuccess = () => {
      // Another version of this package may need to upgrade the database: close it, open it again when needed.
      opening.result.onversionchange = () => {
        opening.result.close();
        database = undefined;
      };
      // The browser closes it when somebody clears its data.
      opening.result.onclose = () => (database = undefined);
      resolve(opening.result);
    };
    opening.onerror = () => reject(opening.error);
  }));
}

async function inStore<R>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<R>): Promise<R> {
  const transaction = (await openDatabase()).transaction('drafts', mode);
  const request = act(transaction.objectStore('drafts'));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = transaction.onerror = () => reject(transaction.error);
  });
}

/** Locks a name until the returned function is called or the tab is closed; `undefined` if it stays locked elsewhere for `wait` ms. */
function lock(name: string, wait: number): Promise<(() => void) | undefined> {
  return new Promise((resolve, reject) => {
    // Without locks (pages without TLS) every tab is on its own.
    if (!navigator.locks) return resolve(() => {});
    navigator.locks
      .request(name, { signal: AbortSignal.timeout(wait) }, () => new Promise<void>((release) => resolve(release)))
      .catch((error: Error) => (error.name === 'TimeoutError' ? resolve(undefined) : reject(error)));
  });
}

const minuteOf = (time: Date | undefined) => time && Math.floor(time.getTime() / 60_000);

/** The id of this tab. A duplicated tab begins with a copy of its parent's, and gets one of its own. */
async function claimTab(form: string): Promise<{ tab: string; release: () => void }> {
  const own = sessionStorage.getItem('dvk-tab');
  for (let tab = own ?? randomId(); ; tab = randomId()) {
    // A form that was just removed from the page unlocks a moment later.
    const release = await lock(lockName(form, tab), 300);
    if (!release) continue;
    sessionStorage.setItem('dvk-tab', tab);
    return { tab, release };
  }
}

export class Draft<T> {
  /**
   * False where the browser keeps nothing (private windows, blocked or full storage): the form works, but a reload empties
   * it.
   */
  persistent: boolean;
  /** When it was last written to the machine. */
  savedAt: Date | undefined;
  /** Called when {@link persistent} changes, or the minute of {@link savedAt}. */
  onSaved?: () => void;
  /** The draft that was found when the form was opened. */
  readonly restored: { state: T; savedAt: Date } | undefined;
  readonly #form: string;
  readonly #tab: string;
  readonly #release: () => void;
  #request: Stored<T>['request'];
  #pending?: T | undefined;
  #timer = 0;

  private constructor(form: string, claim?: { tab: string; release: () => void }, found?: Stored<T>) {
    this.persistent = claim !== undefined;
    this.#form = form;
    this.#tab = claim?.tab ?? '';
    this.#release = claim?.release ?? (() => {});
    this.#request = found?.request;
    this.savedAt = found && new Date(found.savedAt);
    this.restored = found && { state: found.state, savedAt: this.savedAt! };
    addEventListener('pagehide', this.#flush);
    document.addEventListener('visibilitychange', this.#flush);
  }

  /**
   * Opens the draft of a form for a person.
   *
   * @param form what is edited and by whom, e.g. `model-registration new <subject>`: drafts of different persons at one
   *   machine must not meet
   * @param isState whether a draft holds what is expected: an older version of this package may have written it
   */
  static async open<T>(form: string, isState: (state: unknown) => state is T): Promise<Draft<T>> {
    let isTooLate = false;
    const finding = Draft.#find<T>(form, isState).then((draft) => {
      if (isTooLate) draft.close();
      return draft;
    });
    // Storage that never responds must not keep anybody from the form.
    const timeout = new Promise<never>((_, reject) => setTimeout(reject, 4000));
    return Promise.race([finding, timeout]).catch(() => {
      isTooLate = true;
      return new Draft<T>(form);
    });
  }

  static async #find<T>(form: string, isState: (state: unknown) => state is T): Promise<Draft<T>> {
    const claim = await claimTab(form);
    try {
      const all = (await inStore('readonly', (store) =>
        store.getAll(IDBKeyRange.bound([form, ''], [form, '\uffff'])),
      )) as Stored<T>[];
      let found = all.find(({ tab }) => tab === claim.tab);
      for (const other of all.sort((a, b) => b.savedAt - a.savedAt)) {
        if (found) break;
        const release = await lock(lockName(form, other.tab), 50);
        if (!release) continue;
        // Its tab is closed: this one continues it.
        found = other;
        await inStore('readwrite', (store) => store.put({ ...other, tab: claim.tab }));
        await inStore('readwrite', (store) => store.delete([form, other.tab]));
        release();
      }
      return new Draft<T>(form, claim, found && isState(found.state) ? found : undefined);
    } catch (error) {
      claim.release();
      throw error;
    }
  }

  /** A draft that is never written to the machine, for one that many people use. */
  static inMemory<T>(): Draft<T> {
    return new Draft<T>('');
  }

  /** Saves a state: at most twice a second, and at once when the page is left. */
  save(state: T): void {
    this.#pending = state;
    this.#timer ||= window.setTimeout(this.#flush, 400);
  }

  /** Saves a state at once; resolves when it is on disk. */
  async saveNow(state: T): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = 0;
    await this.#write(state);
  }

  readonly #flush = (): void => {
    clearTimeout(this.#timer);
    this.#timer = 0;
    if (this.#pending !== undefined) void this.#write(this.#pending);
  };

  async #write(state: T): Promise<void> {
    this.#pending = undefined;
    if (!this.#tab) return;
    const record: Stored<T> = { form: this.#form, tab: this.#tab, savedAt: Date.now(), state };
    if (this.#request) record.request = this.#request;
    const isWritten = await inStore('readwrite', (store) => store.put(record)).then(
      () => true,
      () => false,
    );
    const before = [this.persistent, minuteOf(this.savedAt)].join();
    this.persistent = isWritten;
    if (isWritten) this.savedAt = new Date(record.savedAt);
    if ([isWritten, minuteOf(this.savedAt)].join() !== before) this.onSaved?.();
  }

  /**
   * The idempotency key for sending a body. The same body gets the same key, also after a reload, so that sending
   * twice creates one record; the key is on disk before it is handed out.
   */
  async keyFor(body: unknown, state: T): Promise<string> {
    const text = JSON.stringify(body);
    if (this.#request?.body !== text) this.#request = { key: randomId(), body: text };
    await this.#write(state);
    return this.#request.key;
  }

  /** Deletes the draft: the server has confirmed, or the person starts over. */
  async clear(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#pending = undefined;
    this.#request = undefined;
    if (this.#tab) await inStore('readwrite', (store) => store.delete([this.#form, this.#tab])).catch(() => {});
  }

  /** Closes the draft; what was not written yet is written. */
  close(): void {
    this.#flush();
    removeEventListener('pagehide', this.#flush);
    document.removeEventListener('visibilitychange', this.#flush);
    this.#release();
  }
}

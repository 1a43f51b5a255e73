import { once } from 'node:events';
import { rm, statfs } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { MessageChannel, Worker } from 'node:worker_threads';
import { ensurePrivateDirectory } from '../startup/private-files.ts';
import { StartRefusal, unusableDirectory } from '../startup/start-refusal.ts';
import {
  beginDatabase,
  damaged,
  examineDirectory,
  finishDatabase,
  forgetInventory,
  takeInventory,
} from './data-directory.ts';
import { lockDirectory, type DirectoryLock } from './directory-lock.ts';
import { DatabaseUnavailable, isStorageFull, StorageFull } from './errors.ts';
import type { PgliteReply, PgliteRequest, PgliteWorkerData } from './pglite-worker.ts';
import { refuseNetworkDisk } from './network-disk.ts';
import { PortStream } from './port-stream.ts';

/**
 * Room that is left alone: PostgreSQL writes its log in files of 16 MiB, and ends when it cannot begin the next one. With
 * writes refused before that, it goes on reading.
 */
const reservedRoom = 17 * 1024 * 1024;
/** How long a thread that is told to may take to say that it is there, in milliseconds. */
const pingPatience = 2000;
/** Between two tries to open a database that ended. */
const reopenPause = 1000;

/**
 * PostgreSQL inside this process: PGlite in a worker thread, so that a slow query never stops the HTTP loop. It speaks
 * the PostgreSQL protocol over a message port, so the same `pg` pool drives it and a real server. A thread that ends or
 * hangs is replaced by a new one, which finds everything that was committed.
 */
export class EmbeddedPostgres {
  readonly #directory: string | undefined;
  readonly #lock: DirectoryLock | undefined;
  #worker: Worker | undefined;
  #probing: Promise<void> | undefined;
  #reopening: Promise<Worker> | undefined;
  #closed: Promise<void> | undefined;

  private constructor(worker: Worker, directory: string | undefined, lock: DirectoryLock | undefined) {
    this.#directory = directory;
    this.#lock = lock;
    this.#use(worker);
  }

  /**
   * Opens (and creates when absent) the database in `directory`; without one it lives in memory.
   *
   * @throws StartRefusal when another process has it open, others may read it, or it is not whole
   */
  static async open(given?: string): Promise<EmbeddedPostgres> {
    if (given === undefined) return new EmbeddedPostgres(await startWorker(undefined), undefined, undefined);
    const directory = path.resolve(given);
    try {
      return await EmbeddedPostgres.#openIn(directory);
    } catch (error) {
      if (error instanceof StartRefusal) throw error;
      if (isStorageFull(error)) throw noRoom(directory, error);
      throw unusableDirectory(directory, (error as Error).message, error);
    }
  }

  static async #openIn(directory: string): Promise<EmbeddedPostgres> {
    await ensurePrivateDirectory(directory, 'database-exposed');
    await refuseNetworkDisk(directory);
    const lock = await lockDirectory(directory);
    try {
      const state = await examineDirectory(directory);
      if (state === 'empty') await beginDatabase(directory);
      const worker = await startWorker(directory);
      if (state === 'empty') await finishDatabase(directory);
      else await forgetInventory(directory);
      return new EmbeddedPostgres(worker, directory, lock);
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  /** What it is, in a sentence. */
  get description(): string {
    return this.#directory
      ? `embedded PostgreSQL in ${this.#directory}; every commit is on the disk (fsync) before it is acknowledged`
      : 'embedded PostgreSQL in memory; everything is gone when the process ends';
  }

  /** A new connection, in the form `pg` expects from `stream`. */
  connect(): PortStream {
    const { port1, port2 } = new MessageChannel();
    const stream = new PortStream(port1, () => this.#probe());
    this.#running().then(
      (worker) => worker.postMessage({ open: port2 } satisfies PgliteRequest, [port2]),
      (error: Error) => stream.destroy(error),
    );
    return stream;
  }

  /** A thread that answers, as far as known. */
  async #running(): Promise<Worker> {
    await this.#probing;
    return this.#worker ?? this.#reopen();
  }

  /**
   * Makes sure that something may be written.
   *
   * @throws StorageFull when there is hardly any room left
   * @throws DatabaseUnavailable when the directory is no longer ours alone
   */
  async checkWritable(): Promise<void> {
    if (!this.#directory) return;
    if (!(await this.#lock!.holds())) {
      throw new DatabaseUnavailable(
        `The lock of ${this.#directory} was removed: stop every server on it and start one`,
      );
    }
    if (await isFull(this.#directory))
      throw new StorageFull(`There is no room left for the database in ${this.#directory}`);
  }

  /** Finishes running statements, writes everything to disk and ends the worker; after `patience` it ends it anyway. */
  close(patience: number): Promise<void> {
    this.#closed ??= this.#close(patience);
    return this.#closed;
  }

  async #close(patience: number): Promise<void> {
    await this.#reopening?.catch(() => {});
    const worker = this.#worker;
    if (worker) {
      const whole = await ask(worker, { close: true }, patience);
      await worker.terminate();
      if (whole && this.#directory) await takeInventory(this.#directory).catch(() => {});
    }
    this.#lock?.release();
  }

  #use(worker: Worker): void {
    this.#worker = worker;
    const gone = () => {
      if (this.#worker === worker) this.#worker = undefined;
    };
    worker.once('exit', gone);
    // An error of the thread ends it; its connections close, and their statements fail.
    worker.once('error', gone);
  }

  /** Somebody gave up waiting: a thread that does not even say that it is there is ended. */
  #probe(): void {
    const worker = this.#worker;
    if (!worker || this.#closed) return;
    this.#probing = ask(worker, { ping: true }, pingPatience).then(async (alive) => {
      if (!alive) await worker.terminate();
    });
  }

  /** One try at a time, and a pause after it: everybody who comes meanwhile gets its result. */
  #reopen(): Promise<Worker> {
    if (this.#closed || !this.#directory) {
      return Promise.reject(new DatabaseUnavailable('The embedded database has ended'));
    }
    if (!this.#reopening) {
      const opening = startWorker(this.#directory).then(
        (worker) => {
          this.#use(worker);
          return worker;
        },
        (error: Error) => {
          if (error instanceof StartRefusal && error.code === 'storage-full') throw new StorageFull(error.message);
          throw new DatabaseUnavailable(error.message, { cause: error });
        },
      );
      this.#reopening = opening;
      opening
        .catch(() => setTimeout(reopenPause, undefined, { ref: false }))
        .then(() => {
          this.#reopening = undefined;
        });
    }
    return this.#reopening;
  }
}

async function isFull(directory: string): Promise<boolean> {
  const { bavail, bsize } = await statfs(directory);
  return bavail * bsize < reservedRoom;
}

/** Whether a worker does as it is told within `patience`. */
async function ask(worker: Worker, request: PgliteRequest, patience: number): Promise<boolean> {
  const signal = AbortSignal.timeout(patience);
  worker.postMessage(request);
  return once(worker, 'message', { signal }).then(
    ([reply]) => !('failed' in (reply as PgliteReply)),
    () => false,
  );
}

async function startWorker(directory: string | undefined): Promise<Worker> {
  // Left by one that was killed; it may be cut off, and names a process that is none. What keeps others out is our lock.
  if (directory) await rm(path.join(directory, 'postmaster.pid'), { force: true });
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const worker = new Worker(new URL(`./pglite-worker.${extension}`, import.meta.url), {
    workerData: (directory ? { directory } : {}) satisfies PgliteWorkerData,
  });
  const reply = await new Promise<PgliteReply>((resolve) => {
    worker.once('message', resolve);
    worker.once('error', () => resolve({ failed: '' }));
    worker.once('exit', () => resolve({ failed: '' }));
  });
  if ('ready' in reply) return worker;
  await worker.terminate();
  throw await refusal(directory ?? 'memory', reply);
}

async function refusal(directory: string, reply: PgliteReply): Promise<StartRefusal> {
  if ('damage' in reply) return damaged(directory, reply.damage);
  const said = 'failed' in reply ? reply.failed : '';
  if (/no space left|quota exceeded/i.test(said) || (await isFull(directory).catch(() => false))) {
    return noRoom(directory);
  }
  if (/permission denied|not permitted|read-only file system/i.test(said)) {
    return unusableDirectory(directory, `PostgreSQL says “${said}”`);
  }
  return damaged(directory, said ? `PostgreSQL says “${said}”` : 'PostgreSQL ended at its start and gave no reason');
}

function noRoom(directory: string, cause?: unknown): StartRefusal {
  return new StartRefusal(
    'storage-full',
    `There is no room left for the database in ${directory}. Make room – 100 MB at least – and start again; nothing is lost`,
    cause,
  );
}

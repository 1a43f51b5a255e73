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
  hasDatabase,
  missing,
  takeInventory,
} from './data-directory.ts';
import { lockDirectory, type DirectoryLock } from './directory-lock.ts';
import { DatabaseUnavailable, isStorageFull, StorageFull } from './errors.ts';
import type { PgliteReply, PgliteRequest, PgliteWorkerData } from './pglite-worker.ts';
import { refuseNetworkDisk } from './network-disk.ts';
import { PortStream } from './port-stream.ts';

/**
 * Disk space that is kept free: PostgreSQL writes its log in files of 16 MiB and stops when it cannot create the next one.
 * If writes are refused before that, reading goes on.
 */
const reservedSpace = 17 * 1024 * 1024;
/** How long the worker may take to reply to a ping, in milliseconds. */
const pingTimeout = 2000;
/** Milliseconds between two attempts to reopen a database whose worker ended. */
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
   * @param mustExist refuses a directory without a database, and leaves it as it is
   * @throws StartRefusal when another process has it open, others may read it, or it is not whole
   */
  static async open(given?: string, mustExist = false): Promise<EmbeddedPostgres> {
    if (given === undefined) return new EmbeddedPostgres(await startWorker(undefined), undefined, undefined);
    const directory = path.resolve(given);
    if (mustExist && !hasDatabase(directory)) throw missing(directory);
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

  /** A worker that is believed to be alive. */
  async #running(): Promise<Worker> {
    await this.#probing;
    return this.#worker ?? this.#reopen();
  }

  /**
   * Makes sure that writing is safe.
   *
   * @throws StorageFull when the disk is nearly full
   * @throws DatabaseUnavailable when the lock of the directory is gone
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

  /** Finishes running statements, writes everything to disk and ends the worker; after `timeout` it ends it anyway. */
  close(timeout: number): Promise<void> {
    this.#closed ??= this.#close(timeout);
    return this.#closed;
  }

  async #close(timeout: number): Promise<void> {
    await this.#reopening?.catch(() => {});
    const worker = this.#worker;
    if (worker) {
      const whole = await request(worker, { close: true }, timeout);
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

  /** Called after a statement timed out: terminates a worker that does not reply to a ping. */
  #probe(): void {
    const worker = this.#worker;
    if (!worker || this.#closed) return;
    this.#probing = request(worker, { ping: true }, pingTimeout).then(async (alive) => {
      if (!alive) await worker.terminate();
    });
  }

  /** One attempt at a time, then a pause: callers in the meantime share its result. */
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
  return bavail * bsize < reservedSpace;
}

/** Sends a message to a worker; whether it replied in time that it succeeded. */
async function request(worker: Worker, message: PgliteRequest, timeout: number): Promise<boolean> {
  const signal = AbortSignal.timeout(timeout);
  worker.postMessage(message);
  return once(worker, 'message', { signal }).then(
    ([reply]) => !('failed' in (reply as PgliteReply)),
    () => false,
  );
}

async function startWorker(directory: string | undefined): Promise<Worker> {
  // Left by a killed server: it may be truncated, and its process id means nothing here. Our own lock keeps others out.
  if (directory) await rm(path.join(directory, 'postmaster.pid'), { force: true });
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const worker = new Worker(new URL(`./pglite-worker.${extension}`, import.meta.url), {
    workerData: (directory ? { directory } : {}) satisfies PgliteWorkerData,
  });
  const reply = await new Promise<PgliteReply>((resolve) => {
    worker.once('message', resolve);
    worker.once('error', (error: Error) => resolve({ failed: error.message }));
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

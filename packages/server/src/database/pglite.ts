import { Duplex } from 'node:stream';
import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads';
import { lockDirectory } from './directory-lock.ts';
import type { PgliteReply, PgliteRequest, PgliteWorkerData } from './pglite-worker.ts';

/**
 * PostgreSQL inside this process: PGlite in a worker thread, so that a slow query never stops the HTTP loop. It speaks
 * the PostgreSQL protocol over a message port, so the same `pg` pool drives it and a real server.
 */
export class EmbeddedPostgres {
  readonly #worker: Worker;
  readonly #release: () => Promise<void>;
  #ended = false;
  #closed: Promise<void> | undefined;

  private constructor(worker: Worker, release: () => Promise<void>) {
    this.#worker = worker;
    this.#release = release;
    worker.once('exit', () => {
      this.#ended = true;
    });
  }

  /**
   * Opens (and creates when absent) the database in `directory`; without one it lives in memory.
   *
   * @throws Error when another process has it open, or the directory holds no usable database
   */
  static async open(directory?: string): Promise<EmbeddedPostgres> {
    const release = directory ? await lockDirectory(directory) : async () => {};
    try {
      return new EmbeddedPostgres(await startWorker(directory), release);
    } catch (error) {
      await release();
      throw error;
    }
  }

  /** A new connection, in the form `pg` expects from `stream`. */
  connect(): PortStream {
    const { port1, port2 } = new MessageChannel();
    const stream = new PortStream(port1);
    if (this.#ended)
      queueMicrotask(() => stream.destroy(new Error('Connection terminated: the embedded database ended')));
    else this.#worker.postMessage({ open: port2 } satisfies PgliteRequest, [port2]);
    return stream;
  }

  /** Finishes running statements, writes everything to disk and ends the worker. */
  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    if (!this.#ended) {
      const exited = new Promise((resolve) => {
        this.#worker.once('exit', resolve);
      });
      this.#worker.postMessage({ close: true } satisfies PgliteRequest);
      await exited;
    }
    await this.#release();
  }
}

async function startWorker(directory: string | undefined): Promise<Worker> {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const worker = new Worker(new URL(`./pglite-worker.${extension}`, import.meta.url), {
    workerData: (directory ? { directory } : {}) satisfies PgliteWorkerData,
  });
  const reply = await new Promise<PgliteReply>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  if (!('failed' in reply)) return worker;
  await worker.terminate();
  throw new Error(`The embedded database did not open: ${reply.failed}`);
}

/** A socket look-alike over a message port: what `pg` uses of `net.Socket`, no more. */
class PortStream extends Duplex {
  readonly #port: MessagePort;

  constructor(port: MessagePort) {
    super({ autoDestroy: true, emitClose: true });
    this.#port = port;
    port.on('message', (bytes: Uint8Array) => this.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)));
    port.on('close', () => this.destroy());
  }

  connect(): this {
    queueMicrotask(() => this.emit('connect'));
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    this.#port.ref();
    return this;
  }

  unref(): this {
    this.#port.unref();
    return this;
  }

  override _read(): void {
    // Bytes are pushed as they arrive.
  }

  override _write(bytes: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#port.postMessage(new Uint8Array(bytes));
    done();
  }

  override _writev(chunks: { chunk: Buffer }[], done: (error?: Error | null) => void): void {
    this.#port.postMessage(new Uint8Array(Buffer.concat(chunks.map(({ chunk }) => chunk))));
    done();
  }

  override _final(done: (error?: Error | null) => void): void {
    this.#port.close();
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#port.close();
    done(error);
  }
}

import { Duplex } from 'node:stream';
import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads';
import type { PgliteReply, PgliteRequest, PgliteWorkerData } from './pglite-worker.ts';

/**
 * PostgreSQL inside this process: PGlite in a worker thread, so that a slow query never stops the HTTP loop. It speaks
 * the PostgreSQL protocol over a message port, so the same `pg` pool drives it and a real server.
 */
export class EmbeddedPostgres {
  readonly #worker: Worker;
  #closed: Promise<void> | undefined;

  private constructor(worker: Worker) {
    this.#worker = worker;
  }

  /** Opens (and creates when absent) the database in `directory`; without one it lives in memory. */
  static async open(directory?: string): Promise<EmbeddedPostgres> {
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
    const worker = new Worker(new URL(`./pglite-worker.${extension}`, import.meta.url), {
      workerData: (directory ? { directory } : {}) satisfies PgliteWorkerData,
    });
    await new Promise<void>((resolve, reject) => {
      worker.once('message', (reply: PgliteReply) =>
        'failed' in reply ? reject(new Error(`The embedded database did not open: ${reply.failed}`)) : resolve(),
      );
      worker.once('error', reject);
    });
    return new EmbeddedPostgres(worker);
  }

  /** A new connection, in the form `pg` expects from `stream`. */
  connect(): PortStream {
    const { port1, port2 } = new MessageChannel();
    this.#worker.postMessage({ open: port2 } satisfies PgliteRequest, [port2]);
    return new PortStream(port1);
  }

  /** Finishes running statements, writes everything to disk and ends the worker. */
  close(): Promise<void> {
    this.#closed ??= new Promise((resolve) => {
      this.#worker.once('exit', () => resolve());
      this.#worker.postMessage({ close: true } satisfies PgliteRequest);
    });
    return this.#closed;
  }
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

import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';

/** What the main thread hands over: where the data lives; absent for a database in memory. */
export interface PgliteWorkerData {
  directory?: string;
}

/** Main thread → worker. */
export type PgliteRequest = { open: MessagePort } | { close: true };
/** Worker → main thread. */
export type PgliteReply = { ready: true } | { failed: string } | { closed: true };

const startupLength = 4;
/** Answers longer than this, in bytes, go out in parts, so that the reader can begin. */
const largestAnswer = 64 * 1024;
const protocolVersion3 = 196608;

/**
 * One connection: bytes of the PostgreSQL protocol in, bytes out. PGlite is a single session, so the pool opens one
 * connection at a time; what a lost one left open is rolled back before the next.
 */
class Connection {
  readonly #port: MessagePort;
  readonly #database: PGlite;
  #pending: Uint8Array = new Uint8Array(0);
  #started = false;
  #work: Promise<void> = Promise.resolve();

  constructor(port: MessagePort, database: PGlite) {
    this.#port = port;
    this.#database = database;
    port.on('message', (bytes: Uint8Array) => {
      this.#work = this.#work.then(() => this.#receive(bytes)).catch(() => this.#port.close());
    });
    port.on('close', () => {
      this.#work = this.#work.then(() => this.#rollBackIfOpen()).catch(() => undefined);
    });
  }

  /** Resolves when everything received so far has been answered. */
  idle(): Promise<void> {
    return this.#work;
  }

  /** Runs what came in together, and answers it together: each message between threads costs more than many statements. */
  async #receive(bytes: Uint8Array): Promise<void> {
    this.#pending =
      this.#pending.length === 0 ? bytes : join([this.#pending, bytes], this.#pending.length + bytes.length);
    let answer: Uint8Array<ArrayBuffer>[] = [];
    let size = 0;
    const post = () => {
      if (size > 0) this.#port.postMessage(join(answer, size));
      answer = [];
      size = 0;
    };
    await this.#database.runExclusive(async () => {
      for (let message = this.#next(); message; message = this.#next()) {
        await this.#database.execProtocolRawStream(message, {
          onRawData: (part) => {
            answer.push(part.slice());
            size += part.length;
            if (size > largestAnswer) post();
          },
        });
      }
    });
    post();
  }

  /** The next whole message, or undefined until more bytes arrive. The first one has no type byte. */
  #next(): Uint8Array<ArrayBuffer> | undefined {
    const view = new DataView(this.#pending.buffer, this.#pending.byteOffset, this.#pending.byteLength);
    const header = this.#started ? 1 : 0;
    if (this.#pending.length < header + startupLength) return undefined;
    const length = header + view.getInt32(header);
    if (this.#pending.length < length) return undefined;
    if (!this.#started && view.getInt32(4) === protocolVersion3) this.#started = true;
    const message = this.#pending.slice(0, length);
    this.#pending = this.#pending.subarray(length);
    return message;
  }

  async #rollBackIfOpen(): Promise<void> {
    if (this.#database.isInTransaction()) await this.#database.exec('ROLLBACK');
  }
}

function join(parts: readonly Uint8Array[], size: number): Uint8Array {
  const joined = new Uint8Array(size);
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}

async function run(): Promise<void> {
  const main = parentPort;
  if (!main) throw new Error('pglite-worker runs only as a worker');
  const { directory } = workerData as PgliteWorkerData;
  const database = await PGlite.create({ ...(directory ? { dataDir: directory } : {}), extensions: { pg_trgm } });
  let connection: Connection | undefined;
  main.on('message', async (request: PgliteRequest) => {
    if ('open' in request) {
      await connection?.idle();
      connection = new Connection(request.open, database);
      return;
    }
    await connection?.idle();
    await database.close();
    main.postMessage({ closed: true } satisfies PgliteReply);
    main.close();
  });
  main.postMessage({ ready: true } satisfies PgliteReply);
}

run().catch((error: unknown) => {
  parentPort?.postMessage({ failed: error instanceof Error ? error.message : String(error) } satisfies PgliteReply);
});

import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { SyncedFiles, syncedStart } from './pglite-files.ts';

/** What the main thread hands over: where the data lives; absent for a database in memory. */
export interface PgliteWorkerData {
  directory?: string;
}

/** Main thread → worker. */
export type PgliteRequest = { open: MessagePort } | { ping: true } | { close: true };
/** Worker → main thread. */
export type PgliteReply =
  | { ready: true }
  | { pong: true }
  | { closed: true }
  /** The database cannot be used; the text is PostgreSQL's last message, or empty. */
  | { failed: string }
  /** A part of the database is missing; `damage` names it. */
  | { damage: string };

const startupLength = 4;
/** Replies longer than this, in bytes, are sent in parts, so that the reader can begin. */
const largestReply = 64 * 1024;
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

  /** Resolves when there is a reply to everything received so far. */
  idle(): Promise<void> {
    return this.#work;
  }

  /** Runs all messages that arrived together and sends one reply: a message between threads costs more than many statements. */
  async #receive(bytes: Uint8Array): Promise<void> {
    this.#pending =
      this.#pending.length === 0 ? bytes : join([this.#pending, bytes], this.#pending.length + bytes.length);
    let reply: Uint8Array<ArrayBuffer>[] = [];
    let size = 0;
    const post = () => {
      if (size > 0) this.#port.postMessage(join(reply, size));
      reply = [];
      size = 0;
    };
    await this.#database.runExclusive(async () => {
      for (let message = this.#next(); message; message = this.#next()) {
        await this.#database.execProtocolRawStream(message, {
          onRawData: (part) => {
            reply.push(part.slice());
            size += part.length;
            if (size > largestReply) post();
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

const main = parentPort!;
const say = (reply: PgliteReply) => main.postMessage(reply);

/** The last thing that PostgreSQL said before it gave up. */
let lastWord = '';

function hear(line: string): boolean {
  lastWord = /(?:FATAL|PANIC): +(.*)/.exec(line)?.[1] ?? lastWord;
  return false;
}

/** This code of PGlite's means that a statement failed; anything else thrown, that PostgreSQL did. */
const statementFailed = 100;

/** After a panic PGlite tries the same statement again, for ever. The thread ends instead; a new one can be started. */
function endOnPanic(database: PGlite): void {
  const module = database.Module;
  const step = module._PostgresMainLoopOnce;
  module._PostgresMainLoopOnce = () => {
    try {
      step();
    } catch (error) {
      if ((error as { status?: number }).status !== statementFailed) {
        say({ failed: lastWord });
        process.exit(1);
      }
      throw error;
    }
  };
}

/** A table or index whose file is gone, or shorter than it was when last counted: tables grow, and shrink only by VACUUM. */
const findDamage = `
  SELECT relname AS name, file, size IS NULL AS missing
  FROM (SELECT relname, relpages, pg_relation_filepath(oid) AS file FROM pg_class WHERE relkind IN ('r', 'i', 't', 'S')) AS each
  CROSS JOIN LATERAL (SELECT (pg_stat_file(file, true)).size) AS found
  WHERE file IS NOT NULL AND (size IS NULL OR size = 0 AND relpages > 0 OR size < least(relpages, 131072)::bigint * 8192)
  LIMIT 1`;

async function refuseDamage(database: PGlite): Promise<void> {
  const [found] = (await database.query<{ name: string; file: string; missing: boolean }>(findDamage)).rows;
  if (found) say({ damage: `${found.file}, which holds ${found.name}, is ${found.missing ? 'missing' : 'cut off'}` });
}

async function run(): Promise<void> {
  const { directory } = workerData as PgliteWorkerData;
  const stored: PGliteOptions = directory ? { fs: new SyncedFiles(directory), startParams: syncedStart } : {};
  const database = await PGlite.create({ ...stored, onStderr: hear, extensions: { pg_trgm } });
  endOnPanic(database);
  if (directory) await refuseDamage(database);
  let connection: Connection | undefined;
  main.on('message', async (request: PgliteRequest) => {
    if ('ping' in request) return say({ pong: true });
    await connection?.idle();
    if ('open' in request) {
      connection = new Connection(request.open, database);
      return;
    }
    await database.close();
    say({ closed: true });
    main.close();
  });
  say({ ready: true });
}

// Errors thrown by PGlite itself describe its internals and help no administrator.
run().catch(() => say({ failed: lastWord }));

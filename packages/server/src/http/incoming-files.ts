import { randomUUID } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { mkdir, mkdtemp, open, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unavailable } from '../problems/problem.ts';
import { FairQueue } from '../load/fair-queue.ts';
import { declaredSize, writeBody } from './body.ts';

/** An uploaded file; its bytes are on the disk and are read from there. */
export interface IncomingFile {
  content: Blob;
  sha256: string;
}

const mebibyte = 1024 ** 2;
/** The least that a request counts. */
const leastSize = mebibyte / 16;

/** No request runs that long. */
const longestRequest = 60 * 60 * 1000;

/**
 * Uploads that are being received. They are written to the disk, so that many or slow ones take no memory, and share a fixed
 * amount of it, counted by their announced sizes.
 */
export class IncomingFiles {
  /** All of it may be in use at once: senders may be slow, and no upload waits for another to finish. */
  readonly #room = new FairQueue({ atOnce: 4096 * mebibyte, room: 4096 * mebibyte, speed: 20 * mebibyte });
  readonly #given: string | undefined;
  #directory: Promise<string> | undefined;

  /** @param directory for this alone; without one it is made among the system's temporary files */
  constructor(directory: string | undefined) {
    this.#given = directory;
  }

  /** Receives the body of a request, and deletes it when the work with it is done. */
  async receive<T>(
    request: Request,
    { caller, limit }: { caller: string | undefined; limit: number },
    work: (file: IncomingFile) => Promise<T>,
  ): Promise<T> {
    const size = Math.min(declaredSize(request) ?? limit, limit);
    return this.#room.run(caller, Math.max(size, leastSize), async () => {
      const name = path.join(await this.#open(), randomUUID());
      try {
        return await work(await receiveInto(name, request, size));
      } finally {
        await rm(name, { force: true });
      }
    });
  }

  /** Removes files left by processes that were killed. */
  async sweep(): Promise<void> {
    if (this.#given === undefined) return;
    const directory = await this.#open();
    for (const name of await readdir(directory)) {
      const file = path.join(directory, name);
      // A file that is gone was just finished.
      const found = await stat(file).catch(() => undefined);
      if (found && Date.now() - found.mtimeMs > longestRequest) await rm(file, { force: true });
    }
  }

  async close(): Promise<void> {
    if (this.#given === undefined && this.#directory) await rm(await this.#directory, { recursive: true, force: true });
  }

  async #open(): Promise<string> {
    this.#directory ??= makeDirectory(this.#given);
    try {
      return await this.#directory;
    } catch (error) {
      this.#directory = undefined;
      throw unavailable(error);
    }
  }
}

async function makeDirectory(given: string | undefined): Promise<string> {
  if (given === undefined) return mkdtemp(path.join(tmpdir(), 'dvk-incoming-'));
  await mkdir(given, { recursive: true, mode: 0o700 });
  return given;
}

async function receiveInto(name: string, request: Request, limit: number): Promise<IncomingFile> {
  const file = await open(name, 'wx', 0o600).catch((error: unknown) => {
    throw unavailable(error);
  });
  let sha256: string;
  try {
    sha256 = await writeBody(request, limit, file);
  } finally {
    await file.close();
  }
  return { content: await openAsBlob(name, { type: request.headers.get('content-type') ?? '' }), sha256 };
}

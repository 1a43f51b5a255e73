import { createHash } from 'node:crypto';
import type { Context } from '../http/route.ts';
import { HttpProblem, unavailable } from '../problems/problem.ts';
import type { FileStorage } from '../storage/index.ts';
import { contentName } from './contents.ts';
import type { AttachmentRow } from './table.ts';

/** Where files are kept; a server without is answered 503. */
export function storageOf({ services }: Context): FileStorage {
  if (!services.storage) throw new HttpProblem('unavailable');
  return services.storage;
}

/** Waits for the storage; its failure is answered 503, because a later try may succeed. */
export async function orUnavailable<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw unavailable(error);
  }
}

/** Reads piece by piece, so that many downloads at once need little memory. */
async function digestOf(file: Blob): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of file.stream()) hash.update(piece);
  return hash.digest('hex');
}

/**
 * A stored file, for somebody who may read it.
 *
 * @throws HttpProblem `not-found` where its bytes are missing or were changed
 */
export async function openFile(row: AttachmentRow, context: Context): Promise<File> {
  const content = await orUnavailable(storageOf(context).read(contentName(row)));
  if (!content || (await orUnavailable(digestOf(content))) !== row.sha256) {
    context.log.error({ attachment: row.id }, content ? 'a stored file was changed' : 'a stored file is missing');
    throw new HttpProblem('not-found');
  }
  return new File([content], row.name, { type: row.mediaType });
}

/** Reads a file into memory once; `bytes()` of a file on the disk would hold it twice. */
export async function bytesOf(file: Blob): Promise<Uint8Array> {
  const bytes = new Uint8Array(file.size);
  let at = 0;
  for await (const piece of file.stream()) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

import { createHash } from 'node:crypto';
import { attachments } from '@dvk/sdk/attachments';
import { newId } from '../database/index.ts';
import { appendEvent } from '../events/index.ts';
import { HttpProblem, unavailable } from '../problems/problem.ts';
import { implement, implementPrepared, type Context, type Route } from '../http/route.ts';
import { lookUp } from '../records/find.ts';
import type { FileStorage } from '../storage/index.ts';
import { contentName, subjectOf } from './contents.ts';
import { fileName } from './file-name.ts';
import { fitBytes, inspectFile, type Inspected } from './inspect.ts';
import { immutable, type AttachmentRow } from './table.ts';
import { findAttachment, insertAttachment } from './store.ts';
import { UnfitFile } from './unfit-file.ts';

function storageOf({ services }: Context): FileStorage {
  if (!services.storage) throw new HttpProblem('unavailable');
  return services.storage;
}

/** Waits for the storage. Full, slow or out of reach, it is no fault of whoever asks, and may be well again soon. */
async function stored<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw unavailable(error);
  }
}

/** Into memory once; `bytes()` of a file on the disk holds it twice on the way. */
async function bytesOf(file: Blob): Promise<Uint8Array> {
  const bytes = new Uint8Array(file.size);
  let at = 0;
  for await (const piece of file.stream()) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** Piece by piece, so that many downloads at once need little memory. */
async function digestOf(file: Blob): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of file.stream()) hash.update(piece);
  return hash.digest('hex');
}

/** Does a part of the work on a file; one that is not fit is refused in words. */
async function judged<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UnfitFile) throw new HttpProblem('unsupported-media-type', { detail: error.text });
    throw error;
  }
}

/** Looks at a file and stores it, before the transaction opens, in the turns of whoever sent it. */
async function receive(file: Blob, disposition: string, context: Context): Promise<AttachmentRow> {
  const { db, caller } = context;
  const { uploadQuota, fileQueues } = context.services;
  const storage = storageOf(context);
  await uploadQuota.check(db, { size: file.size, pixels: 0 }, context);
  const { looking, drawing } = fileQueues;
  const found = await looking.run(caller, 1, () => judged(async () => inspectFile(await bytesOf(file))));
  await uploadQuota.check(db, { size: file.size, pixels: found.pixels }, context);
  const work = async () => {
    const bytes = await judged(async () => fitBytes(await bytesOf(file), found));
    return keep({ ...found, name: fileName(disposition, found.mediaType), bytes }, storage, context);
  };
  // A turn lasts until the file is stored, so that no more than those are held in memory.
  return found.pixels > 0 ? drawing.run(caller, found.pixels, work) : looking.run(caller, 1, work);
}

/**
 * Its row comes first: whatever fails afterwards, the row leads to the bytes, and both are removed after a day unless the
 * answer reached somebody who attaches the file.
 */
async function keep(
  { name, bytes, mediaType, pixels }: Inspected & { name: string; bytes: Uint8Array },
  storage: FileStorage,
  context: Context,
): Promise<AttachmentRow> {
  const { db, session, now } = context;
  const { uploadQuota } = context.services;
  const row: AttachmentRow = {
    tenant: session.tenant,
    id: newId(),
    name,
    mediaType,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    uploadedAt: now,
    uploader: session.subject,
    subject: null,
    place: null,
    looseSince: now,
  };
  await uploadQuota.charge(db, { id: row.id, size: row.size, pixels }, context, () => insertAttachment(db, row));
  try {
    await stored(storage.write(contentName(row), bytes));
  } catch (error) {
    await uploadQuota.refund(db, row);
    throw error;
  }
  return row;
}

/** A file is read by whoever may read the record it belongs to, and until it belongs to one by its uploader. */
async function mayRead({ subject, uploader }: AttachmentRow, context: Context): Promise<boolean> {
  if (subject === null) return uploader !== null && uploader === context.session.subject;
  const [area = '', id = ''] = subject.split('/');
  const records = context.services.records.get(area);
  return records !== undefined && (await lookUp(records, context, id)) !== undefined;
}

export const attachmentRoutes: readonly Route[] = [
  implementPrepared(
    attachments.upload,
    ({ body, headers }, context) => receive(body, headers['content-disposition'], context),
    async (_request, context, row) => {
      const { mediaType, size, sha256 } = row;
      const data = { mediaType, size, sha256 };
      const state = { file: immutable(row) };
      await appendEvent(context, { subject: subjectOf(row.id), kind: 'attachment.uploaded', data, state });
      return row;
    },
  ),

  implement(attachments.download, async ({ params }, context) => {
    const row = await findAttachment(context.db, context.session.tenant, params.id);
    if (!row || !(await mayRead(row, context))) throw new HttpProblem('not-found');
    const content = await stored(storageOf(context).read(contentName(row)));
    if (!content || (await stored(digestOf(content))) !== row.sha256) {
      context.log.error({ attachment: row.id }, content ? 'a stored file was changed' : 'a stored file is missing');
      throw new HttpProblem('not-found');
    }
    return new File([content], row.name, { type: row.mediaType });
  }),
];

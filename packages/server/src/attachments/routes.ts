import { createHash } from 'node:crypto';
import { attachments } from '@dvk/sdk/attachments';
import { newId } from '../database/index.ts';
import { actorOf, appendEvent } from '../events/index.ts';
import { namedSession } from '../policy/index.ts';
import { HttpProblem } from '../problems/problem.ts';
import { implement, implementPrepared, type Context, type Route } from '../http/route.ts';
import type { FileStorage } from '../storage/index.ts';
import { contentName, subjectOf } from './contents.ts';
import { fileName } from './file-name.ts';
import { storedBytes, inspectFile, type Inspected } from './inspect.ts';
import { immutable, type AttachmentRow } from './table.ts';
import { findAttachment, insertAttachment } from './store.ts';
import { bytesOf, openFile, orUnavailable, storageOf } from './open-file.ts';
import { thumbnailOf } from './thumbnails.ts';
import { UnfitFile } from './unfit-file.ts';

/** Runs a part of the work on a file, and turns `UnfitFile` into a refusal with its reason. */
async function refusingUnfit<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UnfitFile) throw new HttpProblem('unsupported-media-type', { detail: error.text });
    throw error;
  }
}

/** Inspects and stores a file before the transaction opens, in the caller's turns. */
async function receive(file: Blob, disposition: string, context: Context): Promise<AttachmentRow> {
  const { db, caller } = context;
  const { uploadQuota, fileQueues } = context.services;
  const storage = storageOf(context);
  await uploadQuota.check(db, { size: file.size, pixels: 0 }, context);
  const { inspection, redrawing } = fileQueues;
  const found = await inspection.run(caller, 1, () => refusingUnfit(async () => inspectFile(await bytesOf(file))));
  await uploadQuota.check(db, { size: file.size, pixels: found.pixels }, context);
  const work = async () => {
    const bytes = await refusingUnfit(async () => storedBytes(await bytesOf(file), found));
    return store({ ...found, name: fileName(disposition, found.mediaType), bytes }, storage, context);
  };
  // A turn lasts until the file is stored, which limits how many files are in memory.
  return found.pixels > 0 ? redrawing.run(caller, found.pixels, work) : inspection.run(caller, 1, work);
}

/**
 * The row is written first: whatever fails afterwards, it names the bytes, and a sweep removes both after a day unless the
 * file is attached.
 */
async function store(
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
    uploader: namedSession(session).subject,
    subject: null,
    place: null,
    looseSince: now,
  };
  const charged = { id: row.id, size: row.size, pixels };
  await uploadQuota.charge(context.transaction, charged, context, (queries) => insertAttachment(queries, row));
  try {
    await orUnavailable(storage.write(contentName(row), bytes));
  } catch (error) {
    await uploadQuota.refund(db, row);
    throw error;
  }
  return row;
}

/** A file is read by whoever may read the record it belongs to, and until it belongs to one by its uploader. */
async function mayRead({ subject, uploader }: AttachmentRow, context: Context): Promise<boolean> {
  if (subject === null) return uploader !== null && uploader === context.session.subject;
  return context.services.maySee(context, subject);
}

export const attachmentRoutes: readonly Route[] = [
  implementPrepared(
    attachments.upload,
    ({ body, headers }, context) => receive(body, headers['content-disposition'], context),
    async (_request, context, row) => {
      const { mediaType, size, sha256 } = row;
      const data = { mediaType, size, sha256 };
      const state = { file: immutable(row) };
      const actor = actorOf(namedSession(context.session));
      await appendEvent(context, { subject: subjectOf(row.id), kind: 'attachment.uploaded', data, state }, actor);
      return row;
    },
  ),

  implement(attachments.download, async ({ params }, context) => {
    const row = await findAttachment(context.db, context.session.tenant, params.id);
    if (!row || !(await mayRead(row, context))) throw new HttpProblem('not-found');
    return openFile(row, context);
  }),

  implement(attachments.thumbnail, async ({ params }, context) => {
    const row = await findAttachment(context.db, context.session.tenant, params.id);
    if (!row || !(await mayRead(row, context))) throw new HttpProblem('not-found');
    return thumbnailOf(row, context);
  }),
];

import { createHash } from 'node:crypto';
import type { Context } from '../http/route.ts';
import { UnchangingFile } from '../http/unchanging-file.ts';
import { HttpProblem } from '../problems/problem.ts';
import { sameBytes } from '../secrets/keyring.ts';
import { thumbnailName } from './contents.ts';
import { drawSmall, isImage, readHeader } from './images.ts';
import { bytesOf, openFile, orUnavailable, storageOf } from './open-file.ts';
import type { AttachmentRow } from './table.ts';
import { UnfitFile } from './unfit-file.ts';

const sealLength = 32;

/** Only we make it: a picture put into the storage by somebody else, or for another file, is not shown. */
function sealOf({ tenant, id, sha256 }: AttachmentRow, picture: Uint8Array, { services }: Context): Buffer {
  const digest = createHash('sha256').update(picture).digest('hex');
  return services.keyring.mac('thumbnail', tenant, id, sha256, digest);
}

/**
 * A small picture of an image, made when it is first asked for, in the caller's turn, and stored beside the image.
 *
 * @throws HttpProblem `not-found` for what is no image or cannot be drawn, `unavailable`
 */
export async function thumbnailOf(row: AttachmentRow, context: Context): Promise<UnchangingFile> {
  if (!isImage(row.mediaType)) throw new HttpProblem('not-found');
  const picture = (await storedPicture(row, context)) ?? (await makePicture(row, context));
  const etag = `"${row.sha256.slice(0, 32)}-small"`;
  return new UnchangingFile([new Uint8Array(picture)], `${row.name}.webp`, { type: 'image/webp', etag });
}

async function storedPicture(row: AttachmentRow, context: Context): Promise<Uint8Array | undefined> {
  const stored = await orUnavailable(storageOf(context).read(thumbnailName(row)));
  if (!stored) return undefined;
  const bytes = await orUnavailable(bytesOf(stored));
  const picture = bytes.subarray(sealLength);
  return sameBytes(Buffer.from(bytes.subarray(0, sealLength)), sealOf(row, picture, context)) ? picture : undefined;
}

async function makePicture(row: AttachmentRow, context: Context): Promise<Uint8Array> {
  const { caller, services } = context;
  const { inspection, redrawing } = services.fileQueues;
  try {
    const file = await openFile(row, context);
    const { pixels } = await inspection.run(caller, 1, async () => readHeader(await bytesOf(file)));
    return await redrawing.run(caller, pixels, async () => {
      const picture = await drawSmall(await bytesOf(file));
      const stored = Buffer.concat([sealOf(row, picture, context), picture]);
      await orUnavailable(storageOf(context).write(thumbnailName(row), stored));
      return picture;
    });
  } catch (error) {
    // An imported file is stored as it came.
    if (error instanceof UnfitFile) throw new HttpProblem('not-found');
    throw error;
  }
}

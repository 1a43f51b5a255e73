import type { MediaType } from '@dvk/sdk/attachments';
import { fileTypeFromBuffer } from 'file-type';
import pLimit from 'p-limit';
import { isImage, isPhoneImage, redraw } from './images.ts';
import { checkOffice } from './office/check-office.ts';
import { checkPdf, pdfHeader } from './pdf.ts';
import { UnfitFile } from './unfit-file.ts';

/** A file fit to be kept. */
export interface FitFile {
  mediaType: MediaType;
  /** As it will be stored: an image drawn anew, anything else as it came. */
  bytes: Uint8Array;
}

const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le');

/** Large images take memory while they are drawn: so many files at a time, the others wait. */
const turns = pLimit(2);

/**
 * Finds out what a file is, from its content alone, and makes it fit to be kept.
 *
 * @throws UnfitFile
 */
export function inspectFile(bytes: Uint8Array): Promise<FitFile> {
  return turns(() => inspect(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)));
}

async function inspect(bytes: Buffer): Promise<FitFile> {
  if (bytes.length === 0) throw new UnfitFile('empty');
  if (bytes.toString('latin1', 0, 4) === 'PK\x03\x04') return { mediaType: await checkOffice(bytes), bytes };
  const found = (await fileTypeFromBuffer(bytes))?.mime ?? '';
  // Of a moving picture the first frame is kept.
  const mediaType = found === 'image/apng' ? 'image/png' : found;
  if (isImage(mediaType)) return { mediaType, bytes: await redraw(bytes, mediaType) };
  if (isPhoneImage(mediaType)) throw new UnfitFile('heic');
  if (['', 'application/pdf'].includes(mediaType) && pdfHeader(bytes) >= 0) {
    checkPdf(bytes);
    return { mediaType: 'application/pdf', bytes };
  }
  // What Office makes of a document with a password.
  if (mediaType === 'application/x-cfb' && bytes.includes(encryptedPackage)) throw new UnfitFile('locked');
  throw new UnfitFile('kind');
}

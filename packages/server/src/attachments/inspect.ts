import { checkOffice, UnfitOfficeFile } from '@dvk/documents/check';
import type { MediaType } from '@dvk/sdk/attachments';
import { fileTypeFromBuffer } from 'file-type';
import { isImage, isPhoneImage, readHeader, redraw, type ImageHeader } from './images.ts';
import { checkPdf, pdfHeader } from './pdf.ts';
import { UnfitFile } from './unfit-file.ts';

/** What a file is. */
export interface Inspected extends ImageHeader {
  /** What it is stored as. */
  mediaType: MediaType;
  /** The pixels to redraw; 0 for a document. */
  pixels: number;
}

const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * Finds out what a file is, from its content alone, and whether it can be taken. Of an image only the header is read.
 *
 * @throws UnfitFile
 */
export function inspectFile(bytes: Uint8Array): Promise<Inspected> {
  return inspect(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}

/**
 * The bytes to store: an image redrawn, a document unchanged.
 *
 * @throws UnfitFile
 */
export async function storedBytes(bytes: Uint8Array, { mediaType, ...header }: Inspected): Promise<Uint8Array> {
  return isImage(mediaType) ? redraw(bytes, mediaType, header) : bytes;
}

async function inspect(bytes: Buffer): Promise<Inspected> {
  if (bytes.length === 0) throw new UnfitFile('empty');
  if (bytes.toString('latin1', 0, 4) === 'PK\x03\x04') return { mediaType: await officeType(bytes), pixels: 0 };
  const found = (await fileTypeFromBuffer(bytes))?.mime ?? '';
  // Of an animated image the first frame is stored.
  const mediaType = found === 'image/apng' ? 'image/png' : found;
  if (isImage(mediaType)) return { mediaType, ...(await readHeader(bytes)) };
  if (isPhoneImage(mediaType)) return { mediaType: 'image/jpeg', ...(await readHeader(bytes)) };
  if (['', 'application/pdf'].includes(mediaType) && pdfHeader(bytes) >= 0) {
    checkPdf(bytes);
    return { mediaType: 'application/pdf', pixels: 0 };
  }
  // The container of an Office document with a password.
  if (mediaType === 'application/x-cfb' && bytes.includes(encryptedPackage)) throw new UnfitFile('locked');
  throw new UnfitFile('kind');
}

async function officeType(bytes: Uint8Array): Promise<MediaType> {
  try {
    return await checkOffice(bytes);
  } catch (error) {
    if (!(error instanceof UnfitOfficeFile)) throw error;
    throw Object.assign(new UnfitFile(error.reason), { cause: error });
  }
}

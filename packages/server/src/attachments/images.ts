import { maxFileSize } from '@dvk/sdk/attachments';
import sharp, { type Sharp } from 'sharp';
import { UnfitFile } from './unfit-file.ts';

/** The sensor of a 50-megapixel phone fits; what decodes to more is taken for an attack. */
export const maxPixels = 52_000_000;
/** The longest side of a JPEG. An image of one narrow column takes as long for each pixel as others for a row of them. */
const longestSide = 65_535;
/** The better coding of a JPEG holds it in memory, 6 bytes a pixel, and takes several times as long. */
const mostForBestCoding = 16_000_000;

// No image comes twice, and what is kept of the last ones is kept from others.
sharp.cache(false);

const encoders = {
  'image/jpeg': (image: Sharp, pixels: number) =>
    image.jpeg({ quality: 86, optimiseCoding: pixels <= mostForBestCoding }),
  'image/png': (image: Sharp) => image.png(),
  'image/webp': (image: Sharp) => image.webp({ quality: 86 }),
} as const;

export type ImageType = keyof typeof encoders;

export function isImage(mediaType: string): mediaType is ImageType {
  return Object.hasOwn(encoders, mediaType);
}

/** What newer phones write unless told otherwise, and few programs read. */
export function isPhoneImage(mediaType: string): boolean {
  return /^image\/(?:hei[cf](?:-sequence)?|avif)$/.test(mediaType);
}

/** Times an image is drawn, each time smaller, until it fits. Two do mostly. */
const mostDrawings = 3;

/**
 * The pixels of an image, read from its header before any of them is decoded. Those of an image that is held in memory
 * whole count twice.
 *
 * @throws UnfitFile `damaged`, `too-many-pixels` or `too-many-pixels-held`
 */
export async function countPixels(bytes: Uint8Array): Promise<number> {
  const { format, width, height, isProgressive, depth } = await readable(
    sharp(bytes, { limitInputPixels: false }).metadata(),
  );
  if (Math.max(width, height) > longestSide) throw new UnfitFile('too-many-pixels');
  const held = format === 'webp' || (format === 'png' && (isProgressive || depth === 'ushort'));
  const pixels = width * height * (held ? 2 : 1);
  if (pixels > maxPixels) throw new UnfitFile(held ? 'too-many-pixels-held' : 'too-many-pixels');
  return pixels;
}

/**
 * Draws an image anew: turned the way its camera was held, in sRGB, its first frame only, and without anything else the
 * file carried – position, camera, thumbnails, comments, or another file hidden behind the picture. One that was packed
 * more tightly than we do it, and would come out larger than a file may be, is drawn with fewer pixels.
 *
 * @param pixels as counted by {@link countPixels}
 * @throws UnfitFile `damaged`, or `too-many-pixels` when it never fits
 */
export async function redraw(bytes: Uint8Array, mediaType: ImageType, pixels: number): Promise<Buffer> {
  let side = 0;
  for (let drawing = 1; drawing <= mostDrawings; drawing += 1) {
    const image = sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error', sequentialRead: true }).autoOrient();
    if (drawing > 1) image.resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });
    const encoded = encoders[mediaType](image, pixels);
    const { data, info } = await readable(encoded.toBuffer({ resolveWithObject: true }));
    if (data.length <= maxFileSize) return data;
    // A little less than in proportion, because smaller pictures pack less well.
    side = Math.floor(Math.max(info.width, info.height) * Math.sqrt(maxFileSize / data.length) * 0.9);
  }
  throw new UnfitFile('too-many-pixels');
}

async function readable<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    throw Object.assign(new UnfitFile('damaged'), { cause: error });
  }
}

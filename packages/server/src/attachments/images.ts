import { maxFileSize } from '@dvk/sdk/attachments';
import sharp, { type Sharp } from 'sharp';
import { UnfitFile } from './unfit-file.ts';

/** The sensor of a 50-megapixel phone fits; what decodes to more is taken for an attack. */
const maxPixels = 52_000_000;

const encoders = {
  'image/jpeg': (image: Sharp) => image.jpeg({ quality: 86 }),
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
 * Draws an image anew: turned the way its camera was held, in sRGB, its first frame only, and without anything else the
 * file carried – position, camera, thumbnails, comments, or another file hidden behind the picture. One that was packed
 * more tightly than we do it, and would come out larger than a file may be, is drawn with fewer pixels.
 *
 * @throws UnfitFile `damaged` or `too-many-pixels`
 */
export async function redraw(bytes: Uint8Array, mediaType: ImageType): Promise<Buffer> {
  // A size of its own check, because libvips reports its limit only in words.
  const { width, height } = await readable(sharp(bytes, { limitInputPixels: false }).metadata());
  if (width * height > maxPixels) throw new UnfitFile('too-many-pixels');
  let side = Math.max(width, height);
  for (let drawing = 1; drawing <= mostDrawings; drawing += 1) {
    const image = sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error', sequentialRead: true })
      .autoOrient()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });
    const drawn = await readable(encoders[mediaType](image).toBuffer());
    if (drawn.length <= maxFileSize) return drawn;
    // A little less than in proportion, because smaller pictures pack less well.
    side = Math.floor(side * Math.sqrt(maxFileSize / drawn.length) * 0.9);
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

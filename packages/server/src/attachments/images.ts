import { maxFileSize } from '@dvk/sdk/attachments';
import sharp, { type Sharp } from 'sharp';
import { decodeHeic } from './heic.ts';
import { UnfitFile } from './unfit-file.ts';

/** Enough for a 50-megapixel phone; an image that decodes to more is taken for an attack. */
export const maxPixels = 52_000_000;
/** The longest side that a JPEG can have. Very narrow images take far longer per pixel. */
const longestSide = 65_535;
/** Above so many pixels JPEGs are encoded without optimised coding, which needs 6 bytes of memory a pixel and several times as long. */
const maxPixelsForOptimisedCoding = 16_000_000;

// No image comes twice: a cache would only take memory from others.
sharp.cache(false);

const encoders = {
  'image/jpeg': (image: Sharp, pixels: number) =>
    image.jpeg({ quality: 86, optimiseCoding: pixels <= maxPixelsForOptimisedCoding }),
  'image/png': (image: Sharp) => image.png(),
  'image/webp': (image: Sharp) => image.webp({ quality: 86 }),
} as const;

export type ImageType = keyof typeof encoders;

export function isImage(mediaType: string): mediaType is ImageType {
  return Object.hasOwn(encoders, mediaType);
}

/** The default formats of newer phones, which few programs can read: they become JPEG. */
export function isPhoneImage(mediaType: string): boolean {
  return /^image\/(?:hei[cf](?:-sequence)?|avif)$/.test(mediaType);
}

/** How a photo of a phone is compressed: sharp decodes AV1, we do HEVC. */
type Compression = 'hevc' | 'av1';

/** An image before it is redrawn. */
export interface ImageHeader {
  /** Those of an image that is held in memory whole count twice. */
  pixels: number;
  /** Of a photo of a phone. */
  compression?: Compression;
}

/** How often an image is redrawn, each time smaller, until it fits; twice is usually enough. */
const maxAttempts = 3;

/**
 * What the header of an image says, before any pixel is decoded.
 *
 * @throws UnfitFile `damaged`, `phone-photo`, `too-many-pixels` or `too-many-pixels-held`
 */
export async function readHeader(bytes: Uint8Array): Promise<ImageHeader> {
  const { format, width, height, isProgressive, depth, compression } = await readable(
    sharp(bytes, { limitInputPixels: false }).metadata(),
  );
  if (Math.max(width, height) > longestSide) throw new UnfitFile('too-many-pixels');
  const held = ['webp', 'heif'].includes(format) || (format === 'png' && (isProgressive || depth === 'ushort'));
  const pixels = width * height * (held ? 2 : 1);
  if (pixels > maxPixels) throw new UnfitFile(held ? 'too-many-pixels-held' : 'too-many-pixels');
  if (format !== 'heif') return { pixels };
  if (compression !== 'hevc' && compression !== 'av1') throw new UnfitFile('phone-photo');
  return { pixels, compression };
}

/**
 * Redraws an image: upright, in sRGB, its first frame only, and without anything else in the file – position, camera,
 * thumbnails, comments, or another file hidden behind the picture. If the result is larger than a file may be, because the
 * original was compressed better, it is redrawn with fewer pixels.
 *
 * @throws UnfitFile `damaged`, `phone-photo`, or `too-many-pixels` when it never fits
 */
export async function redraw(bytes: Uint8Array, mediaType: ImageType, header: ImageHeader): Promise<Buffer> {
  const { pixels, compression } = header;
  const open = compression === 'hevc' ? await openHeic(bytes, pixels) : () => openImage(bytes);
  let side = 0;
  for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
    const image = open();
    if (attempt > 1) image.resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });
    const encoded = encoders[mediaType](image, pixels);
    const { data, info } = await readable(encoded.toBuffer({ resolveWithObject: true }));
    if (data.length <= maxFileSize) return data;
    // A little less than in proportion, because smaller pictures compress less well.
    side = Math.floor(Math.max(info.width, info.height) * Math.sqrt(maxFileSize / data.length) * 0.9);
  }
  throw new UnfitFile('too-many-pixels');
}

function openImage(bytes: Uint8Array): Sharp {
  return sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error', sequentialRead: true }).autoOrient();
}

async function openHeic(bytes: Uint8Array, pixels: number): Promise<() => Sharp> {
  // They were counted twice.
  const { data, width, height } = await decodeHeic(bytes, { maxPixels: pixels / 2 });
  return () => sharp(data, { raw: { width, height, channels: 3 } });
}

/** The longest side of a small picture. */
const smallSide = 320;

/**
 * A small picture of an image, upright, WebP.
 *
 * @throws UnfitFile `damaged`
 */
export function drawSmall(bytes: Uint8Array): Promise<Buffer> {
  return readable(
    openImage(bytes)
      .resize({ width: smallSide, height: smallSide, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 75 })
      .toBuffer(),
  );
}

async function readable<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    throw Object.assign(new UnfitFile('damaged'), { cause: error });
  }
}

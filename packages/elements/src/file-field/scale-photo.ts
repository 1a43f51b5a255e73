/**
 * Makes photos small before they are sent: upright, at most 2,048 pixels long, without anything but the picture – no place, no camera.
 * Loaded when somebody chooses a photo. The same file is the script of its worker, so that no other address is needed; it imports
 * nothing, because a worker has no page.
 */

/** A photo as it is sent, and a small one to show. */
export interface ScaledPhoto {
  /** Absent where the photo as it is serves better. */
  photo?: Blob;
  /** A `data:` address, the only kind that strict pages show. */
  thumbnail: string;
}

/** Enough to read a house number across the street; some 500 KB. */
const longestSide = 2048;
const quality = 0.85;
/** Below that, sending it costs less than making it smaller. */
const smallFile = 600 * 1024;
/** Twice the size of a tile, for dense screens. */
const tile = 184;
/** What others can read, too. */
const kept = ['image/png', 'image/webp', 'image/jpeg'];
/** Longer than any photo takes: then the worker has died without a word. */
const patience = 20_000;

type Canvas = OffscreenCanvas | HTMLCanvasElement;

const hasPage = typeof document !== 'undefined';

function newCanvas(width: number, height: number): Canvas {
  if (!hasPage) return new OffscreenCanvas(width, height);
  return Object.assign(document.createElement('canvas'), { width, height });
}

function toBlob(canvas: Canvas, type: string): Promise<Blob> {
  if ('convertToBlob' in canvas) return canvas.convertToBlob({ type, quality });
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('not encoded'))), type, quality),
  );
}

function toAddress(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(reader.error!);
    reader.readAsDataURL(blob);
  });
}

/** What is to be a JPEG has no transparent parts. */
function draw(
  picture: ImageBitmap,
  { width, height, isOpaque }: { width: number; height: number; isOpaque: boolean },
  from = { x: 0, y: 0, side: 0 },
): Canvas {
  const canvas = newCanvas(width, height);
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  context.imageSmoothingQuality = 'high';
  if (isOpaque) {
    context.fillStyle = '#fff';
    context.fillRect(0, 0, width, height);
  }
  if (from.side) context.drawImage(picture, from.x, from.y, from.side, from.side, 0, 0, width, height);
  else context.drawImage(picture, 0, 0, width, height);
  return canvas;
}

/** Rejects for what this browser cannot draw. */
async function scale(file: Blob): Promise<ScaledPhoto> {
  // Turned as the camera was held.
  const picture = await createImageBitmap(file);
  try {
    const { width, height } = picture;
    const factor = Math.min(1, longestSide / Math.max(width, height));
    const side = Math.min(width, height);
    const middle = { x: (width - side) / 2, y: (height - side) / 2, side };
    const thumbnail = await toAddress(
      await toBlob(draw(picture, { width: tile, height: tile, isOpaque: true }, middle), 'image/jpeg'),
    );
    const isReadable = kept.includes(file.type);
    if (isReadable && factor === 1 && file.size <= smallFile) return { thumbnail };
    const type = isReadable ? file.type : 'image/jpeg';
    const size = {
      width: Math.max(1, Math.round(width * factor)),
      height: Math.max(1, Math.round(height * factor)),
      isOpaque: type === 'image/jpeg',
    };
    const photo = await toBlob(draw(picture, size), type);
    return isReadable && photo.size >= file.size ? { thumbnail } : { photo, thumbnail };
  } finally {
    picture.close();
  }
}

interface Reply {
  id: number;
  scaled?: ScaledPhoto;
}

if (!hasPage && 'postMessage' in self)
  self.onmessage = async ({ data }: MessageEvent<{ id: number; file: Blob }>) => {
    const scaled = await scale(data.file).catch(() => undefined);
    self.postMessage({ id: data.id, scaled } as Reply);
  };

let worker: Worker | undefined;
/** Why there is none is no matter: an old browser, a policy of the page, a file on another server. */
let hasNoWorker = !hasPage || typeof Worker === 'undefined' || typeof OffscreenCanvas === 'undefined';
let lastId = 0;

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): {
    createScriptURL(url: string): unknown;
  };
}

/** Strict pages want addresses of scripts to come from a policy. */
function newWorker(): Worker {
  const url = import.meta.url;
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const trusted = trustedTypes?.createPolicy('dvk-worker', { createScriptURL: () => url }).createScriptURL(url) ?? url;
  return new Worker(trusted as string, { type: 'module' });
}

function scaleInWorker(file: Blob): Promise<ScaledPhoto | undefined> {
  worker ??= newWorker();
  const asked = worker;
  const id = ++lastId;
  return new Promise((resolve, reject) => {
    const stop = new AbortController();
    const { signal } = stop;
    const timer = setTimeout(() => fail(), patience);
    const fail = (event?: Event) => {
      event?.preventDefault();
      done();
      asked.terminate();
      worker = undefined;
      hasNoWorker = true;
      reject(new Error('the worker has died'));
    };
    const done = () => {
      clearTimeout(timer);
      stop.abort();
    };
    asked.addEventListener('error', fail, { signal });
    asked.addEventListener('messageerror', fail, { signal });
    asked.addEventListener(
      'message',
      ({ data }: MessageEvent<Reply>) => {
        if (data.id !== id) return;
        done();
        resolve(data.scaled);
      },
      { signal },
    );
    asked.postMessage({ id, file });
  });
}

/**
 * A smaller copy of a photo and a picture of it, made beside the page where the browser can; `undefined` for what it cannot draw,
 * such as HEIC in most browsers.
 */
export async function scalePhoto(file: Blob): Promise<ScaledPhoto | undefined> {
  if (!hasNoWorker)
    try {
      return await scaleInWorker(file);
    } catch {
      // In the page itself, then; decoding and encoding do not block it either.
      hasNoWorker = true;
    }
  return scale(file).catch(() => undefined);
}

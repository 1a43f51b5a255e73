/** Decodes one HEIC photo and ends: run as a thread of its own by `heic.ts`. */
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';

/** What the thread is asked for. */
export interface HeicRequest {
  bytes: Uint8Array;
  /** The photo may not have more. */
  maxPixels: number;
  /** Bytes that the decoder may hold. */
  maxMemory: number;
}

/** Pixels in rows without gaps, three bytes each: red, green, blue. */
export interface Pixels {
  width: number;
  height: number;
  data: Uint8Array<ArrayBuffer>;
}

export type HeicReply = Pixels | { failed: string };

/** A handle of the decoder, or why there is none. */
type OrError<T> = (T & { code?: undefined }) | { code: object; message: string };

/** What we use of libheif; its package describes the functions in C only. */
interface Libheif {
  heif_error_code: { heif_error_Ok: unknown };
  heif_colorspace: { heif_colorspace_RGB: unknown };
  heif_chroma: { heif_chroma_interleaved_RGB: unknown };
  heif_context_alloc: () => object;
  heif_context_read_from_memory: (context: object, bytes: Uint8Array) => { code: unknown; message: string };
  heif_js_context_get_primary_image_handle: (context: object) => OrError<object>;
  heif_image_handle_get_width: (handle: object) => number;
  heif_image_handle_get_height: (handle: object) => number;
  heif_js_decode_image2: (
    handle: object,
    colorspace: unknown,
    chroma: unknown,
  ) => Promise<OrError<{ channels: { width: number; height: number; stride: number; data: Uint8Array }[] }>>;
}

/** Has the memory of WebAssembly end at a limit: what would grow beyond it is told that there is none. */
function limitMemory(limit: number): void {
  const grow = WebAssembly.Memory.prototype.grow;
  WebAssembly.Memory.prototype.grow = function (pages) {
    if (this.buffer.byteLength + pages * 65_536 > limit) throw new RangeError('The decoder wants too much memory');
    return grow.call(this, pages);
  };
}

async function decode({ bytes, maxPixels, maxMemory }: HeicRequest): Promise<HeicReply> {
  limitMemory(maxMemory);
  const libheif = createRequire(import.meta.url)('libheif-js/wasm-bundle') as Libheif;
  const context = libheif.heif_context_alloc();
  const read = libheif.heif_context_read_from_memory(context, bytes);
  if (read.code !== libheif.heif_error_code.heif_error_Ok) return { failed: read.message };
  const handle = libheif.heif_js_context_get_primary_image_handle(context);
  if (handle.code !== undefined) return { failed: handle.message };
  const pixels = libheif.heif_image_handle_get_width(handle) * libheif.heif_image_handle_get_height(handle);
  if (pixels > maxPixels) return { failed: `The photo has ${pixels} pixels` };
  const decoded = await libheif.heif_js_decode_image2(
    handle,
    libheif.heif_colorspace.heif_colorspace_RGB,
    libheif.heif_chroma.heif_chroma_interleaved_RGB,
  );
  if (decoded.code !== undefined) return { failed: decoded.message };
  const { width, height, stride, data } = decoded.channels[0]!;
  const row = width * 3;
  const rows = new Uint8Array(row * height);
  for (let y = 0; y < height; y += 1) rows.set(data.subarray(y * stride, y * stride + row), y * row);
  return { width, height, data: rows };
}

const reply = await decode(workerData as HeicRequest).catch((error: unknown) => ({ failed: String(error) }));
parentPort!.postMessage(reply, 'data' in reply ? [reply.data.buffer] : []);

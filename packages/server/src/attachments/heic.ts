/**
 * Photos of phones in HEIC: sharp comes without a decoder for HEVC, so libheif decodes them, as WebAssembly and in a thread
 * of its own, which is ended when it takes too long or too much memory.
 */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { HeicReply, HeicRequest, Pixels } from './heic-worker.ts';
import { UnfitFile } from './unfit-file.ts';

export interface HeicLimits {
  /** The photo may not have more. */
  maxPixels: number;
  /** Bytes that the decoder may hold. */
  maxMemory: number;
  /** Milliseconds. */
  timeout: number;
}

const mebibyte = 1024 ** 2;

/** A photo of 24 megapixels takes 190 MiB, and 3 seconds on one slow core. */
const usualLimits = { maxMemory: 320 * mebibyte, timeout: 30_000 };

/**
 * The pixels of a HEIC photo, upright.
 *
 * @throws UnfitFile `phone-photo` for what cannot be decoded within the limits
 */
export async function decodeHeic(
  bytes: Uint8Array,
  limits: Partial<HeicLimits> & { maxPixels: number },
): Promise<Pixels> {
  const { timeout, maxPixels, maxMemory } = { ...usualLimits, ...limits };
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const worker = new Worker(new URL(`./heic-worker.${extension}`, import.meta.url), {
    workerData: { bytes, maxPixels, maxMemory } satisfies HeicRequest,
    resourceLimits: { maxOldGenerationSizeMb: 64 },
    // The decoder writes to the console what is wrong with a file.
    stdout: true,
    stderr: true,
  });
  try {
    const exit = once(worker, 'exit').then(() => [{ failed: 'the thread has ended' }]);
    const message = once(worker, 'message', { signal: AbortSignal.timeout(timeout) });
    const [reply] = (await Promise.race([message, exit])) as [HeicReply];
    if ('failed' in reply) throw new Error(reply.failed);
    return reply;
  } catch (error) {
    throw Object.assign(new UnfitFile('phone-photo'), { cause: error });
  } finally {
    await worker.terminate();
  }
}

/** The bytes of a part, piece by piece, and their CRC-32. */
import { damaged } from './error.ts';

const sums = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? 0xedb88320 ^ (sum >>> 1) : sum >>> 1;
  return sum;
});

/** Goes on with a CRC-32 over more bytes. */
export function addToSum(sum: number, bytes: Uint8Array): number {
  let next = ~sum;
  for (const byte of bytes) next = sums[(next ^ byte) & 0xff]! ^ (next >>> 8);
  return ~next >>> 0;
}

/** Bytes that come at a time where nothing has to be unpacked. */
const PIECE = 256 * 1024;

/** Cuts what is not packed into pieces, so that a reader of a large part lets others run in between. */
export async function* cut(data: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < data.length; at += PIECE) {
    if (at > 0) await new Promise((resolve) => setTimeout(resolve, 0));
    yield data.subarray(at, at + PIECE);
  }
}

/** Unpacks piece by piece. Leaving the loop early ends the work. */
export async function* inflate(data: Uint8Array): AsyncGenerator<Uint8Array> {
  const packed = new Blob([data as Uint8Array<ArrayBuffer>]).stream();
  const reader = packed.pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch {
    damaged();
  } finally {
    await reader.cancel().catch(() => {});
  }
}

import { HttpProblem } from '../problems/problem.ts';

/** Reads a request body of at most `limit` bytes; more is refused as soon as it is known. */
export async function readBody(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const coding = request.headers.get('content-encoding') ?? 'identity';
  if (coding.toLowerCase() !== 'identity') {
    throw new HttpProblem('unsupported-media-type', { headers: { 'accept-encoding': 'identity' } });
  }
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw new HttpProblem('payload-too-large');
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.length;
      if (size > limit) throw new HttpProblem('payload-too-large');
      chunks.push(chunk);
    }
  } catch (error) {
    // The sender went away, or its pieces are no HTTP: nothing of ours failed.
    throw error instanceof HttpProblem ? error : new HttpProblem('malformed-request');
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The JSON value of a request body. */
export async function readJson(request: Request, limit: number): Promise<unknown> {
  const mediaType = (request.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
  if (mediaType !== 'application/json') {
    throw new HttpProblem('unsupported-media-type', { headers: { accept: 'application/json' } });
  }
  const bytes = await readBody(request, limit);
  try {
    return JSON.parse(utf8.decode(bytes)) as unknown;
  } catch {
    throw new HttpProblem('malformed-request');
  }
}

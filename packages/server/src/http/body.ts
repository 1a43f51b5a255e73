import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { HttpProblem, unavailable } from '../problems/problem.ts';

/** The size that a request says its body has, if it does. */
export function declaredSize(request: Request): number | undefined {
  const text = request.headers.get('content-length') ?? '';
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

/** A request body of at most `limit` bytes, piece by piece; more is refused as soon as it is known. */
async function* piecesOf(request: Request, limit: number): AsyncGenerator<Uint8Array> {
  const coding = request.headers.get('content-encoding') ?? 'identity';
  if (coding.toLowerCase() !== 'identity') {
    throw new HttpProblem('unsupported-media-type', { headers: { 'accept-encoding': 'identity' } });
  }
  if ((declaredSize(request) ?? 0) > limit) throw new HttpProblem('payload-too-large');
  let size = 0;
  try {
    for await (const piece of request.body ?? []) {
      size += piece.length;
      if (size > limit) throw new HttpProblem('payload-too-large');
      yield piece;
    }
  } catch (error) {
    // The sender disconnected or sent malformed chunks: not a fault of the server.
    throw error instanceof HttpProblem ? error : new HttpProblem('malformed-request');
  }
}

/** Writes a request body to a file; returns its SHA-256. */
export async function writeBody(request: Request, limit: number, file: FileHandle): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of piecesOf(request, limit)) {
    hash.update(piece);
    try {
      await file.writeFile(piece);
    } catch (error) {
      throw unavailable(error);
    }
  }
  return hash.digest('hex');
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** An escape of half a character, which has its other half beside it or not. */
const halfCharacter = /\\u[dD][89a-fA-F]/;

/** A JSON value without half characters: they can neither be stored nor compared. */
function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map(wellFormed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name.toWellFormed(), wellFormed(part)]));
}

/** The bytes of a request body of one media type. */
async function readBody(request: Request, wanted: string, limit: number): Promise<Buffer> {
  const mediaType = (request.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
  if (mediaType !== wanted) throw new HttpProblem('unsupported-media-type', { headers: { accept: wanted } });
  const pieces: Uint8Array[] = [];
  for await (const piece of piecesOf(request, limit)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** The fields of a form as HTML sends it. */
export async function readForm(request: Request, limit: number): Promise<URLSearchParams> {
  const body = await readBody(request, 'application/x-www-form-urlencoded', limit);
  return new URLSearchParams(body.toString('utf8'));
}

/** The JSON value of a request body. */
export async function readJson(request: Request, limit: number): Promise<unknown> {
  const body = await readBody(request, 'application/json', limit);
  try {
    const text = utf8.decode(body);
    const value = JSON.parse(text) as unknown;
    return halfCharacter.test(text) ? wellFormed(value) : value;
  } catch {
    throw new HttpProblem('malformed-request');
  }
}

import { damaged } from './error.ts';

/** Bytes of a part, whole (in an array) or piece by piece. */
export type Pieces = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** What happens at the tags of a part. Names come without their prefix, which differs from writer to writer. */
export interface TagHandlers {
  /** `attributes` is a fresh object without declarations of namespaces. */
  open?: (name: string, attributes: Record<string, string>) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
}

/** Bytes parsed at a time, so that no part is held a second time as one long text. */
const SLICE = 256 * 1024;
/** Of one tag; the root of a document, which declares its namespaces, has some fifty. */
const MOST_ATTRIBUTES = 1000;
/** Tables within tables do not reach it by far; tags within tags without end would take all memory. */
const MOST_DEPTH = 1000;

const local = (name: string) => name.slice(name.indexOf(':') + 1);

function localAttributes(attributes: Readonly<Record<string, string>>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name of Object.keys(attributes)) {
    if (name === 'xmlns' || name.startsWith('xmlns:')) continue;
    const own = local(name);
    // No office program writes one thing with two prefixes; who does so wants it to be read in two ways.
    if (Object.hasOwn(kept, own) && kept[own] !== attributes[name]) damaged();
    kept[own] = attributes[name]!;
  }
  return kept;
}

/**
 * Reads a part from its first tag to its last, as the programs do that open it: characters written as references,
 * comments and UTF-16 hide nothing. What a handler throws comes through.
 *
 * @throws OfficeError `damaged` for what is not well-formed, nests without end or has a document type, which no office
 * program writes and whose entities can unfold without end
 */
export async function readTags(pieces: Pieces, handlers: TagHandlers): Promise<void> {
  const { SaxesParser } = await import('saxes');
  const parser = new SaxesParser();
  parser.on('error', damaged);
  parser.on('doctype', damaged);
  let depth = 0;
  let attributeCount = 0;
  parser.on('opentagstart', () => {
    depth += 1;
    attributeCount = 0;
    if (depth > MOST_DEPTH) damaged();
  });
  parser.on('attribute', () => {
    attributeCount += 1;
    if (attributeCount > MOST_ATTRIBUTES) damaged();
  });
  parser.on('opentag', ({ name, attributes }) => handlers.open?.(local(name), localAttributes(attributes)));
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    handlers.close?.(local(name));
  });
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  let decoder: TextDecoder | undefined;
  for await (const piece of pieces) {
    if (piece.length === 0) continue;
    decoder ??= new TextDecoder(encodingOf(piece), { fatal: true });
    for (let at = 0; at < piece.length; at += SLICE)
      parser.write(decode(decoder, piece.subarray(at, at + SLICE), { stream: true }));
  }
  parser.write(decoder ? decode(decoder) : '').close();
}

function decode(decoder: TextDecoder, bytes?: Uint8Array, options?: TextDecodeOptions): string {
  try {
    return decoder.decode(bytes, options);
  } catch {
    return damaged();
  }
}

/** UTF-16 is known by its mark, or by the zero byte beside the first `<`; everything else is UTF-8. */
export function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0x3c && bytes[1] === 0)) return 'utf-16le';
  if ((bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0 && bytes[1] === 0x3c)) return 'utf-16be';
  return 'utf-8';
}

import { SaxesParser } from 'saxes';
import { UnfitFile } from '../unfit-file.ts';

/** What happens at the tags of a part. Names come without their prefix, which differs from writer to writer. */
export interface TagHandlers {
  open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
}

const slice = 64 * 1024;

const local = (name: string) => name.slice(name.indexOf(':') + 1);

/**
 * Reads a part of an office file from its first tag to its last, as the programs do that open it: characters written as
 * entities, comments and other encodings hide nothing.
 *
 * @throws UnfitFile `damaged` for what is not well-formed or has a document type, which no office program writes
 */
export function readTags(bytes: Uint8Array, handlers: TagHandlers): void {
  const parser = new SaxesParser();
  parser.on('doctype', () => {
    throw new UnfitFile('damaged');
  });
  parser.on('opentag', ({ name, attributes }) => {
    const own: Record<string, string> = {};
    for (const key of Object.keys(attributes)) own[local(key)] = attributes[key]!;
    handlers.open?.(local(name), own);
  });
  parser.on('closetag', ({ name }) => handlers.close?.(local(name)));
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  const decoder = new TextDecoder(encodingOf(bytes), { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += slice)
      parser.write(decoder.decode(bytes.subarray(at, at + slice), { stream: true }));
    parser.write(decoder.decode()).close();
  } catch (error) {
    throw error instanceof UnfitFile ? error : Object.assign(new UnfitFile('damaged'), { cause: error });
  }
}

/** UTF-16 is known by its mark, or by the zero byte beside the first `<`; everything else is UTF-8. */
export function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0x3c && bytes[1] === 0)) return 'utf-16le';
  if ((bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0 && bytes[1] === 0x3c)) return 'utf-16be';
  return 'utf-8';
}

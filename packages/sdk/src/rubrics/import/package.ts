import { refuse } from '../say.ts';
import { MAX_FILE, MAX_UNFOLDED } from './limits.ts';

const MAX_PARTS = 2000;
/** Bytes fed at a time: deflate unfolds at most about a thousandfold, so no step can fill the memory. */
const SLICE = 16 * 1024;

/** The parts of an Office file (a zip archive), by name. */
export type Parts = Map<string, Uint8Array>;

function notOffice(): never {
  refuse(
    'not-an-office-file',
    '/file',
    'Tệp này không phải là .docx hoặc .xlsx, hoặc đã hỏng',
    'This file is not a .docx or .xlsx, or it is damaged',
  );
}

function tooLarge(): never {
  refuse('file-too-large', '/file', 'Tệp quá lớn hoặc mở ra quá lớn', 'The file is too large, or unfolds to too much');
}

function join(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/**
 * Unfolds an Office file, counting what really comes out: the sizes an archive states about itself prove nothing.
 * Throws `InputError` `not-an-office-file` or `file-too-large`.
 */
export async function openParts(file: Uint8Array): Promise<Parts> {
  if (file.length > MAX_FILE) tooLarge();
  // The container of .doc, .xls and of files locked with a password.
  if (file[0] === 0xd0 && file[1] === 0xcf) {
    refuse(
      'not-an-office-file',
      '/file',
      'Tệp .doc, .xls kiểu cũ hoặc có mật khẩu: hãy mở rồi lưu lại thành .docx hoặc .xlsx không mật khẩu',
      'An old .doc or .xls, or one with a password: open it and save it as .docx or .xlsx without one',
    );
  }
  if (file[0] !== 0x50 || file[1] !== 0x4b) notOffice();
  const { Unzip, UnzipInflate } = await import('fflate');
  const parts: Parts = new Map();
  let unfolded = 0;
  const unzip = new Unzip();
  unzip.register(UnzipInflate);
  unzip.onfile = (entry) => {
    if (parts.size >= MAX_PARTS) tooLarge();
    const chunks: Uint8Array[] = [];
    parts.set(entry.name, new Uint8Array());
    entry.ondata = (error, chunk, final) => {
      // What is thrown here comes back once more as `error`, without a chunk.
      unfolded += chunk?.length ?? 0;
      if (unfolded > MAX_UNFOLDED) tooLarge();
      if (error) notOffice();
      chunks.push(chunk);
      if (final) parts.set(entry.name, join(chunks));
    };
    entry.start();
  };
  try {
    for (let at = 0; at < file.length; at += SLICE) {
      unzip.push(file.subarray(at, at + SLICE), at + SLICE >= file.length);
    }
  } catch (error) {
    // The library's own errors are plain; ours carry a place.
    if (error instanceof Error && error.name === 'InputError') throw error;
    notOffice();
  }
  if (parts.size === 0) notOffice();
  // Office files have no document types; entities that unfold into each other are a bomb inside the bomb's shell.
  for (const [name, bytes] of parts) {
    if (/\.(?:xml|rels)$/i.test(name) && /<!(?:DOCTYPE|ENTITY)/i.test(new TextDecoder('latin1').decode(bytes)))
      notOffice();
  }
  return parts;
}

import { ArchiveError, openArchive, readPart } from '../../office/index.ts';
import { refuse } from '../say.ts';
import { MAX_FILE, MAX_UNFOLDED } from './limits.ts';

const MAX_PARTS = 2000;

/** What is never read, and may be large: pictures, fonts, settings of printers. */
const unread = /\.(?:png|jpe?g|jfif|gif|bmp|tiff?|webp|svg|emf|wmf|wdp|bin|odttf|ttf|fntdata|mp[34]|pdf)$/i;

/** The parts of an Office file (a zip archive), by name. A name finds its part in whatever case it is written. */
export class Parts extends Map<string, Uint8Array> {
  readonly #names = new Map<string, string>();

  #written(name: string): string {
    return this.#names.get(name.toLowerCase()) ?? name;
  }

  override get(name: string): Uint8Array | undefined {
    return super.get(this.#written(name));
  }

  override has(name: string): boolean {
    return super.has(this.#written(name));
  }

  override set(name: string, bytes: Uint8Array): this {
    this.#names.set(name.toLowerCase(), name);
    return super.set(name, bytes);
  }
}

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

function locked(): never {
  refuse(
    'not-an-office-file',
    '/file',
    'Tệp .doc, .xls kiểu cũ hoặc có mật khẩu: hãy mở rồi lưu lại thành .docx hoặc .xlsx không mật khẩu',
    'An old .doc or .xls, or one with a password: open it and save it as .docx or .xlsx without one',
  );
}

/**
 * Unfolds an Office file, counting what really comes out: the sizes an archive states about itself prove nothing.
 * Throws `InputError` `not-an-office-file` or `file-too-large`.
 */
export async function openParts(file: Uint8Array): Promise<Parts> {
  if (file.length > MAX_FILE) tooLarge();
  // The container of .doc, .xls and of files locked with a password.
  if (file[0] === 0xd0 && file[1] === 0xcf) locked();
  const parts = new Parts();
  let unfolded = 0;
  try {
    const archive = openArchive(file, MAX_PARTS);
    for (const part of archive.parts) {
      if (unread.test(part.name)) continue;
      const bytes = await readPart(archive, part, MAX_UNFOLDED - unfolded);
      unfolded += bytes.length;
      parts.set(part.name, bytes);
    }
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    if (error.fault === 'too-large') tooLarge();
    if (error.fault === 'locked') locked();
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

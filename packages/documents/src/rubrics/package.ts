import {
  CONTENT_TYPES,
  OfficeError,
  openArchive,
  readContentTypes,
  readPart,
  readRelations,
  relationsPartOf,
  type Archive,
  type ArchivePart,
  type Relation,
} from '@dvk/sdk/office';
import { refuse } from '@dvk/sdk/rubrics';
import { MAX_FILE, MAX_UNFOLDED } from './limits.ts';

const MAX_PARTS = 2000;

export function notOffice(): never {
  refuse(
    'not-an-office-file',
    '/file',
    'Tệp này không phải là .docx hoặc .xlsx, hoặc đã hỏng: hãy mở bằng chương trình của nó rồi lưu lại thành .docx hoặc .xlsx',
    'This file is not a .docx or .xlsx, or it is damaged: open it in its program and save it as .docx or .xlsx',
  );
}

function tooLarge(): never {
  refuse(
    'file-too-large',
    '/file',
    'Tệp quá lớn hoặc mở ra quá lớn: hãy tách riêng phần có bảng tiêu chí',
    'The file is too large, or unfolds to too much: keep only the part with the table of criteria',
  );
}

function locked(): never {
  refuse(
    'not-an-office-file',
    '/file',
    'Tệp .doc, .xls kiểu cũ hoặc có mật khẩu: hãy mở rồi lưu lại thành .docx hoặc .xlsx không mật khẩu',
    'An old .doc or .xls, or one with a password: open it and save it as .docx or .xlsx without one',
  );
}

/** Tells a fault of the container in words. */
async function inWords<T>(reading: () => T | Promise<T>): Promise<T> {
  try {
    return await reading();
  } catch (error) {
    if (!(error instanceof OfficeError)) throw error;
    if (error.fault === 'too-large') tooLarge();
    if (error.fault === 'locked') locked();
    notOffice();
  }
}

/** The main part of a file, and whose it is. */
export interface MainPart {
  name: string;
  program: 'word' | 'excel';
}

/**
 * The parts of an Office file. One is unfolded when it is asked for, counting what really comes out: the sizes that an
 * archive states about itself prove nothing. Names find their part in whatever case they are written. Every reader
 * throws `InputError` `not-an-office-file` or `file-too-large`.
 */
export class Parts {
  readonly #archive: Archive;
  readonly #parts: ReadonlyMap<string, ArchivePart>;
  #left = MAX_UNFOLDED;

  private constructor(archive: Archive) {
    this.#archive = archive;
    this.#parts = new Map(archive.parts.map((part) => [part.name.toLowerCase(), part]));
  }

  static open(file: Uint8Array): Promise<Parts> {
    if (file.length > MAX_FILE) tooLarge();
    // The container of .doc, .xls and of files locked with a password.
    if (file[0] === 0xd0 && file[1] === 0xcf) locked();
    return inWords(() => new Parts(openArchive(file, MAX_PARTS)));
  }

  has(name: string): boolean {
    return this.#parts.has(name.toLowerCase());
  }

  async read(name: string): Promise<Uint8Array | undefined> {
    const part = this.#parts.get(name.toLowerCase());
    if (!part) return undefined;
    const bytes = await inWords(() => readPart(this.#archive, part, this.#left));
    this.#left -= bytes.length;
    return bytes;
  }

  /** The relations of a part to other parts of the file; those of the file itself for `''`. */
  async relationsOf(part: string): Promise<Relation[]> {
    const name = relationsPartOf(part);
    const bytes = await this.read(name);
    if (!bytes) return [];
    return (await inWords(() => readRelations([bytes], name))).filter(({ external }) => !external);
  }

  /** The part that holds the document itself: the one the file names, else the usual one. */
  async main(): Promise<MainPart | undefined> {
    const named = (await this.relationsOf('')).find(({ type }) => type === 'officeDocument')?.target;
    const name = [named, 'word/document.xml', 'xl/workbook.xml'].find((each) => each !== undefined && this.has(each));
    if (name === undefined) return undefined;
    const list = await this.read(CONTENT_TYPES);
    const type = list ? (await inWords(() => readContentTypes([list]))).of(name) : '';
    if (/binary|presentationml/.test(type)) return undefined;
    return { name, program: /spreadsheetml|ms-excel/.test(type) || /^xl\//i.test(name) ? 'excel' : 'word' };
  }
}

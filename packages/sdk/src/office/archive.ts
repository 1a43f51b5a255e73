import { damaged, OfficeError } from './error.ts';
import { partName } from './part-name.ts';
import { addToSum, cut, inflate } from './unpack.ts';

const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const locator64Signature = 0x07064b50;
const centralSignature = 0x02014b50;
const localSignature = 0x04034b50;
const endLength = 22;
const locator64Length = 20;
const longestComment = 0xffff;
const wideField = 1;
const unicodePathField = 0x7075;
const unknown16 = 0xffff;
const unknown32 = 0xffffffff;

/** A part of an archive, as its central directory describes it. */
export interface ArchivePart {
  /** With `/` between folders and none in front, as {@link partName} writes it. */
  name: string;
  /** Its stated size in bytes, unpacked. */
  size: number;
  /** Bytes it takes in the archive. */
  packed: number;
  /** CRC-32 of its content. */
  sum: number;
  deflated: boolean;
  /** Where its local header begins. */
  at: number;
}

/** An opened archive. Nothing is unpacked before it is read. */
export interface Archive {
  parts: readonly ArchivePart[];
  /** Bytes before the archive: more than 0 in a file that is something else as well. */
  before: number;
  /**
   * The content of a part, piece by piece, so that a reader can count and stop. Throws `OfficeError` `damaged` when it
   * cannot be unpacked or differs from what the archive states.
   */
  read(part: ArchivePart): AsyncIterable<Uint8Array>;
}

/** Numbers of an archive, which is written with the low byte first; beyond its end it is damaged. */
class Numbers {
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  #checked(at: number, length: number): number {
    return at >= 0 && at + length <= this.#view.byteLength ? at : damaged();
  }

  u16(at: number): number {
    return this.#view.getUint16(this.#checked(at, 2), true);
  }

  u32(at: number): number {
    return this.#view.getUint32(this.#checked(at, 4), true);
  }

  /** A number of eight bytes; one too large to be counted with lies outside every file. */
  u64(at: number): number {
    const value = Number(this.#view.getBigUint64(this.#checked(at, 8), true));
    return Number.isSafeInteger(value) ? value : damaged();
  }
}

interface Directory {
  count: number;
  at: number;
  /** Added to every place that the archive states. */
  before: number;
}

/** The end record: the last one whose comment fits. Padding may follow it. */
function findEnd(bytes: Uint8Array, numbers: Numbers): number {
  const first = Math.max(0, bytes.length - endLength - longestComment);
  for (let at = bytes.length - endLength; at >= first; at--) {
    if (bytes[at] === 0x50 && numbers.u32(at) === endSignature && at + endLength + numbers.u16(at + 20) <= bytes.length)
      return at;
  }
  return damaged();
}

/** Where the central directory begins. Bytes before the archive shift every position. */
function findDirectory(bytes: Uint8Array, numbers: Numbers): Directory {
  let end = findEnd(bytes, numbers);
  let count = numbers.u16(end + 10);
  let size = numbers.u32(end + 12);
  let stated = numbers.u32(end + 16);
  const locator = end - locator64Length;
  if ((count === unknown16 || size === unknown32 || stated === unknown32) && locator >= 0) {
    if (numbers.u32(locator) === locator64Signature) {
      const stated64 = numbers.u64(locator + 8);
      // With bytes in front the record stands right before its locator instead, where nearly every writer puts it.
      const isThere = stated64 + 56 <= locator && numbers.u32(stated64) === end64Signature;
      end = isThere ? stated64 : locator - 56;
      if (numbers.u32(end) !== end64Signature) damaged();
      count = numbers.u64(end + 32);
      size = numbers.u64(end + 40);
      stated = numbers.u64(end + 48);
    }
  }
  const at = end - size;
  if (at < 0 || at < stated) damaged();
  // Some writers leave a gap before the end record; the directory then stands where it is stated.
  if (count > 0 && numbers.u32(at) !== centralSignature) {
    return numbers.u32(stated) === centralSignature ? { count, at: stated, before: 0 } : damaged();
  }
  return { count, at, before: at - stated };
}

function nameOf(bytes: Uint8Array): string {
  let name: string;
  try {
    name = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    name = new TextDecoder('latin1').decode(bytes);
  }
  const steps = partName(name).split('/');
  if (name.includes('\0') || steps.includes('..')) damaged();
  return steps.join('/');
}

interface Field {
  from: number;
  end: number;
}

/** Content of a field in the extra fields of a header. */
function extraField(numbers: Numbers, { from, end }: Field, id: number): Field | undefined {
  for (let at = from; at + 4 <= end; at += 4 + numbers.u16(at + 2))
    if (numbers.u16(at) === id) return { from: at + 4, end: at + 4 + numbers.u16(at + 2) };
  return undefined;
}

/** Size, packed size and place of a part, in that order in the extra field where they do not fit the header. */
function sizes(numbers: Numbers, header: number, extra: Field) {
  const found = {
    size: numbers.u32(header + 24),
    packed: numbers.u32(header + 20),
    at: numbers.u32(header + 42),
  };
  if (found.size !== unknown32 && found.packed !== unknown32 && found.at !== unknown32) return found;
  const wide = extraField(numbers, extra, wideField);
  if (!wide) return found;
  let { from } = wide;
  for (const key of ['size', 'packed', 'at'] as const) {
    if (found[key] !== unknown32) continue;
    if (from + 8 > wide.end) damaged();
    found[key] = numbers.u64(from);
    from += 8;
  }
  return found;
}

const isAscii = (text: string) => /^[\x20-\x7e]*$/.test(text);

/**
 * The name of a part. A second one in its extra fields is what some readers take instead – office programs do not –, so
 * it has to be the same.
 */
function nameIn(bytes: Uint8Array, numbers: Numbers, written: Field, extra: Field): string {
  const name = nameOf(bytes.subarray(written.from, written.end));
  const second = extraField(numbers, extra, unicodePathField);
  // The first name may be of an old code page, which the second one spells out. Before it stand a version and a sum.
  if (second && isAscii(name) && nameOf(bytes.subarray(second.from + 5, second.end)) !== name) damaged();
  return name;
}

function readDirectory(bytes: Uint8Array, numbers: Numbers, { count, at, before }: Directory): ArchivePart[] {
  const parts: ArchivePart[] = [];
  const names = new Set<string>();
  let header = at;
  let packed = 0;
  for (let index = 0; index < count; index++) {
    if (numbers.u32(header) !== centralSignature) damaged();
    const start = header;
    const flags = numbers.u16(header + 8);
    const method = numbers.u16(header + 10);
    const nameLength = numbers.u16(header + 28);
    const extraLength = numbers.u16(header + 30);
    const written = { from: header + 46, end: header + 46 + nameLength };
    const extra = { from: written.end, end: written.end + extraLength };
    const name = nameIn(bytes, numbers, written, extra);
    const found = sizes(numbers, header, extra);
    header += 46 + nameLength + extraLength + numbers.u16(header + 32);
    // A folder of its own; some writers note them.
    if (name === '' || name.endsWith('/')) continue;
    if (flags & 0x41 || method === 99) throw new OfficeError('locked');
    if (method !== 0 && method !== 8) damaged();
    // Names of parts are the same whatever their case.
    if (names.has(name.toLowerCase())) throw new OfficeError('twice');
    names.add(name.toLowerCase());
    // Parts that share their bytes are how a small file unpacks without end.
    packed += found.packed;
    if (packed > bytes.length) damaged();
    parts.push({ name, ...found, at: found.at + before, sum: numbers.u32(start + 16), deflated: method === 8 });
  }
  return parts;
}

/**
 * Opens a ZIP archive by its central directory, as Word and Excel do: what the local headers state – sizes left to a
 * descriptor, another name – is not believed. Takes archives of 64-bit sizes, names with `\`, and bytes before or
 * padding after the archive.
 *
 * @param maxParts - an archive with more is refused
 * @throws OfficeError
 */
export function openArchive(bytes: Uint8Array, maxParts: number): Archive {
  const numbers = new Numbers(bytes);
  const directory = findDirectory(bytes, numbers);
  if (directory.count > maxParts) throw new OfficeError('too-large');
  return {
    parts: readDirectory(bytes, numbers, directory),
    before: directory.before,
    async *read({ at, size, packed, sum, deflated }) {
      if (numbers.u32(at) !== localSignature) damaged();
      const from = at + 30 + numbers.u16(at + 26) + numbers.u16(at + 28);
      if (from + packed > bytes.length) damaged();
      // Some writers say of an empty part that it is deflated.
      if (packed === 0 && size === 0) return;
      const data = bytes.subarray(from, from + packed);
      let length = 0;
      let found = 0;
      for await (const piece of deflated ? inflate(data) : cut(data)) {
        length += piece.length;
        found = addToSum(found, piece);
        yield piece;
      }
      if (length !== size || found !== sum) damaged();
    },
  };
}

/**
 * Reads a part whole.
 *
 * @param most - bytes; a part that unpacks to more is `too-large`, whatever size it states
 * @throws OfficeError
 */
export async function readPart(archive: Archive, part: ArchivePart, most: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of archive.read(part)) {
    length += piece.length;
    if (length > most) throw new OfficeError('too-large');
    pieces.push(piece);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

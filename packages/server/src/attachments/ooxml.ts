import { pipeline } from 'node:stream/promises';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import type { MediaType } from '@dvk/sdk/attachments';
import { UnfitFile } from './unfit-file.ts';

/** Bounds of a plausible document; an archive beyond them is taken for a bomb. */
const maxEntries = 10_000;
const maxInflated = 256 * 1024 * 1024;
const maxContentTypes = 1024 * 1024;

const contentTypesName = '[Content_Types].xml';
const wordMain = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const sheetMain = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

/** Parts that carry code: VBA projects, ActiveX controls, Excel 4.0 macro sheets. */
const codeParts = /(^|\/)(vbaProject[^/]*\.bin|vbaData\.xml|activeX\/.*|macrosheets\/.*|intlmacrosheets\/.*)$/i;
const codeTypes = /macroEnabled|vbaProject|activeX|intlmacrosheet|excel4/i;

/**
 * Checks that an archive is a Word document or an Excel workbook without macros, every part of which unpacks to what it
 * claims, within bounds. Parts are unpacked to be measured and are kept nowhere.
 *
 * @throws UnfitFile `kind`, `damaged`, `locked`, `macros` or `too-big-inside`
 */
export async function checkOoxml(bytes: Buffer): Promise<MediaType> {
  const archive = await openArchive(bytes);
  if (archive.entryCount > maxEntries) throw new UnfitFile('too-big-inside');
  const names = new Set<string>();
  let contentTypes: string | undefined;
  let inflated = 0;
  try {
    for await (const entry of archive.eachEntry()) {
      if (entry.isEncrypted()) throw new UnfitFile('locked');
      if (codeParts.test(entry.fileName)) throw new UnfitFile('macros');
      // Two parts of one name: readers differ in which they take.
      if (names.has(entry.fileName)) throw new UnfitFile('damaged');
      names.add(entry.fileName);
      if (inflated + entry.uncompressedSize > maxInflated) throw new UnfitFile('too-big-inside');
      const wanted = entry.fileName === contentTypesName;
      if (wanted && entry.uncompressedSize > maxContentTypes) throw new UnfitFile('too-big-inside');
      const { size, content } = await inflate(archive, entry, wanted);
      inflated += size;
      if (wanted) contentTypes = new TextDecoder('utf-8', { fatal: true }).decode(content);
    }
  } catch (error) {
    throw error instanceof UnfitFile ? error : Object.assign(new UnfitFile('damaged'), { cause: error });
  }
  return typeFrom(contentTypes ?? '', names);
}

async function openArchive(bytes: Buffer): Promise<ZipFile> {
  try {
    return await yauzl.fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true });
  } catch (error) {
    throw Object.assign(new UnfitFile('damaged'), { cause: error });
  }
}

/** Unpacks one part; the reader itself refuses a part that is longer or shorter than declared. */
async function inflate(archive: ZipFile, entry: Entry, keep: boolean): Promise<{ size: number; content: Buffer }> {
  const chunks: Buffer[] = [];
  let size = 0;
  const source = await archive.openReadStreamPromise(entry);
  await pipeline(source, async (parts: AsyncIterable<Buffer>) => {
    for await (const part of parts) {
      size += part.length;
      if (keep) chunks.push(part);
    }
  });
  return { size, content: Buffer.concat(chunks) };
}

function typeFrom(contentTypes: string, names: ReadonlySet<string>): MediaType {
  // Written otherwise than any office program does, so that a type could be hidden from the look below.
  if (/<!DOCTYPE|<!ENTITY|<!--|&#/i.test(contentTypes)) throw new UnfitFile('kind');
  if (codeTypes.test(contentTypes)) throw new UnfitFile('macros');
  if (contentTypes.includes(wordMain) && names.has('word/document.xml')) {
    return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  }
  if (contentTypes.includes(sheetMain) && names.has('xl/workbook.xml')) {
    return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  }
  throw new UnfitFile('kind');
}

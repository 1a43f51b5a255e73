import type { MediaType } from '@dvk/sdk/attachments';
import { ArchiveError, openArchive, readPart, type Archive, type ArchivePart } from '@dvk/sdk/office';
import { UnfitFile, type UnfitReason } from '../unfit-file.ts';
import { checkConnections, checkExternalLink } from './data-links.ts';
import { checkFields, hasFields } from './fields.ts';
import { isRelationsPart, judgeRelation, relationsIn, type Relation } from './relations.ts';
import { encodingOf, readTags } from './tags.ts';

/** Bounds of a plausible document; an archive beyond them is taken for a bomb. */
const maxParts = 10_000;
const maxUnfolded = 256 * 1024 * 1024;
/** Parts that are read and not only measured. */
const maxRead = 64 * 1024 * 1024;
const maxContentTypes = 1024 * 1024;
/** A chart carries its workbook, and that may hold a chart. */
const maxNesting = 3;

const contentTypesName = '[content_types].xml';
const documents: Readonly<Record<string, MediaType>> = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml':
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml':
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Parts that carry code, by their usual names: VBA projects, ActiveX controls, Excel 4.0 macro sheets. */
const codeParts = /(?:^|\/)(?:vbaProject[^/]*\.bin|vbaData\.xml|activeX\/.*|macrosheets\/.*|intlmacrosheets\/.*)$/i;
const codeTypes = /macroEnabled|vbaProject|vbaData|activeX|macrosheet|excel4/i;

const reasons: Readonly<Record<ArchiveError['fault'], UnfitReason>> = {
  damaged: 'damaged',
  locked: 'locked',
  twice: 'damaged',
  'too-large': 'too-big-inside',
};

/**
 * Checks that an archive is a Word document or an Excel workbook that does nothing by itself: no macros, nothing
 * fetched from elsewhere, no other file or program inside. What the file holds is found as an office program finds it –
 * through content types and relationships, whatever the parts are called. Every part must unfold to what it claims,
 * within bounds.
 *
 * @throws UnfitFile
 */
export async function checkOffice(bytes: Uint8Array, nesting = 0): Promise<MediaType> {
  try {
    return await check(bytes, nesting);
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    throw Object.assign(new UnfitFile(reasons[error.fault]), { cause: error });
  }
}

async function check(bytes: Uint8Array, nesting: number): Promise<MediaType> {
  const archive = openArchive(bytes, maxParts);
  // A file that is something else as well.
  if (archive.before > 0) throw new UnfitFile('kind');
  if (archive.parts.reduce((sum, { size }) => sum + size, 0) > maxUnfolded) throw new UnfitFile('too-big-inside');
  for (const { name } of archive.parts) {
    if (codeParts.test(name)) throw new UnfitFile('macros');
    // Pieces of a part, or a second list of content types beside the first: readers differ in what they make of them.
    if (/\/\[\d+\](?:\.last)?\.piece$/i.test(name) || /\/\[content_types\]\.xml$/i.test(name))
      throw new UnfitFile('damaged');
  }
  const parts = new Map<string, ArchivePart>(archive.parts.map((part) => [part.name.toLowerCase(), part]));
  const types = await contentTypes(archive, parts.get(contentTypesName));
  const relations = new Map<string, Relation[]>();
  for (const part of archive.parts) {
    const content = await readOrMeasure(archive, part);
    if (!content) continue;
    if (isRelationsPart(part.name)) relations.set(part.name.toLowerCase(), relationsIn(content, part.name));
    else if (hasFields(content)) checkFields(content);
  }
  for (const relation of [...relations.values()].flat()) {
    judgeRelation(relation);
    const part = parts.get(relation.target.toLowerCase());
    if (!part || relation.external) continue;
    if (relation.type === 'package') await checkNested(archive, part, nesting);
    if (relation.type === 'connections') checkConnections(await readPart(archive, part, maxRead));
    if (relation.type === 'externallink') checkExternalLink(await readPart(archive, part, maxRead));
  }
  const mains = relations.get('_rels/.rels')?.filter(({ type }) => type === 'officedocument') ?? [];
  const main = mains[0]?.target.toLowerCase();
  const mediaType = mains.length === 1 && parts.has(main!) ? documents[types(main!)] : undefined;
  if (!mediaType) throw new UnfitFile('kind');
  return mediaType;
}

/** Unfolds a part, to measure it. Parts of XML are kept; pictures and the like are not. */
async function readOrMeasure(archive: Archive, part: ArchivePart): Promise<Uint8Array | undefined> {
  const kept: Uint8Array[] = [];
  let length = 0;
  for await (const piece of archive.read(part)) {
    const isKept = length === 0 ? looksLikeXml(piece) : kept.length > 0;
    length += piece.length;
    // More than it claims: an archive that lies about its sizes.
    if (length > part.size) throw new UnfitFile('damaged');
    if (isKept && length > maxRead) throw new UnfitFile('too-big-inside');
    if (isKept) kept.push(piece);
  }
  return kept.length > 0 ? Buffer.concat(kept, length) : undefined;
}

/** Whether the first character after marks and spaces is `<`, in UTF-8 or UTF-16. */
function looksLikeXml(bytes: Uint8Array): boolean {
  const first = bytes.subarray(0, 64).find((byte) => ![0xef, 0xbb, 0xbf, 0xfe, 0xff, 0, 9, 10, 13, 32].includes(byte));
  return first === 0x3c;
}

/** The content type of a part, by the list of the file. */
async function contentTypes(archive: Archive, part: ArchivePart | undefined): Promise<(name: string) => string> {
  if (!part) throw new UnfitFile('kind');
  const defaults = new Map<string, string>();
  const own = new Map<string, string>();
  const bytes = await readPart(archive, part, maxContentTypes);
  // Written otherwise than any office program does, so that a type could be hidden from other readers.
  if (/<!--|&#/.test(new TextDecoder(encodingOf(bytes)).decode(bytes))) throw new UnfitFile('kind');
  readTags(bytes, {
    open(tag, attributes) {
      const type = (attributes['ContentType'] ?? '').trim();
      if (codeTypes.test(type)) throw new UnfitFile('macros');
      if (tag === 'Default') defaults.set((attributes['Extension'] ?? '').toLowerCase(), type.toLowerCase());
      if (tag === 'Override')
        own.set((attributes['PartName'] ?? '').replace(/^[/\\]/, '').toLowerCase(), type.toLowerCase());
    },
  });
  return (name) => own.get(name) ?? defaults.get(name.slice(name.lastIndexOf('.') + 1)) ?? '';
}

/** The workbook behind a chart is checked like a file of its own; anything else inside is not taken. */
async function checkNested(archive: Archive, part: ArchivePart, nesting: number): Promise<void> {
  if (nesting >= maxNesting) throw new UnfitFile('embedded');
  const bytes = await readPart(archive, part, maxRead);
  try {
    await checkOffice(bytes, nesting + 1);
  } catch (error) {
    if (error instanceof UnfitFile && ['kind', 'damaged'].includes(error.reason))
      throw Object.assign(new UnfitFile('embedded'), { cause: error });
    throw error;
  }
}

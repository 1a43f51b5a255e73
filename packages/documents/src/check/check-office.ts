import type { MediaType } from '@dvk/sdk/attachments';
import {
  CONTENT_TYPES,
  encodingOf,
  isRelationsPart,
  OfficeError,
  openArchive,
  readContentTypes,
  readPart,
  readRelations,
  type Archive,
  type ArchivePart,
  type ContentTypes,
  type OfficeFault,
  type Relation,
} from '@dvk/sdk/office';
import { UnfitOfficeFile, type OfficeRefusal } from './unfit-office-file.ts';
import { Allowance } from './allowance.ts';
import { checkContent, ContentScan } from './content.ts';
import { judgeRelation } from './judge-relation.ts';

const maxContentTypes = 1024 * 1024;
/** A chart contains its workbook, which may contain a chart again. */
const maxNesting = 3;

const documents: Readonly<Record<string, MediaType>> = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml':
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml':
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The usual names of parts that contain code: VBA projects, ActiveX controls, Excel 4.0 macro sheets. */
const codeParts = /(?:^|\/)(?:vbaProject[^/]*\.bin|vbaData\.xml|activeX\/.*|macrosheets\/.*|intlmacrosheets\/.*)$/i;
/** The content types of such parts. Binary workbooks have a macro-enabled type even without macros. */
const codeTypes = /(?<!binary\.)macroEnabled|vbaProject|vbaData|activeX|macrosheet|excel4/i;

const reasons: Readonly<Record<OfficeFault, OfficeRefusal>> = {
  damaged: 'damaged',
  locked: 'locked',
  twice: 'damaged',
  'too-large': 'too-big-inside',
};

/**
 * Checks that an archive is a Word document or an Excel workbook without active content: no macros, nothing that is
 * loaded from elsewhere, no other file or program inside. Parts are found as Office finds them, through content types and
 * relationships and not by their names. Every part must unpack to the size that the archive states, within limits.
 *
 * @throws UnfitOfficeFile
 */
export function checkOffice(bytes: Uint8Array): Promise<MediaType> {
  return checkWithin(bytes, new Allowance(), 0);
}

async function checkWithin(bytes: Uint8Array, allowance: Allowance, nesting: number): Promise<MediaType> {
  try {
    return await check(bytes, allowance, nesting);
  } catch (error) {
    if (!(error instanceof OfficeError)) throw error;
    throw Object.assign(new UnfitOfficeFile(reasons[error.fault]), { cause: error });
  }
}

async function check(bytes: Uint8Array, allowance: Allowance, nesting: number): Promise<MediaType> {
  const archive = openArchive(bytes, allowance.left.parts);
  // Bytes before the archive: the file could be read as another kind, too.
  if (archive.before > 0) throw new UnfitOfficeFile('kind');
  allowance.take('parts', archive.parts.length);
  for (const { size } of archive.parts) allowance.take('unfolded', size);
  for (const { name } of archive.parts) {
    if (codeParts.test(name)) throw new UnfitOfficeFile('macros');
    // Parts in pieces, or a second list of content types: programs differ in how they read these.
    if (/\/\[\d+\](?:\.last)?\.piece$/i.test(name) || /\/\[content_types\]\.xml$/i.test(name))
      throw new UnfitOfficeFile('damaged');
  }
  const scans = new Map<ArchivePart, ContentScan>();
  for (const part of archive.parts) scans.set(part, await scan(archive, part));

  const parts = new Map(archive.parts.map((part) => [part.name.toLowerCase(), part]));
  const types = await checkTypes(archive, parts.get(CONTENT_TYPES.toLowerCase()));
  const relations = new Map<string, Relation[]>();
  for (const part of archive.parts) {
    if (!isRelationsPart(part.name)) continue;
    allowance.take('read', part.size);
    relations.set(part.name.toLowerCase(), await readRelations(archive.read(part), part.name));
  }
  // Relations are checked before the content, because they give the more useful reason for a refusal.
  const inside = new Set<ArchivePart>();
  for (const relation of [...relations.values()].flat()) {
    judgeRelation(relation);
    const part = relation.external ? undefined : parts.get(relation.target.toLowerCase());
    if (part && relation.type.toLowerCase() === 'package') inside.add(part);
  }
  for (const [part, { isMarked }] of scans)
    if (isMarked && !isRelationsPart(part.name)) allowance.take('read', part.size);
  for (const part of inside) await checkNested(archive, part, allowance, nesting);
  for (const [part, { isXml, isMarked }] of scans) {
    if (isRelationsPart(part.name)) continue;
    if (isMarked) await checkContent(archive.read(part));
    // XML in an encoding that we do not read, but another program might.
    else if (!isXml && part.size > 0 && types.of(part.name).endsWith('+xml')) throw new UnfitOfficeFile('damaged');
  }
  // An OLE object without a relation, or with the relation of something else.
  if ([...scans.values()].some(({ isOle }) => isOle)) throw new UnfitOfficeFile('embedded');
  const mains = relations.get('_rels/.rels')?.filter(({ type }) => type.toLowerCase() === 'officedocument') ?? [];
  const [main] = mains;
  const mediaType =
    main && mains.length === 1 && parts.has(main.target.toLowerCase()) ? documents[types.of(main.target)] : undefined;
  if (!mediaType) throw new UnfitOfficeFile('kind');
  return mediaType;
}

/** Unpacks a part, to check its size and to see whether its XML has to be read. */
async function scan(archive: Archive, part: ArchivePart): Promise<ContentScan> {
  const found = new ContentScan();
  let length = 0;
  for await (const piece of archive.read(part)) {
    length += piece.length;
    // Larger than the archive states.
    if (length > part.size) throw new UnfitOfficeFile('damaged');
    found.add(piece);
  }
  return found;
}

/** The content types of the parts, none of which may be code. */
async function checkTypes(archive: Archive, part: ArchivePart | undefined): Promise<ContentTypes> {
  if (!part) throw new UnfitOfficeFile('kind');
  const bytes = await readPart(archive, part, maxContentTypes);
  // No office program writes this; it could hide a type from other readers.
  if (/<!--|&#/.test(new TextDecoder(encodingOf(bytes)).decode(bytes))) throw new UnfitOfficeFile('kind');
  const types = await readContentTypes([bytes]);
  // Default types count only where a part has that extension: some programs list types that no part has.
  const given = [...types.own.values(), ...archive.parts.map(({ name }) => types.of(name))];
  if (given.some((type) => codeTypes.test(type))) throw new UnfitOfficeFile('macros');
  return types;
}

/** The workbook of a chart is checked like a file of its own; any other embedded file is refused. */
async function checkNested(archive: Archive, part: ArchivePart, allowance: Allowance, nesting: number): Promise<void> {
  if (nesting >= maxNesting) throw new UnfitOfficeFile('embedded');
  allowance.take('read', part.size);
  const bytes = await readPart(archive, part, part.size);
  try {
    await checkWithin(bytes, allowance, nesting + 1);
  } catch (error) {
    if (error instanceof UnfitOfficeFile && ['kind', 'damaged'].includes(error.reason))
      throw Object.assign(new UnfitOfficeFile('embedded'), { cause: error });
    throw error;
  }
}

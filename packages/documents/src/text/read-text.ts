import {
  openArchive,
  readPart,
  readRelations,
  readTags,
  relationsPartOf,
  OfficeError,
  type Archive,
} from '@dvk/sdk/office';

/** Bytes that the text of one document may unpack to. */
const mostText = 32 * 1024 * 1024;
const mostParts = 2000;

/** A paragraph or a table of a document. */
export type TextPiece =
  | Readonly<{ kind: 'paragraph'; text: string }>
  | Readonly<{ kind: 'table'; rows: readonly (readonly string[])[] }>;

async function mainPart(archive: Archive): Promise<string> {
  const rels = archive.parts.find(({ name }) => name.toLowerCase() === relationsPartOf('').toLowerCase());
  if (!rels) throw new OfficeError('damaged');
  const relations = await readRelations([await readPart(archive, rels, mostText)], rels.name);
  const main = relations.find(({ type, external }) => type === 'officeDocument' && !external);
  if (!main) throw new OfficeError('damaged');
  return main.target;
}

/**
 * The text of a `.docx`, paragraph by paragraph and table by table, in the order in which it stands. A table within a cell is part of
 * the text of that cell. Heads and feet of pages, notes and what was deleted are left out.
 *
 * @throws OfficeError
 */
export async function readText(file: Uint8Array): Promise<TextPiece[]> {
  const archive = openArchive(file, mostParts);
  const name = (await mainPart(archive)).toLowerCase();
  const part = archive.parts.find((each) => each.name.toLowerCase() === name);
  if (!part) throw new OfficeError('damaged');
  const pieces: TextPiece[] = [];
  const rows: string[][][] = [];
  const cells: string[][] = [];
  let text = '';
  let inText = false;
  await readTags(archive.read(part), {
    open(tag) {
      if (tag === 'tbl') rows.push([]);
      else if (tag === 'tr') rows.at(-1)?.push([]);
      else if (tag === 'tc') cells.push([]);
      else if (tag === 'p') text = '';
      else if (tag === 't') inText = true;
      else if (tag === 'tab') text += '\t';
      else if (tag === 'br' || tag === 'cr') text += '\n';
    },
    text(words) {
      if (inText) text += words;
    },
    close(tag) {
      if (tag === 't') inText = false;
      else if (tag === 'p') {
        const cell = cells.at(-1);
        if (cell) cell.push(text);
        else pieces.push({ kind: 'paragraph', text: text.normalize('NFC') });
        text = '';
      } else if (tag === 'tc')
        rows
          .at(-1)
          ?.at(-1)
          ?.push((cells.pop() ?? []).join('\n').normalize('NFC'));
      else if (tag === 'tbl') {
        const table = rows.pop() ?? [];
        const cell = cells.at(-1);
        if (cell) cell.push(table.map((row) => row.join('\t')).join('\n'));
        else pieces.push({ kind: 'table', rows: table });
      }
    },
  });
  return pieces;
}

/** The same as one text, a line a paragraph; cells of a row are divided by tabs. */
export const plainText = (pieces: readonly TextPiece[]): string =>
  pieces
    .map((piece) => (piece.kind === 'paragraph' ? piece.text : piece.rows.map((row) => row.join('\t')).join('\n')))
    .join('\n');

import type { Bilingual } from '@dvk/sdk/errors';
import type { TextPiece } from '../text/read-text.ts';

/** A line of a paper: a paragraph, or a row of a table as one text. */
export interface Line {
  text: string;
  place: Bilingual;
  /** Cells, where it is a row of a table. */
  cells?: readonly string[];
}

/** The lines of a document, counted as a reader counts them: empty paragraphs are none, the table of the head is one. */
export function linesOf(pieces: readonly TextPiece[]): Line[] {
  let paragraph = 0;
  let table = 0;
  return pieces.flatMap((piece): Line[] => {
    if (piece.kind === 'paragraph') {
      if (piece.text.trim() === '') return [];
      paragraph += 1;
      return [{ text: piece.text, place: { vi: `đoạn ${paragraph}`, en: `paragraph ${paragraph}` } }];
    }
    table += 1;
    const at = table;
    return piece.rows.map((cells, row) => ({
      text: cells.join('\t'),
      cells,
      place: { vi: `bảng ${at}, hàng ${row + 1}`, en: `table ${at}, row ${row + 1}` },
    }));
  });
}

/** Text of a line as a finding shows it. */
export const excerpt = (text: string): string => {
  const plain = text.replaceAll(/\s+/g, ' ').trim();
  return plain.length > 120 ? `${plain.slice(0, 119)}…` : plain;
};

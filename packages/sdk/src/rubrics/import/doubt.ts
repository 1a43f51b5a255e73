import type { Bilingual } from '../../errors/input-error.ts';

/** Something the reader was not sure of, or the table itself leaves open; a person decides. */
export interface Doubt {
  /** Language-neutral and stable: `unreadable-points`, `levels-or-lines`, … and the codes of `checkRubric`. */
  code: string;
  /** The table it was read from: “bảng 2”, or the name of the sheet. */
  table?: string;
  /** Row of that table, 1-based. */
  row?: number;
  /** JSON pointer into the draft. */
  pointer?: string;
  text: Bilingual;
}

import type { Bilingual } from '@dvk/sdk/errors';
import { message, type MessageValue } from '@dvk/sdk/rubrics';

/** Something the reader was not sure of, or the table itself leaves open; a person decides. */
export interface Doubt {
  /** Language-neutral and stable: `unreadable-points`, `levels-or-lines`, … and the codes of `checkRubric`. */
  code: string;
  /** The table it was read from: “bảng 2”, or the name of the sheet. */
  table?: string;
  /** Row of that table, 1-based. */
  row?: number;
  /** Cells of that table: `C5`, `D3 – D20`; “hàng 5, cột 3” in a document. */
  address?: string;
  /** JSON pointer into the draft. */
  pointer?: string;
  text: Bilingual;
}

/** Where a doubt is about. */
export type Place = Pick<Doubt, 'table' | 'row' | 'address' | 'pointer'>;

/** Gathers doubts on the way through a table. */
export class Doubts {
  readonly list: Doubt[] = [];

  add(code: string, place: Place, vi: string, en: string, ...values: MessageValue[]): void {
    this.list.push({ code, ...place, text: message(vi, en, ...values) });
  }
}

/** The first few of many, for a sentence. */
export function someOf(all: readonly string[], most = 8): string {
  const shown = all.slice(0, most).map((text) => (text.length > 80 ? `${text.slice(0, 79)}…` : text));
  return shown.join('; ') + (all.length > most ? ` … (${all.length})` : '');
}

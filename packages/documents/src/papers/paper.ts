import type { Capacity, PaperProfile } from '../profiles/profile.ts';

/** Text in one weight; a text alone is upright. */
export type Inline = string | Readonly<{ text: string; bold?: boolean; italic?: boolean }>;

export type Align = 'left' | 'center' | 'right' | 'justify';

/** A column of a table: its share of the width, and where its text stands. */
export interface Column {
  title: string;
  share: number;
  align?: Align;
}

/** A row of a table. One cell with `span: true` takes the whole width. */
export interface Row {
  cells: readonly string[];
  bold?: boolean;
  span?: boolean;
}

/** A piece of the text of a paper. */
export type Block =
  | Readonly<{
      kind: 'paragraph';
      text: Inline | readonly Inline[];
      align?: Align;
      indent?: boolean;
      keepNext?: boolean;
    }>
  /** A line in bold above what follows. */
  | Readonly<{ kind: 'heading'; text: string }>
  /** A remark in italics, centred: what a sheet is a sample of. */
  | Readonly<{ kind: 'remark'; text: string }>
  | Readonly<{ kind: 'table'; columns: readonly Column[]; rows: readonly Row[] }>
  /** Names and values in a table of two columns without a head. */
  | Readonly<{ kind: 'facts'; rows: readonly (readonly [name: string, value: string])[] }>
  /** What must be found at once: large codes in a frame, each with its name. */
  | Readonly<{ kind: 'codes'; codes: readonly (readonly [name: string, code: string])[]; note?: string }>
  /** A tag of a template on a line of its own, which vanishes when it is filled in. */
  | Readonly<{ kind: 'tag'; text: string }>;

/** Who signs. */
export interface Signature {
  /** For whom: `{ capacity: 'collective', body: 'Ủy ban nhân dân' }` gives “TM. ỦY BAN NHÂN DÂN”; or the whole line as it is. */
  onBehalf?: string | Readonly<{ capacity: Capacity; body: string }>;
  /** “Chủ tịch”, “Người thẩm định”. */
  position: string;
  name?: string;
  /** Below the position: “(ký, ghi rõ họ tên)”. */
  hint?: string;
}

/** What follows a paper on pages of its own. */
export interface Appendix {
  /** “Phụ lục I”. */
  name: string;
  title: string;
  /** “Kèm theo Quyết định số …”. */
  belongsTo?: string;
  blocks: readonly Block[];
  landscape?: boolean;
}

/** An official paper as data: what {@link writePaper} writes and `lintDocument` reads. */
export interface Paper {
  profile: PaperProfile;
  /** The bodies at the left of the head, the one that issues it last. */
  issuers: readonly string[];
  /** Number and symbol: `12/UBND-VP`, `12-CV/BTGDV`; absent on forms, which have none. */
  number?: string;
  /** The place before the date: “Tây Ninh”. */
  place: string;
  /** `YYYY-MM-DD`, or what stands in its place: a tag of a template. */
  date: string;
  /** The kind and what it is about: “Báo cáo” / “kết quả …”. A letter has none. */
  title?: Readonly<{ name: string; about?: string }>;
  /** What a letter is about, below its number: “trả lời phản ánh, kiến nghị”. */
  subject?: string;
  /** “Kính gửi”: one on the line, several below each other. */
  addressees?: readonly string[];
  blocks: readonly Block[];
  /** Ends the text with the mark of the profile, which official papers have and forms do not. */
  endMark?: boolean;
  /** “Nơi nhận”; what the profile says of filing comes last. */
  recipients?: readonly string[];
  signatures: readonly Signature[];
  appendices?: readonly Appendix[];
  /** A line at the foot of each page: where the paper comes from. */
  trace?: string;
}

import type { Bilingual } from '@dvk/sdk/errors';
import type { LegalBasis } from '@dvk/sdk/law';

/** Whose rules a paper follows: those of the State, or those of the Party. */
export type PaperSide = 'state' | 'party';

/** In what capacity somebody signs: for a collective, in place of the head, or by order of the head. */
export type Capacity = 'collective' | 'deputy' | 'by-order';

/** How text is set: size in points. */
export interface TextStyle {
  size: number;
  bold?: boolean;
  italic?: boolean;
}

/**
 * What official papers of one side look like while one set of rules is in force. It is data, so that a new set is a new version beside
 * the old one. Lengths of pages and indents are millimetres, all others points.
 */
export interface PaperProfile {
  /** E.g. `state-2020`. */
  id: string;
  side: PaperSide;
  name: Bilingual;
  legalBasis: LegalBasis;
  /** What our sources do not state and every office may set: “mẫu minh họa”. */
  presets: readonly Bilingual[];
  font: string;
  margins: Readonly<{ top: number; bottom: number; left: number; right: number }>;
  /** `line`: the exact height of a line; `indent`: of the first line, in millimetres. */
  body: Readonly<{ size: number; line: number; before: number; after: number; indent: number }>;
  /** The heading at the right; the rule below the last line is as wide as that line. */
  national: readonly Readonly<TextStyle & { text: string }>[];
  nationalRule: number;
  /** The body above and the body that issues it, with what stands below it. */
  issuer: Readonly<{ above: TextStyle; own: TextStyle; mark: 'rule' | 'star' }>;
  /** Before the number: `Số: ` or `Số `. */
  numberLabel: string;
  number: TextStyle;
  date: TextStyle;
  /** Name of the kind of paper, what it is about, and what stands below both. */
  title: Readonly<{ name: TextStyle; about: TextStyle; mark: 'rule' | 'dashes' }>;
  /** “V/v …” below the number of a letter. */
  subject: TextStyle;
  capacities: Readonly<Record<Capacity, string>>;
  signature: Readonly<{ capacity: TextStyle; position: TextStyle; name: TextStyle }>;
  /** Ends the text of a paper. */
  endMark: string;
  recipients: Readonly<{ heading: TextStyle & { underlined?: boolean }; list: TextStyle; archive: string }>;
  pageNumber: TextStyle;
}

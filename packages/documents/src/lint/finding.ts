import type { Bilingual } from '@dvk/sdk/errors';

/** What can be wrong with a paper. */
export type LintCode =
  | 'number-missing'
  | 'number-open'
  | 'number-malformed'
  | 'date-missing'
  | 'date-not-real'
  | 'date-zeros'
  | 'basis-missing'
  | 'basis-malformed'
  | 'citation-comma'
  | 'quotes-straight'
  | 'quotes-unpaired'
  | 'deadline-past'
  | 'owner-not-recipient'
  | 'spelling-mixed'
  | 'spelling-other'
  | 'total-of-table'
  | 'total-of-text';

/** One thing to be looked at, with its place. An `error` breaks a rule of form, a `warning` may be meant. */
export interface LintFinding {
  code: LintCode;
  severity: 'error' | 'warning';
  /** “đoạn 4”, “bảng 2, hàng 5”, and the text that stands there. */
  where: Bilingual & { text: string };
  /** The sentence shown to a person. */
  text: Bilingual;
}

import type { PaperSide } from '../profiles/profile.ts';
import type { Tones } from '../spelling/spelling.ts';
import type { LintCode, LintFinding } from './finding.ts';
import type { Line } from './lines.ts';

/** What the rules look at. */
export interface LintedPaper {
  lines: readonly Line[];
  side: PaperSide;
  /** A form or sheet, which has neither number nor basis. */
  isForm: boolean;
  /** “Nơi nhận”, without marks. */
  recipients: readonly string[];
  /** Who has to do something by the paper, beside those that it names itself. */
  owners: readonly string[];
  /** The way of the house; without it, a paper may choose but keeps to one. */
  tones: Tones | undefined;
  /** The day from which deadlines are looked at: that of the paper, else today. */
  date: string;
}

/** Reports a finding; without a line, of the paper as a whole. */
export type Report = (
  code: LintCode,
  severity: LintFinding['severity'],
  line: Line | undefined,
  vi: string,
  en: string,
) => void;

/** Looks at one thing. */
export type Rule = (paper: LintedPaper, report: Report) => void;

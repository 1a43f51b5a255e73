import { dateInVietnam, isDate } from '@dvk/sdk/text';
import type { Paper } from '../papers/paper.ts';
import { writePaper } from '../papers/write-paper.ts';
import type { PaperSide } from '../profiles/profile.ts';
import type { Tones } from '../spelling/spelling.ts';
import { readText } from '../text/read-text.ts';
import type { LintFinding } from './finding.ts';
import { dateRule, numberRule } from './head-rules.ts';
import { excerpt, linesOf, type Line } from './lines.ts';
import type { LintedPaper, Report, Rule } from './rule.ts';
import { basisRule, deadlineRule, ownersRule, quotesRule, spellingRule } from './text-rules.ts';
import { totalsRule } from './totals-rule.ts';

export interface LintOptions {
  /** Whose rules hold; by default those that the head of the paper shows. */
  side?: PaperSide;
  /** The way of the house of placing tones. */
  tones?: Tones;
  /** Who has to do something by this paper, beside those whom its text and tables name. */
  owners?: readonly string[];
  /** `YYYY-MM-DD`; deadlines before the date of the paper, or else before this day, are past. Today by default. */
  today?: string;
}

const rules: readonly Rule[] = [
  numberRule,
  dateRule,
  basisRule,
  quotesRule,
  deadlineRule,
  ownersRule,
  spellingRule,
  totalsRule,
];

/**
 * Looks through a paper – ours as data, or a `.docx` of anybody – for what offices are sent back: number, dates, basis, quotes, deadlines,
 * recipients, spelling, totals. Both are read as the text that stands in the file, so that one finds what the other does.
 *
 * @throws OfficeError for a file that cannot be read
 */
export async function lintDocument(document: Paper | Uint8Array, options: LintOptions = {}): Promise<LintFinding[]> {
  const isFile = document instanceof Uint8Array;
  const lines = linesOf(await readText(isFile ? document : await writePaper(document)));
  const findings: LintFinding[] = [];
  const report: Report = (code, severity, line, vi, en) => {
    const { place, text } = line ?? { place: { vi: 'cả văn bản', en: 'the whole paper' }, text: '' };
    findings.push({ code, severity, where: { ...place, text: excerpt(text) }, text: { vi: `${vi}.`, en: `${en}.` } });
  };
  const paper = lintedPaper(lines, isFile ? options : { side: document.profile.side, ...options });
  for (const rule of rules) rule(paper, report);
  return findings;
}

function lintedPaper(lines: readonly Line[], { side, tones, owners = [], today }: LintOptions): LintedPaper {
  const head = lines.slice(0, 14).map(({ text }) => text);
  const isParty = head.some((text) => /ĐẢNG CỘNG SẢN VIỆT NAM/u.test(text));
  const recipients = recipientsIn(lines);
  return {
    lines,
    side: side ?? (isParty ? 'party' : 'state'),
    isForm: recipients.length === 0,
    recipients,
    owners,
    tones,
    date: dateIn(head) ?? today ?? dateInVietnam(Date.now()),
  };
}

function dateIn(head: readonly string[]): string | undefined {
  for (const text of head) {
    const [, day, month, year] = /ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/iu.exec(text) ?? [];
    const date = year && `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
    if (date && isDate(date)) return date;
  }
  return undefined;
}

/** The lines below “Nơi nhận” that begin with a dash, and to whom the paper is addressed. */
function recipientsIn(lines: readonly Line[]): string[] {
  const all = lines.flatMap(({ text }) => text.split(/[\n\t]/));
  const at = all.findIndex((text) => /^\s*nơi nhận\s*:?/iu.test(text));
  if (at < 0) return [];
  const listed: string[] = [];
  for (const text of all.slice(at + 1)) {
    if (!/^\s*[-–]/.test(text)) break;
    listed.push(text.replace(/^[\s–-]+/, '').replace(/[;,.]\s*$/, ''));
  }
  const to = all.findIndex((text) => /^\s*kính gửi/iu.test(text));
  const addressed: string[] = [];
  if (to >= 0) {
    const first = all[to]!.replace(/^\s*kính gửi\s*:?/iu, '').trim();
    if (first) addressed.push(first);
    for (const text of all.slice(to + 1)) {
      if (!/^\s*[-–]/.test(text)) break;
      addressed.push(text.replace(/^[\s–-]+/, '').replace(/[;,.]\s*$/, ''));
    }
  }
  return [...listed, ...addressed];
}

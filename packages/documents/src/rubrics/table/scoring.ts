import { fold } from '@dvk/sdk/text';
import { amount, hundredths, unit } from './points.ts';

/** How a line is to be scored, as far as its words say. */
export type Scoring =
  | { kind: 'count'; each: number; from: 'zero' | 'max' }
  | { kind: 'levels'; levels: { title: string; points: number }[] }
  | { kind: 'yes-no'; points: number }
  | { kind: 'ratio'; thresholds: { atLeast: number; points: number }[] }
  | { kind: 'range'; step: number };

/** What words say about scoring, and the words beyond it. */
export interface ReadScoring {
  scoring: Scoring;
  rest: string;
  /** The most the words allow: “mỗi mô hình 10 điểm, tối đa 40”. */
  cap?: number;
}

const forEach = new RegExp(
  String.raw`(?:mỗi|cứ|01|1)\s[^.;:]{1,80}?(trừ|được|cộng|tính|đạt)\s+(${amount})\s*${unit}`,
  'iu',
);
/** “Mỗi cuộc 15 điểm”, without a verb, adds up. */
const forEachBare = new RegExp(String.raw`mỗi\s[^.;:\d]{1,60}?\s(${amount})\s*${unit}`, 'iu');
const perUnit = new RegExp(String.raw`(trừ\s+)?(${amount})\s*${unit}\s*/\s*(?:\d+\s*)?\p{L}+`, 'iu');
const step = new RegExp(String.raw`(?:chấm\s+)?(?:từ\s+${amount}\s+đến\s+${amount},?\s+)?bước\s+(${amount})`, 'iu');
const pair = new RegExp(String.raw`^(.+?)\s*([:–→-])\s*(?:được\s+|tối đa\s+)?(${amount})\s*${unit}?\s*[.,]?$`, 'iu');

/**
 * `Tốt: 10 điểm` taken apart. `Tốt: 9-10 điểm` and `Từ 90-100` have two numbers and no single amount, and what is taken off
 * (`Chưa xong: -5`) is no level.
 */
export function readPair(text: string): { title: string; points: number } | undefined {
  const match = pair.exec(text.replace(/^[-+•–*]\s*/, '').trim());
  const [, title = '', mark = '', typed = ''] = match ?? [];
  const isRange = /[-–]/.test(mark) && /\d\s*(?:điểm|đ)?$/iu.test(title);
  const points = match && !isRange && !/^[-−–]/.test(typed) ? hundredths(typed) : undefined;
  return points === undefined ? undefined : { title: title.trim(), points };
}

/** The rate a level begins at, in hundredths of a percent: `từ 95% trở lên`, `≥ 90 %`, `trên 80%`, `từ 70% đến dưới 90%`. */
function readRate(text: string): number | undefined {
  const folded = fold(text);
  const match = /(\d{1,3}(?:[.,]\d{1,2})?)\s*%/.exec(folded);
  const rate = match ? hundredths(match[1]!) : undefined;
  if (!match || rate === undefined || rate > 100_000) return undefined;
  const before = folded.slice(0, match.index);
  return !/\d/.test(before) && /duoi|<|it hon|chua den/.test(before) ? 0 : rate;
}

/** Levels as what they are: rates when each names one, yes or no when there are those two, else levels. */
export function readLevels(levels: { title: string; points: number }[]): Scoring {
  const rates = levels.map(({ title }) => readRate(title));
  if (rates.every((rate) => rate !== undefined) && new Set(rates).size === rates.length) {
    const thresholds = levels
      .map(({ points }, at) => ({ atLeast: rates[at]!, points }))
      .filter(({ points }) => points > 0);
    if (thresholds.length > 0) return { kind: 'ratio', thresholds };
  }
  const words = levels.map(({ title }) => fold(title));
  if (
    levels.length === 2 &&
    /^(co|dat|dung)\b/.test(words[0]!) &&
    /^(khong|chua)\b/.test(words[1]!) &&
    levels[1]!.points === 0
  )
    return { kind: 'yes-no', points: levels[0]!.points };
  return { kind: 'levels', levels };
}

/** The maximum that a text on scoring states. */
export function mostOf(scoring: Scoring | undefined): number | undefined {
  switch (scoring?.kind) {
    case 'levels':
      return Math.max(...scoring.levels.map(({ points }) => points));
    case 'ratio':
      return Math.max(...scoring.thresholds.map(({ points }) => points));
    case 'yes-no':
      return scoring.points;
    default:
      return undefined;
  }
}

const upTo = new RegExp(
  String.raw`^[\s,;.(]*(?:nhưng\s+)?(?:tối đa|không quá)\s*:?\s*(${amount})\s*${unit}?[\s).]*$`,
  'iu',
);

/** “Mỗi 5 hộ được 1 điểm”, “0,5 điểm/10 hộ”: points for several at a time, which a count of single ones does not say. */
function isForSeveral(found: string): boolean {
  const counted = found.includes('/')
    ? found.slice(found.lastIndexOf('/') + 1)
    : found.replace(/^(?:mỗi|cứ|01|1)\s+/iu, '').replace(/[\d.,]+\s?\p{L}+$/u, '');
  return /\d|%|phần trăm|^(?:hai|ba|bốn|mười)\s/iu.test(counted.trim().replace(/^0?1(?=\s)/, ''));
}

/** The rest of a text on scoring: nothing, a stated maximum, or the whole text. */
function beyond(text: string, match: RegExpExecArray): Pick<ReadScoring, 'rest' | 'cap'> {
  const [before, after] = [text.slice(0, match.index), text.slice(match.index + match[0].length)];
  if (/[\p{L}\d]/u.test(before)) return { rest: text };
  const cap = hundredths(upTo.exec(after)?.[1] ?? '');
  if (cap !== undefined) return { rest: '', cap };
  return { rest: /[\p{L}\d]/u.test(after) ? text : '' };
}

/** The same for points of each of something. */
const beyondEach = (text: string, match: RegExpExecArray) =>
  isForSeveral(match[0]) ? { rest: text } : beyond(text, match);

/** What the words of a line say about its scoring; `undefined` when they say nothing. Where more is said, `rest` has it all. */
export function readScoring(text: string): ReadScoring | undefined {
  const pieces = text
    .split(/[;\n]/)
    .map((piece) => piece.replace(/^[^:]{0,30}(?:mức|tỷ lệ)\s*:\s*/iu, '').trim())
    .filter(Boolean);
  const pairs = pieces.map(readPair);
  const levels = pairs.filter((found) => found !== undefined);
  // Other words may stand around the levels, as long as they hold no number that was not understood.
  if (levels.length >= 2 && pieces.every((piece, at) => pairs[at] || !/\d/.test(piece)))
    return { scoring: readLevels(levels), rest: pieces.filter((_, at) => !pairs[at]).join('\n') };
  const count = forEach.exec(text);
  const counted = count && hundredths(count[2]!);
  if (count && counted) {
    const from = fold(count[1]!) === 'tru' ? 'max' : 'zero';
    return { scoring: { kind: 'count', each: counted, from }, ...beyondEach(text, count) };
  }
  const plain = forEachBare.exec(text);
  const plainly = plain && hundredths(plain[1]!);
  if (plain && plainly) return { scoring: { kind: 'count', each: plainly, from: 'zero' }, ...beyondEach(text, plain) };
  const unitPrice = perUnit.exec(text);
  const price = unitPrice && hundredths(unitPrice[2]!);
  if (unitPrice && price) {
    const from = unitPrice[1] ? 'max' : 'zero';
    return { scoring: { kind: 'count', each: price, from }, ...beyondEach(text, unitPrice) };
  }
  const steps = step.exec(text);
  const size = steps && hundredths(steps[1]!);
  return steps && size ? { scoring: { kind: 'range', step: size }, ...beyond(text, steps) } : undefined;
}

import { fold, parsePoints } from '../../text/index.ts';

const amount = String.raw`[+−–-]?\d{1,4}(?:[.,]\d{1,2})?`;
const unit = String.raw`(?:điểm|đ(?![\p{L}]))`;

/** The part of a rubric that a heading names; `criteria` unless it says otherwise. */
export function partOf(title: string): 'criteria' | 'bonus' | 'deduction' {
  const folded = fold(title);
  if (/diem (?:cong|thuong)|cong diem|thuong diem/.test(folded)) return 'bonus';
  return /diem tru|tru diem/.test(folded) ? 'deduction' : 'criteria';
}

/** Points written alone or with words around: `10`, `8,5 điểm`, `tối đa 10 điểm`, `0 – 10`, `-2đ`. Sign is dropped. */
export function readPoints(text: string): number | undefined {
  const plain = text.normalize('NFC').replace(/[−–]/g, '-').trim();
  const range = new RegExp(String.raw`^(?:từ\s+)?${amount}\s*(?:-|đến|÷)\s*(${amount})\s*${unit}?$`, 'iu').exec(plain);
  const alone = new RegExp(
    String.raw`^\(?\s*(?:tối đa|điểm tối đa|không quá)?\s*:?\s*(${amount})\s*${unit}?\s*\)?$`,
    'iu',
  ).exec(plain);
  const found = range?.[1] ?? alone?.[1];
  const points = found === undefined ? undefined : parsePoints(found.replace(/^[+-]/, ''));
  return points !== undefined && points <= 1_000_000 ? points : undefined;
}

const most = String.raw`(?:(?:tối đa|không quá|tổng|điểm)\s*:?\s*)?`;
const pointsInText = new RegExp(
  String.raw`(?:\s*\(\s*${most}(${amount})\s*${unit}?\s*\)|\s*[:–-]\s*${most}(${amount})\s*${unit}|[\s,]+(?:tối đa|không quá)\s+(${amount})\s*${unit}|\s+(${amount})\s*${unit})\s*[.;:]?$`,
  'iu',
);

/** A title that ends in its points – “Công tác lãnh đạo (tối đa 10 điểm)” – taken apart; “mỗi lần trừ 1 điểm” is no maximum. */
export function splitPoints(title: string): { title: string; points?: number } {
  const match = pointsInText.exec(title);
  const typed = match?.slice(1).find((each) => each !== undefined);
  const points = typed === undefined ? undefined : parsePoints(typed.replace(/^[+−–-]/, ''));
  const before = match ? title.slice(0, match.index).trim() : '';
  const partOfSentence = match?.[4] !== undefined && /(?:trừ|được|cộng|tính|từ|đến|dưới|trên|mỗi|cứ)$/iu.test(before);
  if (points === undefined || !before || partOfSentence) return { title };
  return { title: before, points };
}

/** A style of numbering; items of one style are siblings. */
export type NumberStyle = 'part' | 'section' | 'letter' | 'roman' | `decimal-${number}` | 'small' | 'bullet' | 'none';

export interface ItemNumber {
  /** As printed, without the mark after it: `I`, `1.1`, `a`. */
  number: string;
  style: NumberStyle;
}

/** The style of a number standing alone; `previous`: the number before it among its siblings, for letters that are also Roman. */
export function styleOf(number: string, previous?: string): NumberStyle {
  if (number === '§') return 'part';
  if (/^\d+(?:\.\d+)*$/.test(number)) return `decimal-${number.split('.').length}`;
  if (/^[a-zđ]$/u.test(number)) return 'small';
  if (/^[-+•–*]$/u.test(number)) return 'bullet';
  if (/^[IVXLC]+$/.test(number)) {
    const continues =
      number.length === 1 && previous?.length === 1 && previous.codePointAt(0)! + 1 === number.codePointAt(0);
    return continues || (number.length === 1 && /[CL]/.test(number)) ? 'letter' : 'roman';
  }
  if (/^[A-ZĐ]$/u.test(number)) return 'letter';
  return 'none';
}

const lead =
  /^(?:(?:nhóm|phần|mục|tiêu chí|chương)\s+)?(?:(\d+(?:\.\d+)*|[IVXLC]+|[A-ZĐ]|[a-zđ])\s*[.):/]+(?=\s|\p{L}|$)|([-+•–*])\s+|(\d+(?:\.\d+)+)\s+)\s*[-–:]?\s*/u;
const leadWord = /^(nhóm|phần|mục|tiêu chí|chương)\s+(\d+(?:\.\d+)*|[IVXLC]+|[A-ZĐ])\s*[-–:.]?\s+/iu;

/** The number at the beginning of a text, and the rest. */
export function splitNumber(text: string): { number: string; rest: string } | undefined {
  const match = lead.exec(text);
  if (match) return { number: match[1] ?? match[2] ?? match[3]!, rest: text.slice(match[0].length).trim() };
  const word = leadWord.exec(text);
  return word ? { number: word[2]!, rest: text.slice(word[0].length).trim() } : undefined;
}

/** A number column's text without its marks. */
export function bareNumber(text: string): string {
  return text
    .trim()
    .replace(/^\(|[.):/]+$/g, '')
    .trim();
}

/** How a line is to be scored, as far as its words say. */
export type Scoring =
  | { kind: 'count'; each: number; from: 'zero' | 'max' }
  | { kind: 'levels'; levels: { title: string; points: number }[] }
  | { kind: 'yes-no'; points: number }
  | { kind: 'ratio'; thresholds: { atLeast: number; points: number }[] }
  | { kind: 'range'; step: number };

const forEach = new RegExp(
  String.raw`(?:mỗi|cứ|01|1)\s[^.;:]{1,80}?(trừ|được|cộng|tính|đạt)\s+(${amount})\s*${unit}`,
  'iu',
);
/** “Mỗi cuộc 15 điểm”, without a verb, adds up. */
const forEachBare = new RegExp(String.raw`mỗi\s[^.;:\d]{1,60}?\s(${amount})\s*${unit}`, 'iu');
const perUnit = new RegExp(String.raw`(trừ\s+)?(${amount})\s*${unit}\s*/\s*(?:\d+\s*)?\p{L}`, 'iu');
const step = new RegExp(String.raw`bước\s+(${amount})`, 'iu');
const pair = new RegExp(String.raw`^(.+?)\s*[:–→-]\s*(?:được\s+|tối đa\s+)?(${amount})\s*${unit}?\s*\.?$`, 'iu');

/** `Tốt: 10 điểm` taken apart. */
export function readPair(text: string): { title: string; points: number } | undefined {
  const match = pair.exec(text.replace(/^[-+•–*]\s*/, '').trim());
  const points = match ? parsePoints(match[2]!.replace(/^[+−–-]/, '')) : undefined;
  return match && points !== undefined ? { title: match[1]!.trim(), points } : undefined;
}

/** The rate a level begins at, in hundredths of a percent: `từ 95% trở lên`, `≥ 90 %`, `trên 80%`, `từ 70% đến dưới 90%`. */
export function readRate(text: string): number | undefined {
  const folded = fold(text);
  const match = /(\d{1,3}(?:[.,]\d{1,2})?)\s*%/.exec(folded);
  if (!match) return undefined;
  const rate = parsePoints(match[1]!);
  if (rate === undefined || rate > 100_000) return undefined;
  return /^(?:[^\d]*)(?:duoi|<|it hon|chua den)[^\d]*$/.test(folded.slice(0, match.index)) ? 0 : rate;
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

/** What the words of a line say about its scoring; `undefined` when they say nothing. */
export function readScoring(text: string): Scoring | undefined {
  const pieces = text
    .split(/[;\n]/)
    .map((piece) => piece.replace(/^[^:]{0,30}(?:mức|tỷ lệ)\s*:\s*/iu, '').trim())
    .filter(Boolean);
  const pairs = pieces.map(readPair);
  const levels = pairs.filter((found) => found !== undefined);
  // Other words may stand around the levels, as long as they hold no number that was not understood.
  if (levels.length >= 2 && pieces.every((piece, at) => pairs[at] || !/\d/.test(piece))) return readLevels(levels);
  const count = forEach.exec(text);
  if (count) {
    const points = parsePoints(count[2]!.replace(/^[+−–-]/, ''));
    if (points) return { kind: 'count', each: points, from: fold(count[1]!) === 'tru' ? 'max' : 'zero' };
  }
  const bare = forEachBare.exec(text);
  if (bare) {
    const points = parsePoints(bare[1]!.replace(/^[+−–-]/, ''));
    if (points) return { kind: 'count', each: points, from: 'zero' };
  }
  const unitPrice = perUnit.exec(text);
  if (unitPrice) {
    const points = parsePoints(unitPrice[2]!.replace(/^[+−–-]/, ''));
    if (points) return { kind: 'count', each: points, from: unitPrice[1] ? 'max' : 'zero' };
  }
  const steps = step.exec(text);
  const size = steps ? parsePoints(steps[1]!) : undefined;
  return size ? { kind: 'range', step: size } : undefined;
}

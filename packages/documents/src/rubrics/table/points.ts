import { parsePoints } from '@dvk/sdk/text';
import type { Cell } from '../grid.ts';
import { isSurelyPart } from './parts.ts';

export const amount = String.raw`(?:[+−–-]\s?)?\d{1,4}(?:[.,]\d{1,2})?`;
export const unit = String.raw`(?:điểm|đ(?![\p{L}])|points?|pts?)`;

/** Points in hundredths, and what of the text they leave out. */
export interface Points {
  points: number;
  /** `5 – 10`: the lower bound. */
  from?: number;
  negative?: true;
}

const plainMinus = (text: string) => text.replace(/[−–]/g, '-');

/** Hundredths, the sign dropped. */
export function hundredths(typed: string): number | undefined {
  const points = parsePoints(typed.replace(/^[+−–-]\s?/, ''));
  return points !== undefined && points <= 1_000_000 ? points : undefined;
}

const range = new RegExp(String.raw`^(?:từ\s+)?(${amount})\s*${unit}?\s*(?:-|đến|÷|→)\s*(${amount})\s*${unit}?$`, 'iu');
const alone = new RegExp(
  String.raw`^\(?\s*(?:tối đa|điểm tối đa|không quá|≤|điểm|max|maximum)?\s*:?\s*(${amount})\s*${unit}?\s*\)?\.?$`,
  'iu',
);

/** Points written alone or with words around: `10`, `8,5 điểm`, `tối đa 10 điểm`, `0 – 10`, `-2đ`. */
export function readPoints(text: string): Points | undefined {
  const plain = plainMinus(text.slice(0, 60)).trim();
  if (text.length > 60) return undefined;
  const both = range.exec(plain);
  const typed = both?.[2] ?? alone.exec(plain)?.[1];
  const points = typed === undefined ? undefined : hundredths(typed);
  if (points === undefined) return undefined;
  const from = both ? hundredths(both[1]!) : undefined;
  return {
    points,
    ...(from ? { from } : {}),
    ...(typed!.startsWith('-') && points > 0 && !both ? { negative: true } : {}),
  };
}

/** The points of a cell as shown; a date is none, whatever was typed. */
export function cellPoints(cell: Cell): Points | undefined {
  if (cell.remark === 'date' || cell.remark === 'error') return undefined;
  const found = readPoints(cell.text);
  // A sheet shows deductions as `(2)`.
  if (found && !cell.number?.startsWith('-')) return found;
  // Separators and signs of a sheet's format, `1.000 `, are no words: `10/20` and “Loại 2: 10” say more than a number.
  return cell.number !== undefined && /^[\d\s.,()%+−–-]*$/.test(cell.text) ? readPoints(cell.number) : found;
}

/** A share typed as text, `10%` under “Trọng số”; in a spreadsheet the format says so. */
export function shareOf({ text }: Cell): Points | undefined {
  const typed = /^(\d{1,3}(?:[.,]\d{1,2})?)\s?%$/.exec(text.trim())?.[1];
  const points = typed === undefined ? undefined : hundredths(typed);
  return points === undefined ? undefined : { points };
}

const most = String.raw`(?:(?:điểm tối đa|tối đa|không quá|tổng điểm|tổng|điểm|max)\s?:?\s?)?`;
const inBrackets = new RegExp(String.raw`\s?[(\[]\s?${most}(${amount})\s?${unit}\s?(?:tối đa\s?)?[)\]]`, 'giu');
const bareInBrackets = new RegExp(
  String.raw`\s?\(\s?(?:điểm tối đa|tối đa|không quá|tổng điểm|điểm)\s?:?\s?(${amount})\s?\)`,
  'giu',
);
const atEnd = new RegExp(
  String.raw`(?:\s?\(\s?${most}(${amount})\s?${unit}?\s?\)|\s?[:–-]\s?${most}(${amount})\s?${unit}|[\s,]+(?:tối đa|không quá)\s(${amount})\s?${unit}|\s(${amount})\s?${unit})\s?[.;:]?$`,
  'iu',
);

const isHeading = (text: string) => isSurelyPart(text) && text.split(' ').length <= 5;

/**
 * A title with its points in it – “Công tác lãnh đạo (tối đa 10 điểm)” – taken apart; “mỗi lần trừ 1 điểm” is no maximum, and
 * of several amounts none is taken. `bare`: a number in brackets, “Công tác lãnh đạo (10)”, without a unit.
 */
export function splitPoints(title: string): { title: string; points?: number; negative?: true; bare?: true } {
  const brackets = [...title.matchAll(inBrackets), ...title.matchAll(bareInBrackets)];
  if (brackets.length > 1) return { title };
  const end = atEnd.exec(title);
  const match = end ?? brackets[0];
  if (!match) return { title };
  const typed = match.slice(1).find((each) => each !== undefined)!;
  const before = title.slice(0, match.index).trim();
  const after = title.slice(match.index + match[0].length).trim();
  const points = hundredths(typed);
  const partOfSentence =
    end?.[4] !== undefined && /(?:trừ|được|cộng|tính|từ|đến|dưới|trên|mỗi|cứ|đạt|chấm|cho)$/iu.test(before);
  // “Điểm trừ … không quá 2 điểm” bounds what is taken off; a heading “Điểm trừ tối đa 10 điểm” states its own points.
  const ofDeductions =
    !isHeading(before) &&
    ((end?.[3] !== undefined && /(?:điểm|được) (?:trừ|cộng)/iu.test(before)) ||
      (end !== null && /(?:trừ|cộng)(?: điểm| tối đa| là| không quá)*$/iu.test(before)));
  const isLeast = end !== null && /(?:tối thiểu|ít nhất|thấp nhất)$/iu.test(before);
  // A year or a count in brackets, `(2025)`, has no unit and no business here.
  const tooMuch = points !== undefined && points > 100_000 && !/điểm/iu.test(match[0]);
  if (points === undefined || !before || partOfSentence || ofDeductions || isLeast || tooMuch) return { title };
  return {
    title: `${before} ${after.replace(/^[:;.,]\s*$/, '')}`.trim(),
    points,
    ...(/^[−–-]/.test(typed) && points > 0 ? { negative: true } : {}),
    ...(/^[\s([]*[+−–-]?\s?[\d.,]+[\s)\].;:]*$/.test(match[0]) ? { bare: true } : {}),
  };
}

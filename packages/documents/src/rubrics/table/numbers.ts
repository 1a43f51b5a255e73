/**
 * A style of numbering; items of one style are siblings. `part`: bonus or deduction · `section-0`: a heading across the table,
 * `section-1` …: columns of groups, from left to right · `decimal-2`: `1.1` · `mixed-2`: `I.1`, `1.a`.
 */
export type NumberStyle =
  | 'part'
  | `section-${number}`
  | 'letter'
  | 'roman'
  | `decimal-${number}`
  | `mixed-${number}`
  | 'small'
  | 'small-roman'
  | 'bullet'
  | 'none';

export interface Numbered {
  /** As printed, without the mark after it: `I`, `1.1`, `a`. */
  number: string;
  rest: string;
}

const single = String.raw`\d{1,3}|[IVXLC]{1,6}|[A-ZĐ]|[a-zđ]|[ivx]{2,5}`;
/** No letter in two of the alternatives, whatever its case: there would be two ways for each step of a long path. */
const step = String.raw`\.(?:\d{1,3}|[IVXivx]{1,5}|[a-hj-uwyzđ])`;
/** `I.1`, `1.a`. */
const steps = String.raw`(?:\d{1,3}|[IVXLC]{1,6}|[A-ZĐ])(?:${step})+`;
/** `a1`, `C3.1`, `a.7.1` as well, which only a mark or a number column distinguishes from words such as “A4”. */
const path = String.raw`(?:${steps}|[A-Za-zĐđ]\.?\d{1,2}(?:${step})*)`;
const word = String.raw`(?:nhóm|phần|mục|tiêu chí|chương|nội dung|điều|câu|criterion|part|section)`;

const marked = new RegExp(
  String.raw`^(?:[Pp]hần|[Nn]hóm|[Mm]ục|[Tt]iêu chí|[Cc]hương|[Nn]ội dung|[Đđ]iều|[Cc]âu)?\s?\(?(${path}|${single})\s?(?:[.):/]+(?=\s|\p{L}|\(|$)|[-–](?=\s?\p{L}))\s?[-–:]?\s?`,
  'u',
);
const bullet = /^([-+•–*●○▪◦])\s?(?=[\p{L}\d("“])/u;
/** `1.1 Ban hành`: a path needs no mark after it, but `2.5 điểm` is no path. */
const bare = new RegExp(String.raw`^(${steps})\s(?!(?:điểm|đ|%|triệu|tỷ|ha|km|m)(?![\p{L}]))`, 'u');
const worded = new RegExp(String.raw`^${word}\s(${path}|${single})\s?(?:[-–:.]\s?|\s(?=\p{Lu}))`, 'iu');

/** The number at the beginning of a text, and the rest. */
export function splitNumber(text: string): Numbered | undefined {
  const match = worded.exec(text) ?? marked.exec(text) ?? bare.exec(text);
  if (match) return { number: match[1]!, rest: text.slice(match[0].length).trim() };
  const dash = bullet.exec(text);
  return dash ? { number: '-', rest: text.slice(dash[0].length).trim() } : undefined;
}

const alone = new RegExp(String.raw`^(?:${word}\s)?\(?(${path}|${single}|[-+•–*●○▪◦])[.):/\s]*$`, 'iu');

/** The number in a cell of a number column, without its marks; `undefined` for words. `1,1` is `1.1` shown by a spreadsheet. */
export function bareNumber(text: string): string | undefined {
  const plain = /^\d{1,3},\d{1,3}$/.test(text) ? text.replace(',', '.') : text.trim();
  const number = alone.exec(plain)?.[1];
  return number !== undefined && /^[+•–*●○▪◦]$/.test(number) ? '-' : number;
}

/** The number of a paragraph that the word processor counts: `1.1.` → `1.1`, “Điều 2.” → `2`. */
export const labelNumber = (label: string) => bareNumber(label) ?? splitNumber(label)?.number ?? label;

/** `I.1.a` → `I`, `1`, `a`; so does `C3.1`. */
export const segments = (number: string) => number.replace(/^(\p{L})(\d)/u, '$1.$2').split('.');

/** The style of a number; `previous`: the number before it among its siblings, for letters that are also Roman. */
export function styleOf(number: string, previous?: string): NumberStyle {
  const steps = segments(number);
  if (steps.length > 1 && steps.every((step) => /^(?:\d+|\p{L}{1,6})$/u.test(step)))
    return steps.every((step) => /^\d+$/.test(step)) ? `decimal-${steps.length}` : `mixed-${steps.length}`;
  if (/^\d+$/.test(number)) return 'decimal-1';
  const continues =
    number.length === 1 && previous?.length === 1 && previous.codePointAt(0)! + 1 === number.codePointAt(0);
  if (/^[ivx]{2,5}$/.test(number) || (number === 'i' && !continues)) return 'small-roman';
  if (/^[a-zđ]$/u.test(number)) return 'small';
  if (number === '-') return 'bullet';
  if (/^[IVXLC]+$/.test(number)) return continues || (number.length === 1 && /[CL]/.test(number)) ? 'letter' : 'roman';
  return /^[A-ZĐ]$/u.test(number) ? 'letter' : 'none';
}

/** A number that begins a list: `1`, `a`, `I`, `2.1`. */
export function isFirst(number: string): boolean {
  return ['1', '01', 'a', 'A', 'I', 'i'].includes(segments(number).at(-1)!);
}

/** How many steps a style has: 2 of `decimal-2`, 0 of letters and bullets. */
export const depthOf = (style: NumberStyle): number => Number(/-(\d+)$/.exec(style)?.[1] ?? 0);

/** Whether lines of this style have a printed number. */
export const isNumbered = (style: NumberStyle) =>
  style !== 'none' && style !== 'bullet' && style !== 'part' && !style.startsWith('section');

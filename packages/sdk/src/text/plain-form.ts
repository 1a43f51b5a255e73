import { toNfc } from './nfc.ts';

// Invisible: zero-width and direction marks, soft hyphens, joiners, fillers, variation selectors (Word, Zalo, PDF readers).
const special =
  /[\p{Default_Ignorable_Code_Point}\p{Cf}\s\u2800\p{Pd}\u02d7\u2043\u2212\u2796！-～﹢、。‚․⁄∕‘’‛ʼ`´′＇“”„‟″]/gu;
const slashes = /[⁄∕]/;
const quotes = /[‘’‛ʼ`´′]/;
const doubleQuotes = /[“”„‟″]/;

/** One typographic character as a keyboard has it; `''` for an invisible one. */
function plainCharacter(character: string): string {
  if (/\s|\u2800/.test(character) && character !== '\ufeff') return ' ';
  const code = character.codePointAt(0)!;
  // The full-width forms of Chinese and Japanese keyboards are in the order of ASCII.
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (/[\p{Pd}\u02d7\u2043\u2212\u2796]/u.test(character)) return '-';
  if (character === '﹢') return '+';
  if (character === '、' || character === '‚') return ',';
  if (character === '。' || character === '․') return '.';
  if (slashes.test(character)) return '/';
  if (quotes.test(character)) return "'";
  return doubleQuotes.test(character) ? '"' : '';
}

/** As {@link plainForm}, with the place of each character in the text: for finding, not for reading. */
export function plainWithPlaces(text: string): { plain: string; places: number[] } {
  let plain = '';
  const places: number[] = [];
  for (const { 0: character, index } of text.matchAll(/./gsu)) {
    const made = character.replace(special, plainCharacter);
    for (let at = 0; at < made.length; at++) places.push(index + at);
    plain += made;
  }
  return { plain, places };
}

const longest = 1000;

/**
 * What somebody typed or pasted where a number, a code or a date is meant, in the characters a keyboard has: invisible
 * characters vanish, every space (no-break, thin, figure …) is a space, runs of them one, every dash and minus is `-`,
 * curved quotes are straight, full-width digits, letters and signs (`０`, `，`, `＋`) are ordinary ones. Letters keep their marks
 * (NFC). Digits of other scripts, fractions (`½`) and raised digits (`²`) stay as they are: no parser takes them for
 * another number. Text of more than 1,000 characters is no such value and gives `''`.
 *
 * @example plainForm('\u200b０９１２\u00a0345–678') // '0912 345-678'
 */
export function plainForm(typed: string): string {
  if (typed.length > longest) return '';
  return toNfc(typed).replace(special, plainCharacter).replace(/ +/g, ' ').trim();
}

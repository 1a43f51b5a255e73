import { toNfc, toNfd } from './nfc.ts';

// Zero-width and other format characters arrive with text pasted from Word or Zalo; they are invisible and never searched for.
const unseen = /[\p{M}\p{Cf}]/gu;
const apostrophes = /['’‘‛ʼʹ′`´＇]/g;
// Where y and i are two spellings of one sound: not after the vowel of a diphthong (tay, tai), but in quy.
const yForI = /(?<![aeou])y|(?<=qu)y/g;
// Huyền, hỏi, ngã, sắc, nặng.
const tones = /[\u0300\u0309\u0303\u0301\u0323]/g;

/**
 * The form under which two spellings of the same Vietnamese words are equal, for search and for duplicate tests:
 * lower case, no tone or vowel marks, `đ` as `d`, single spaces. `hoà` and `hòa`, `Uỷ` and `Ủy`, NFC and NFD all become equal.
 * The letters U+00D0 `Ð` and U+0189 `Ɖ`, often typed for U+0110 `Đ`, fold like it. Punctuation stays.
 *
 * Store what the person typed (in NFC) and keep the folded text beside it; never show folded text.
 *
 * @example fold('  Ðường  NGUYỄN Huệ ') // 'duong nguyen hue'
 */
export function fold(text: string): string {
  return toNfd(toNfc(text).toLowerCase())
    .replace(unseen, '')
    .replace(/[đðɖ]/g, 'd')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC');
}

/**
 * {@link fold}, and punctuation no longer matters: apostrophes vanish, everything else that is neither letter nor digit
 * is a space. Nor does `y` where it is only the other spelling of `i` (`Mỹ`, `Mĩ`; `Quy`, `Qui`). For search columns and for
 * comparing names of places and people.
 *
 * @example searchKey('Bà Rịa – Vũng Tàu') // 'ba ria vung tau'
 * @example searchKey('H’Hen Niê') // 'hhen nie'
 * @example searchKey('Quy Nhơn') // 'qui nhon'
 */
export function searchKey(text: string): string {
  return fold(text)
    .replace(apostrophes, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(yForI, 'i')
    .trim();
}

/**
 * The opposite of {@link fold}: marks count, but not where in the syllable the tone is written, nor capitals or NFC/NFD.
 * For an exact mode of a search: `hoà` equals `hòa` and differs from `hoa`.
 */
export function exactKey(text: string): string {
  const moved = toNfd(toNfc(text).toLowerCase().replace(/[ðɖ]/g, 'đ'))
    .replace(/[\p{L}\p{M}]+/gu, (word) => word.replace(tones, '') + (word.match(tones)?.join('') ?? ''))
    .replace(/\s+/g, ' ')
    .trim();
  return toNfc(moved);
}

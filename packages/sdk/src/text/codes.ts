import { InputError } from '../errors/index.ts';
import { isDate } from './is-date.ts';
import { plainForm } from './plain-form.ts';

// Crockford's base 32: no I, L, O, U, so a misread letter has one right reading.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
// A code inside a sentence or an address, with separators between its parts and letters read as digits.
const written =
  /(?<![\p{L}\p{N}])[A-HJKMNP-TV-Z]{1,4}[ ._/-]{0,3}(?:[\dOIL][ ._/-]{0,3}){10,12}[\dA-TV-Z](?![\p{L}\p{N}])/giu;
const form = /^([A-HJKMNP-TV-Z]{1,4})(\d{6})(\d{4,6})([0-9A-HJKMNP-TV-Z])$/;

/** A case code taken apart. */
export interface CaseCode {
  /** The one way to write it: `PA-261123-0042-K`. */
  code: string;
  /** One to four letters, such as `PA`. */
  prefix: string;
  /** `YYYY-MM-DD`, of the years 2000–2099. */
  date: string;
  /** Number within the day, 0–999999. */
  serial: number;
}

/**
 * Makes a code a person can read out and type: prefix, day, number of the day, check character.
 * The check character finds every single wrong character and every swap of two neighbours.
 *
 * @param prefix one to four capital letters without I, L, O, U
 * @param date `YYYY-MM-DD`, of the years 2000–2099
 * @param serial 0–999999
 * @throws InputError `bad-code-prefix`, `bad-code-date`, `bad-code-serial`
 * @example makeCode('PA', '2026-11-23', 42) // 'PA-261123-0042-…'
 */
export function makeCode(prefix: string, date: string, serial: number): string {
  if (!/^[A-HJKMNP-TV-Z]{1,4}$/.test(prefix)) {
    throw new InputError('bad-code-prefix', '/prefix', {
      vi: 'Tiền tố của mã gồm 1–4 chữ cái in hoa, không dùng I, L, O, U.',
      en: 'A code prefix is 1–4 capital letters without I, L, O, U.',
    });
  }
  if (!isDate(date) || !date.startsWith('20')) {
    throw new InputError('bad-code-date', '/date', {
      vi: 'Ngày của mã phải là ngày có thật trong các năm 2000–2099.',
      en: 'The date of a code must exist and lie in 2000–2099.',
    });
  }
  if (!Number.isInteger(serial) || serial < 0 || serial > 999_999) {
    throw new InputError('bad-code-serial', '/serial', {
      vi: 'Số thứ tự trong ngày của mã phải từ 0 đến 999999.',
      en: 'The serial of a code must be 0–999999.',
    });
  }
  const day = date.slice(2).replaceAll('-', '');
  const number = String(serial).padStart(4, '0');
  return [prefix, day, number, checkCharacter(prefix + day + number)].join('-');
}

/**
 * Reads a code as people type it: small letters, missing or other separators, `O` for `0`, `I` or `l` for `1`.
 * `undefined` when the form, the day or the check character is wrong.
 */
export function parseCode(typed: string): CaseCode | undefined {
  const plain = plainForm(typed)
    .toUpperCase()
    .replace(/[ ._/-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  const [, prefix = '', day = '', number = '', check] = form.exec(plain) ?? [];
  const date = `20${day.slice(0, 2)}-${day.slice(2, 4)}-${day.slice(4)}`;
  const serial = Number(number);
  const oneSpelling = number === String(serial).padStart(4, '0');
  if (!isDate(date) || !oneSpelling || check !== checkCharacter(prefix + day + number)) return undefined;
  return { code: [prefix, day, number, check].join('-'), prefix, date, serial };
}

/**
 * The first code in a text, as {@link parseCode} reads it: one pasted with the sentence around it, or inside the address of a page.
 *
 * @example findCode('Mã hồ sơ: PA–261123–0042–E.')?.code // 'PA-261123-0042-E'
 */
export function findCode(text: string): CaseCode | undefined {
  const whole = parseCode(text);
  if (whole) return whole;
  for (const [found] of plainForm(text).matchAll(written)) {
    const code = parseCode(found);
    if (code) return code;
  }
  return undefined;
}

const inOneWord = /^([a-hjkmnp-tv-z]{0,4}?)([\doil]{4,13})([a-hjkmnp-tv-z]?)$/;

/**
 * The parts of a code, or of its beginning or end, that somebody typed without the hyphens, folded as `searchKey` folds:
 * `pa26ll23oo` → `pa`, `261123`, `00`. `undefined` for a word that is nothing of a code. For searching: the parts begin words of the
 * folded code.
 */
export function codeParts(word: string): string[] | undefined {
  const [, prefix = '', typed = '', check = ''] = inOneWord.exec(word) ?? [];
  if (!/\d/.test(typed)) return undefined;
  const digits = typed.replace(/o/g, '0').replace(/[il]/g, '1');
  const isDay = prefix !== '' || digits.length > 6;
  const day = isDay ? digits.slice(0, 6) : '';
  const rest = digits.slice(day.length);
  // Four digits that begin with 0 are the whole number of the day; one more is the check character.
  const serial = rest.startsWith('0') ? rest.slice(0, 4) : rest;
  const parts = [prefix, day, serial, rest.slice(serial.length), check].filter((part) => part !== '');
  return parts.length === 1 && parts[0] === word ? undefined : parts;
}

/**
 * A secret of a receipt as people type it: small letters, other separators, invisible characters, `O` for `0`, `I` or `L` for
 * `1`; only digits and capital letters come back.
 */
export function normalizeSecret(typed: string): string {
  return plainForm(typed)
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
}

/** True for a code {@link parseCode} can read. */
export function isCode(typed: string): boolean {
  return parseCode(typed) !== undefined;
}

/**
 * Damm's check character over 32 symbols. The step c∘x = 2·(c ⊕ x) in GF(2⁵) modulo x⁵+x²+1 is a totally anti-symmetric
 * quasigroup, which is what makes every single error and adjacent swap visible; since c∘c = 0, the state itself is the
 * check. H. M. Damm, “Totally anti-symmetric quasigroups for all orders n ≠ 2, 6”, Discrete Mathematics 307 (2007)
 * 715–729; alphabet: D. Crockford, “Base 32”.
 */
function checkCharacter(payload: string): string {
  let state = 0;
  for (const symbol of payload) {
    state = (state ^ alphabet.indexOf(symbol)) << 1;
    if (state & 32) state ^= 0b100101;
  }
  return alphabet[state]!;
}

import type { HouseStyle } from '@dvk/sdk/settings';

/**
 * Where the mark of a tone stands in open syllables with `oa`, `oe`, `uy`: `old` is on the first vowel – `ủy`, `hòa`, `khỏe` –, `new` on the
 * second – `uỷ`, `hoà`, `khoẻ`. Both are in use; a paper keeps to one. It is a choice of the house, not of the language.
 */
export type Tones = HouseStyle['tones'];

const marks = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323'].join('');
/** An open syllable with `oa`, `oe` or `uy`; `qu` is a consonant, and what follows it has one place only. */
const onFirst = new RegExp(`(?<![qQ])([oOuU])([${marks}])([aAeEyY])(?![\\p{L}\\p{M}])`, 'gu');
const onSecond = new RegExp(`(?<![qQ])([oOuU])([aAeEyY])([${marks}])(?![\\p{L}\\p{M}])`, 'gu');

const isPair = (one: string, other: string) => /^(?:oa|oe|uy)$/i.test(one + other);

/** A text with one way of placing tones throughout, NFC. */
export function spell(text: string, tones: Tones): string {
  const apart = text.normalize('NFD');
  const changed =
    tones === 'old'
      ? apart.replace(onSecond, (all, one: string, other: string, mark: string) =>
          isPair(one, other) ? `${one}${mark}${other}` : all,
        )
      : apart.replace(onFirst, (all, one: string, mark: string, other: string) =>
          isPair(one, other) ? `${one}${other}${mark}` : all,
        );
  return changed.normalize('NFC');
}

/** The words of a text that are spelled in each way. */
export function spellings(text: string): Record<Tones, string[]> {
  const words = [...text.normalize('NFD').matchAll(/[\p{L}\p{M}]+/gu)].map(([word]) => word);
  const like = (pattern: RegExp, one: number, other: number) =>
    words
      .filter((word) => [...word.matchAll(pattern)].some((match) => isPair(match[one]!, match[other]!)))
      .map((word) => word.normalize('NFC'));
  return { old: like(onFirst, 1, 3), new: like(onSecond, 1, 2) };
}

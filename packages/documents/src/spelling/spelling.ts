/**
 * Where the mark of a tone stands in open syllables: on the first vowel – `ủy`, `hòa`, `khỏe` –, or on the second – `uỷ`, `hoà`, `khoẻ`. Both are
 * in use; a paper keeps to one. It is a choice of the house, not of the language.
 */
export type UySpelling = 'ủy' | 'uỷ';

const tones = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323'].join('');
/** An open syllable with `oa`, `oe` or `uy`; `qu` is a consonant, and what follows it has one place only. */
const first = new RegExp(`(?<![qQ])([oOuU])([${tones}])([aAeEyY])(?![\\p{L}\\p{M}])`, 'gu');
const second = new RegExp(`(?<![qQ])([oOuU])([aAeEyY])([${tones}])(?![\\p{L}\\p{M}])`, 'gu');

const isPair = (one: string, other: string) => /^(?:oa|oe|uy)$/i.test(one + other);

/** A text with one way of placing tones throughout, NFC. */
export function spell(text: string, mode: UySpelling): string {
  const apart = text.normalize('NFD');
  const changed =
    mode === 'ủy'
      ? apart.replace(second, (all, one: string, other: string, tone: string) =>
          isPair(one, other) ? `${one}${tone}${other}` : all,
        )
      : apart.replace(first, (all, one: string, tone: string, other: string) =>
          isPair(one, other) ? `${one}${other}${tone}` : all,
        );
  return changed.normalize('NFC');
}

/** The words of a text that are spelled in each way. */
export function spellings(text: string): Record<UySpelling, string[]> {
  const apart = text.normalize('NFD');
  const words = [...apart.matchAll(/[\p{L}\p{M}]+/gu)].map(([word]) => word);
  const like = (pattern: RegExp, places: readonly [number, number]) =>
    words
      .filter((word) => [...word.matchAll(pattern)].some((match) => isPair(match[places[0]]!, match[places[1]]!)))
      .map((word) => word.normalize('NFC'));
  return { ủy: like(first, [1, 3]), uỷ: like(second, [1, 2]) };
}

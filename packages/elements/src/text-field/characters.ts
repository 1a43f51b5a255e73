// Characters that are one unit each in NFC: Latin with Vietnamese marks, punctuation. No need to segment those.
const plain = /^[\s\u0020-\u02ff\u1e00-\u1eff\u2010-\u2027\u20ab]*$/u;
const segmenter = /* @__PURE__ */ new Intl.Segmenter('vi', { granularity: 'grapheme' });

/**
 * Characters as a person counts them. Storage counts UTF-16 units; where these exceed the limit although the person's
 * count does not (emoji, rare scripts), the stored count is given, so that “left” and the error never disagree.
 */
export function countCharacters(text: string, max: number): number {
  if (text.length > max || plain.test(text)) return text.length;
  let count = 0;
  for (const _ of segmenter.segment(text)) count++;
  return count;
}

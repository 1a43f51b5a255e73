// Characters that are one unit each in NFC: Latin with Vietnamese marks, punctuation. No need to segment those.
const plain = /^[\s\u0020-\u02ff\u1e00-\u1eff\u2010-\u2027\u20ab]*$/u;
// What joins the character before it: marks, skin tones, and whatever follows a joiner.
const joining = /\u200d\P{M}|\p{M}|\p{Emoji_Modifier}/gu;

/**
 * Characters as a person counts them. Storage counts UTF-16 units; where these exceed the limit although the person's
 * count does not (emoji, rare scripts), the stored count is given, so that “left” and the error never disagree.
 */
export function countCharacters(text: string, max: number): number {
  if (text.length > max || plain.test(text)) return text.length;
  // Firefox has a segmenter since 125; without it the count is right for all but flags and some Indic scripts.
  const characters = Intl.Segmenter
    ? new Intl.Segmenter('vi', { granularity: 'grapheme' }).segment(text)
    : text.replace(joining, '');
  return [...characters].length;
}

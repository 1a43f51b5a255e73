/** For each of 96 beginnings of a word – its first letter, its first two – whether a text has a word beginning so. */
export type WordBits = readonly [firstLetter: number, firstTwo: number, firstTwoMore: number];

const space = 32;

/** The bits of folded words with a space before each. */
export function wordBits(words: string): WordBits {
  let [first, two, more] = [0, 0, 0];
  for (let at = words.indexOf(' '); at >= 0 && at + 1 < words.length; at = words.indexOf(' ', at + 1)) {
    const letter = words.charCodeAt(at + 1);
    if (letter === space) continue;
    first |= 1 << (letter & 31);
    const next = words.charCodeAt(at + 2);
    if (next === space || Number.isNaN(next)) continue;
    const pair = letter * 31 + next;
    if (pair & 32) two |= 1 << (pair & 31);
    else more |= 1 << (pair & 31);
  }
  return [first, two, more];
}

/** False only if a word beginning like one of those asked for is certainly missing. This rules out most texts. */
export function mayHave(all: Int32Array, number: number, [first, two, more]: WordBits): boolean {
  const at = number * 3;
  return (all[at]! & first) === first && (all[at + 1]! & two) === two && (all[at + 2]! & more) === more;
}

import { isSeen, tidy } from '../contract/tidy.ts';

/** The most characters (code points) of a title that is taken from a text. */
export const longestTitle = 120;
/** Where there is no sentence to take a title from. */
export const untitled = 'Chưa có tiêu đề';

/** No first sentence is longer, and no search for one goes further. */
const farthest = 2000;
const abbreviations = /* @__PURE__ */ new Set(
  'tp tt tx tdp kp p q h x t s đ d đ/c d/c ô b ông ts ths ths.bs pgs gs bs cn ks ktx v v.v vv stt tel đt sđt dt fax mr mrs ms st km m cm mm ha kg g l ubnd hđnd nxb vd tr sn nv'.split(
    ' ',
  ),
);
/** How a letter begins, and who writes: neither says what it is about. */
const openings =
  /^(?:kính (?:gửi|thưa|chào|đề nghị các)|xin chào|chào|thưa|dear|(?:tôi|em|cháu|con|mình) (?:tên )?(?:là|tên)|tên tôi)(?![\p{L}\p{N}])/iu;
const listMark = /^(?:[-–—*+•]\s+|\d{1,2}[.)]\s+)/u;
const sentenceEnd = /[.!?…]+["'”’»)\]]*/gu;

/** Whether the dot after `before` and in front of `after` ends a sentence. */
function endsSentence(before: string, mark: string, after: string): boolean {
  const word = /\S*$/.exec(before)![0].replace(/^["'“‘«([]+/, '');
  if (!mark.startsWith('.') || mark.startsWith('..')) return after === '' || /^\s/.test(after);
  if (abbreviations.has(word.toLowerCase())) return false;
  // Initials, as in “Nguyễn V. A”; “Nguyễn Văn A.” may end a sentence.
  if (/^\p{Lu}$/u.test(word) && /^\s+\p{Lu}(?!\p{L})/u.test(after)) return false;
  if (/^\p{N}/u.test(after)) return false;
  // “15. Từ hôm qua …” ends a sentence, “7. giờ” does not.
  if (/\p{N}$/u.test(word)) return after === '' || /^\s+\P{Ll}/u.test(after);
  // People leave out the space, as in “chưa lấy.Mùi hôi”, which no address or file name looks like.
  return after === '' || /^\s/.test(after) || (/^\p{Ll}{2,}$/u.test(word) && /^\p{Lu}\p{Ll}*\s/u.test(after));
}

function* sentencesOf(text: string): Generator<string> {
  for (const line of text.split(/[\r\n]+/)) {
    const rest = line.trim().replace(listMark, '').replace(/\s+/g, ' ');
    let start = 0;
    for (const { 0: mark, index } of rest.matchAll(sentenceEnd)) {
      const end = index + mark.length;
      // No word in front of a dot is longer than its last hundred characters.
      const before = rest.slice(Math.max(start, index - 100), index);
      if (!endsSentence(before, mark, rest.slice(end, end + 50))) continue;
      yield rest.slice(start, end);
      start = end;
    }
    yield rest.slice(start);
  }
}

/** A sentence as a title: without its full stop, and no longer than a title may be. */
function asTitle(sentence: string): string {
  const whole = sentence.trim().replace(/(?<!\.)[.,;:]+$/u, '');
  const letters = Array.from(whole);
  if (letters.length <= longestTitle) return whole;
  const cut = letters.slice(0, longestTitle - 1).join('');
  const clause = Math.max(cut.lastIndexOf(', '), cut.lastIndexOf('; '));
  if (clause > cut.length / 2) return cut.slice(0, clause);
  const space = cut.lastIndexOf(' ');
  return `${(space > cut.length / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:–-]+$/u, '')}…`;
}

/**
 * The title of a report that came with none: the first sentence of its text that says something, without salutation and
 * list marks. Dots in numbers, dates and abbreviations (“TP.”, “Đ/c.”, “3 km.”) end no sentence. A longer one is cut after
 * a clause or a word. Never empty.
 *
 * @example titleFrom('Rác ở P. Tân Ninh 5 ngày chưa lấy. Mùi hôi bay vào lớp.') // 'Rác ở P. Tân Ninh 5 ngày chưa lấy'
 */
export function titleFrom(content: string): string {
  const text = tidy(content.slice(0, farthest), farthest);
  let first: string | undefined;
  for (const sentence of sentencesOf(text)) {
    const title = asTitle(sentence);
    if (title === '' || !isSeen(title) || !/[\p{L}\p{N}]/u.test(title)) continue;
    if (/\s/.test(title) && !openings.test(title)) return title;
    first ??= title;
  }
  const rest = first ?? asTitle(text);
  return rest !== '' && isSeen(rest) ? rest : untitled;
}

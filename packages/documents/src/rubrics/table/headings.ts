import type { Doubts } from '../doubt.ts';
import { joinTexts } from '../grid.ts';
import type { Item } from './item.ts';
import { depthOf, isFirst, isNumbered } from './numbers.ts';
import { isPart } from './parts.ts';

const isCapitals = (text: string) => /\p{Lu}{2}/u.test(text) && text === text.toUpperCase();

const standsOut = (item: Item, beside: Item | undefined) =>
  (item.bold && !beside?.bold) || (isCapitals(item.title) && !isCapitals(beside?.title ?? ''));

/** “Mỗi trường hợp sai: trừ 0,5 điểm”, “Nếu có 01 xã …”: the text of a line, never the name of a section. */
const isSentence = (text: string) => text.length > 60 && /(?<!\p{L})(?:mỗi|cứ|nếu)(?!\p{L})/iu.test(text);

/** A row of words alone, without a number or points: only its neighbours show whether it is their heading or continues the row above. */
const isLoose = ({ style, max, isLine, scoring, evidence }: Item) =>
  style === 'none' && max === undefined && !isLine && !scoring && !evidence;

/** Points of an item; a line whose levels follow has those of the best. */
function worthOf(items: readonly Item[], at: number): number {
  const { max } = items[at]!;
  if (max !== undefined) return max;
  let best = 0;
  for (let below = at + 1; items[below]?.style === 'bullet'; below++) best = Math.max(best, items[below]!.max ?? 0);
  return best;
}

/** Points of the items under `at` that are counted like the first of them, up to the next heading. */
function sumBelow(items: readonly Item[], at: number): number {
  const { style } = items[at + 1]!;
  let sum = 0;
  for (let below = at + 1; below < items.length; below++) {
    const item = items[below]!;
    if (item.style === style) sum += worthOf(items, below);
    else if (item.style === 'none' && isNumbered(items[below + 1]?.style ?? 'none')) break;
    else if (item.style.startsWith('section') || ['part', 'roman', 'letter'].includes(item.style)) break;
    // `3` ends what `2.1`, `2.2` belong to.
    else if (depthOf(item.style) > 0 && depthOf(item.style) < depthOf(style)) break;
  }
  return sum;
}

/** Points that fall from line to line, the first being the most: levels of the line above rather than lines of their own. */
function areLevels(above: Item | undefined, run: readonly Item[]): boolean {
  return (
    above !== undefined &&
    run.length >= 2 &&
    run.every(({ style, max }, at) => style === 'none' && max !== undefined && (at === 0 || max < run[at - 1]!.max!)) &&
    (above.max === undefined || above.max === run[0]!.max)
  );
}

/** Whether an unnumbered line with points heads the numbered ones below. */
function headsLines(items: readonly Item[], at: number): boolean {
  const item = items[at]!;
  const next = items[at + 1];
  if (!next || !isNumbered(next.style) || item.max === undefined) return false;
  const start = items
    .slice(Math.max(0, at - 30), at)
    .findLastIndex(({ style }) => style !== 'none' && style !== 'bullet');
  const offset = Math.max(0, at - 30);
  const above = start < 0 ? undefined : items[offset + start];
  const run = items.slice(offset + start + 1, at + 1);
  if (areLevels(above, run)) return false;
  return sumBelow(items, at) === item.max || standsOut(item, next);
}

/** Lines without numbers, some of which are headings of the others: a heading has the points of the lines up to the next one. */
function headingsBySum(all: readonly Item[]): Set<Item> {
  const headings = new Set<Item>();
  const items = all.filter(({ max }) => max !== undefined);
  if (items.length < 3 || items[0] !== all[0] || all.some(({ style }) => style !== 'none')) return headings;
  for (let at = 0; at < items.length;) {
    const { max } = items[at]!;
    let [sum, end] = [0, at + 1];
    while (end < items.length && sum < max!) sum += items[end++]!.max!;
    if (sum !== max || end === at + 1) return new Set();
    headings.add(items[at]!);
    at = end;
  }
  return headings;
}

/** Decides for each unnumbered row whether it is a heading, a line, or more words for the line above. */
export function settleHeadings(items: readonly Item[], doubts: Doubts): Item[] {
  const settled: Item[] = [];
  const bySum = headingsBySum(items);
  const seen = new Set<string>();
  // A table that begins with a heading without points has more of them.
  const opens = items[0] !== undefined && isLoose(items[0]);
  for (const [at, item] of items.entries()) {
    const next = items[at + 1];
    const before = settled.at(-1);
    const place = { table: item.table, row: item.row };
    if (bySum.has(item)) {
      doubts.add(
        'heading-by-sum',
        place,
        '“$0” được hiểu là đề mục vì các dòng dưới cộng đúng bằng điểm của nó',
        '“$0” is read as a heading because the lines below add up to its points',
        item.title,
      );
      item.style = 'section-0';
    } else if (isLoose(item)) {
      const running = /^[\p{Ll}(\d]/u.test(item.title) || item.title.endsWith(':') || isSentence(item.title);
      const begins = next !== undefined && isNumbered(next.style) && isFirst(next.number);
      const deeper = next !== undefined && before !== undefined && isNumbered(next.style) && !seen.has(next.style);
      const again = next !== undefined && isNumbered(next.style) && seen.has(next.style);
      const heads =
        next !== undefined &&
        next.style !== 'bullet' &&
        !running &&
        (!before || standsOut(item, next) || (begins && !deeper) || (again && (opens || !isNumbered(before.style))));
      if (before && !heads) {
        before.note = joinTexts(before.note, item.title);
        if (next && isNumbered(next.style) && !running)
          doubts.add(
            'heading-or-note',
            place,
            'Không rõ “$0” là đề mục hay ghi chú của dòng trên; bản nháp giữ làm ghi chú',
            'It is not clear whether “$0” is a heading or a note of the line above; the draft keeps it as a note',
            item.title,
          );
        continue;
      }
      if (next) item.style = isPart(item.title) ? 'part' : 'section-0';
    } else if (item.style === 'none' && headsLines(items, at)) item.style = isPart(item.title) ? 'part' : 'section-0';
    if (isNumbered(item.style)) seen.add(item.style);
    settled.push(item);
  }
  return settled;
}

import { someOf, type Doubts } from '../doubt.ts';
import { joinTexts } from '../grid.ts';
import { isGate } from './criterion.ts';
import type { Item } from './item.ts';
import { readScoring } from './scoring.ts';

/** An item as one text: number, title and everything that belongs to it. */
function wordsOf({ number, title, scoring, note, evidence, children }: Item): string {
  return joinTexts(`${number} ${title}`.trim(), scoring, note, evidence, ...children.map(wordsOf));
}

/** A line as part of a note, with the points it takes off. */
const noteOf = (item: Item) =>
  item.negative && item.max ? `${wordsOf(item)}: −${String(item.max / 100).replace('.', ',')} điểm` : wordsOf(item);

/** Neither it nor anything below states points, or would have stated them had they been readable; a demand needs none. */
const hasNoPoints = (item: Item): boolean =>
  item.max === undefined &&
  !item.isLine &&
  !isGate(item) &&
  !readScoring(item.scoring) &&
  item.children.every(hasNoPoints);

/** Every line in it takes points off. */
export const isPenalty = ({ negative, max, children }: Item): boolean =>
  negative || (max === undefined && children.length > 0 && children.every(isPenalty));

const total = (items: readonly Item[]) => items.reduce((sum, { max }) => sum + (max ?? 0), 0);

/**
 * Lines that only say how the one above them is scored become its note: those that take points off, which would count as
 * points to be had, and those without points where the rest adds up without them, such as the figures a rate is made of.
 */
export function foldLines(item: Item, doubts: Doubts): void {
  const penalties = item.children.filter((child) => child.negative && child.children.length === 0);
  for (const { title, max, table, row } of penalties)
    doubts.add(
      'penalty-in-note',
      { table, row },
      '“$0” trừ $1 điểm: bản nháp giữ trong ghi chú của “$2”, không thành dòng riêng',
      '“$0” takes off $1 points: the draft keeps it in the note of “$2”, not as a line of its own',
      title,
      max ?? 0,
      item.title,
    );
  const others = item.children.filter((child) => !penalties.includes(child));
  const silent = others.filter(hasNoPoints);
  const worth = others.filter((child) => !silent.includes(child));
  const fits = item.max !== undefined && (worth.length === 0 || total(worth) === item.max);
  const folded = new Set([...penalties, ...(fits ? silent : [])]);
  if (folded.size === 0) return;
  if (fits && silent.length > 0)
    doubts.add(
      'lines-without-points',
      { table: silent[0]!.table, row: silent[0]!.row },
      '“$0” có điểm riêng, các dòng không có điểm bên dưới được giữ trong ghi chú (hàng): $1',
      '“$0” has points of its own; lines without points below it are kept in its note (row): $1',
      item.title,
      someOf(silent.map(({ title, row }) => `“${title}” (${row})`)),
    );
  let holder = item;
  for (const child of item.children) {
    // Among lines without numbers, one without points continues the line above it.
    if (folded.has(child)) holder.note = joinTexts(holder.note, noteOf(child));
    else if (child.style === 'none') holder = child;
  }
  item.children = item.children.filter((child) => !folded.has(child));
}

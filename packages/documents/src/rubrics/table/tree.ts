import type { Doubts } from '../doubt.ts';
import type { Item } from './item.ts';
import { depthOf, isNumbered, segments, type NumberStyle } from './numbers.ts';

/** `1.10` typed into a spreadsheet is stored as `1.1`: after `1.9` that can only be the tenth. */
function mendTens(items: readonly Item[], doubts: Doubts): void {
  const last = new Map<NumberStyle, string>();
  for (const item of items) {
    const before = last.get(item.style);
    const cut = item.number.lastIndexOf('.') + 1;
    const [head, tail] = [item.number.slice(0, cut), item.number.slice(cut)];
    if (
      head &&
      before?.startsWith(head) &&
      /^[1-9]$/.test(tail) &&
      Number(before.slice(cut)) === Number(tail) * 10 - 1
    ) {
      item.number = `${head}${tail}0`;
      const place = { table: item.table, row: item.row };
      doubts.add('number-lost-zero', place, 'Số thứ tự đọc là “$0”', 'The number was read as “$0”', item.number);
    }
    last.set(item.style, item.number);
  }
}

/** Small marks inside a line: they never hold numbered lines. */
const isSmall = (style: NumberStyle) => ['small', 'small-roman', 'bullet', 'none'].includes(style);

/** `I.1` belongs under `I`, `1.1` under `1`, wherever those are. */
function parentByNumber(open: readonly Item[], number: string): number {
  const steps = segments(number);
  return open.findLastIndex((each) => {
    const above = segments(each.number);
    return above.length < steps.length && steps.slice(-above.length - 1, -1).join('.') === above.join('.');
  });
}

/** Whether an unnumbered heading divides the lines of the numbered one right above it: “5 … 540”, “Dịch vụ công … 170”, “5.1 …”. */
function divides(open: readonly Item[], { max }: Item, next: Item | undefined): boolean {
  const above = open.at(-1);
  if (!above || !next || above.children.length > 0 || !isNumbered(above.style) || !isNumbered(next.style)) return false;
  const fits = max === undefined || above.max === undefined || max <= above.max;
  return fits && !open.some(({ style }) => style === next.style);
}

/** Dashes below the unnumbered line at `at` that are neither its levels, which fall, nor its parts, which add up to it. */
function areLines(items: readonly Item[], at: number): boolean {
  const { style, max, row } = items[at]!;
  if (style !== 'none' || max === undefined || items[at + 1]?.row === row) return false;
  const points: (number | undefined)[] = [];
  for (let below = at + 1; items[below]?.style === 'bullet'; below++) points.push(items[below]!.max);
  if (points.length < 2 || points.includes(undefined)) return false;
  const isMonotone = [1, -1].some((sign) => points.every((each, n) => n === 0 || (each! - points[n - 1]!) * sign > 0));
  return !isMonotone && points.reduce<number>((sum, each) => sum + each!, 0) !== max;
}

/** Lines without a number below `at` that have more points than it can hold: they are its siblings. */
function standBeside(items: readonly Item[], at: number): boolean {
  const { style, max } = items[at]!;
  if (max === undefined || !isNumbered(style)) return false;
  for (let below = at + 1; items[below]?.style === 'none' || items[below]?.style === 'bullet'; below++)
    if (items[below]!.style === 'none' && (items[below]!.max ?? 0) > max) return true;
  return false;
}

/** How many of the open items stay open around an item; `beside`: unnumbered lines are siblings of the numbered one above. */
function stillOpen(open: readonly Item[], item: Item, next: Item | undefined, beside: boolean): number {
  const { style, number } = item;
  if (style === 'part') return 0;
  const parent = parentByNumber(open, number);
  if (parent >= 0) {
    // Headings without a number may stand between.
    let inner = parent + 1;
    while (open[inner]?.style.startsWith('section')) inner += 1;
    return inner;
  }
  if (style === 'section-0') {
    if (divides(open, item, next)) return open.length;
    const beside = open.findIndex((each) => each.style === style);
    const leaves = next ? open.findIndex((each) => each.style === next.style) : -1;
    if (beside > 0 && !(leaves >= 0 && leaves < beside)) return beside;
  }
  if (style.startsWith('section')) {
    const around = (each: NumberStyle) =>
      ['letter', 'roman', 'part'].includes(each) || (each.startsWith('section') && depthOf(each) < depthOf(style));
    return open.findLastIndex((each) => around(each.style)) + 1;
  }
  const same = open.findIndex((each) => each.style === style);
  if (same >= 0) return same;
  if (style.startsWith('decimal') || style.startsWith('mixed')) {
    // `1.1` after `a)` closes the items under the last `1`.
    const counted = (each: NumberStyle) => each.startsWith('decimal') || each.startsWith('mixed');
    return (
      open.findLastIndex(
        (each) => !isSmall(each.style) && !(counted(each.style) && depthOf(each.style) >= depthOf(style)),
      ) + 1
    );
  }
  if (style === 'roman' || style === 'letter') {
    const parent = open.findIndex((each) => each.style === (style === 'roman' ? 'letter' : 'roman'));
    // Roman numbers belong under a letter. A letter right under one divides it; a letter after its lines is its sibling.
    return style === 'letter' && parent >= 0 && open[parent]!.children.length > 0 ? 0 : parent + 1;
  }
  if (style === 'small-roman')
    return open.findLastIndex((each) => !['bullet', 'none', 'small-roman'].includes(each.style)) + 1;
  if (style === 'small') return open.findLastIndex((each) => !isSmall(each.style)) + 1;
  if (style !== 'none') return open.length;
  const above = open.findLastIndex((each) => each.style !== 'bullet' && each.style !== 'none');
  return beside && isNumbered(open[above]?.style ?? 'none') ? above : above + 1;
}

/** Puts each item under the last one of a style above its own; a style met for the first time goes one level down. */
export function nest(items: readonly Item[], doubts: Doubts): Item[] {
  mendTens(items, doubts);
  const top: Item[] = [];
  let open: Item[] = [];
  let beside = false;
  for (const [at, item] of items.entries()) {
    if (isNumbered(item.style)) beside = standBeside(items, at);
    open = open.slice(0, stillOpen(open, item, items[at + 1], beside));
    if (open.length === 0 && areLines(items, at))
      for (let below = at + 1; items[below]?.style === 'bullet'; below++)
        Object.assign(items[below]!, { style: 'none', number: '' });
    (open.at(-1)?.children ?? top).push(item);
    open.push(item);
  }
  return top;
}

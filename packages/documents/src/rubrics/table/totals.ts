import { fold } from '@dvk/sdk/text';
import type { Doubts } from '../doubt.ts';
import { hundredths } from './points.ts';
import type { Item, Total } from './item.ts';

/** What a total may be the sum of. */
interface Sums {
  /** Points of an item in the draft. */
  worth: (item: Item) => number;
  /** Tops of the table by part. */
  criteria: readonly Item[];
  bonus: readonly Item[];
  deduction: readonly Item[];
}

const add = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

/** The items around the last line above a total, outermost first. */
function around(tops: readonly Item[], after: number): Item[] {
  const found: Item[] = [];
  let list = tops;
  for (;;) {
    const item = list.findLast(({ order }) => order < after);
    if (!item) return found;
    found.push(item);
    list = item.children;
  }
}

function allItems(tops: readonly Item[]): Item[] {
  return tops.flatMap((item) => [item, ...allItems(item.children)]);
}

/**
 * Compares every sum the table states with what the draft adds up to; where they differ, nothing of the draft is certain.
 * Returns the total of the whole as stated, if it is.
 */
export function checkTotals(
  totals: readonly Total[],
  { worth, criteria, bonus, deduction }: Sums,
  doubts: Doubts,
): number | undefined {
  const whole = add(criteria.map(worth));
  const extra = add(bonus.map(worth));
  const tops = [...criteria, ...bonus, ...deduction].sort((a, b) => a.order - b.order);
  let stated: number | undefined;
  let since = 0;
  for (const [at, total] of totals.entries()) {
    const { points, scope, after, label, place } = total;
    const named = scope.map((number) =>
      allItems(tops).findLast((item) => item.number === number && (item.order < after || after === 0)),
    );
    const known = scope.length > 0 && named.every((item) => item !== undefined);
    const until = add(criteria.filter(({ order }) => order < after).map(worth));
    const last = label !== '' && !totals.slice(at + 1).some((each) => each.label !== '' && each.scope.length === 0);
    const coversAll = known && criteria.every((item) => named.includes(item));
    const sections = around(tops, after);
    const wholes = [whole, whole + extra];
    const partial = known
      ? [add(named.map((item) => worth(item!)))]
      : [until, ...sections.map(worth), add(tops.filter(({ order }) => order >= since && order < after).map(worth))];
    since = after;
    if (coversAll || (!known && (wholes.includes(points) || (last && !partial.includes(points))))) {
      stated = points === whole + extra ? whole : points;
      if (wholes.includes(points)) continue;
    } else if (partial.includes(points)) {
      if (last && !known && points === until && until < whole)
        doubts.add(
          'lines-below-total',
          place,
          'Dòng “$0” là tổng các dòng trên, nhưng bên dưới còn dòng có điểm: bản nháp tính cả các dòng đó',
          '“$0” is the sum of the lines above, but lines with points follow it: the draft counts them too',
          label,
        );
      continue;
    }
    if (label === '') {
      doubts.add(
        'points-without-title',
        place,
        'Điểm “$0” đứng ở dòng không có nội dung; chưa đưa vào bản nháp',
        'The points “$0” stand in a row without a title and are not in the draft',
        points,
      );
      continue;
    }
    const computed = coversAll || (!known && (last || after === 0)) ? whole : partial[0]!;
    doubts.add(
      'total-disagrees',
      place,
      'Bảng ghi “$0” là $1 điểm, bản nháp cộng được $2 điểm: chưa con số nào của bản nháp là chắc chắn',
      'The table states “$0” as $1 points, the draft adds up to $2: no number of the draft is certain',
      label,
      points,
      computed,
    );
  }
  return stated;
}

const saysTotal = /(?:tong (?:so )?diem|thang diem)[^\d.;]{0,40}?(\d{2,4}(?:[.,]\d{1,2})?)(?! *(?:\/|%|phieu|nguoi))/;

/** “Điểm tối đa (100 điểm)”, “Points (250 total)” over the column of points. */
const inLabel = /\((?:tong |total )?(\d{2,4})(?: (?:diem|points?|pts|marks|total))*\)/;

/** Without a row that states it, the total is what the draft adds up to; the text around the table may confirm or deny it. */
export function checkUnstatedTotal(
  sum: number,
  label: string,
  texts: readonly string[],
  table: string,
  doubts: Doubts,
): void {
  for (const text of [label, ...texts]) {
    const pattern = text === label ? inLabel : saysTotal;
    const typed = pattern.exec(fold(text.slice(0, 500)))?.[1];
    const points = typed === undefined ? undefined : hundredths(typed);
    if (points === undefined) continue;
    if (points === sum) return;
    doubts.add(
      'total-disagrees',
      { table },
      'Văn bản ghi “$0”, bản nháp cộng được $1 điểm: chưa con số nào của bản nháp là chắc chắn',
      'The text says “$0”, the draft adds up to $1 points: no number of the draft is certain',
      text.slice(0, 200),
      sum,
    );
    return;
  }
  doubts.add(
    'total-computed',
    { table, pointer: '/total' },
    'Bảng không ghi tổng điểm; bản nháp lấy tổng các mục là $0',
    'The table states no total; the draft takes the sum of its lines, $0',
    sum,
  );
}

import { fold } from '@dvk/sdk/text';
import type { Condition, Pot, RubricNode } from '@dvk/sdk/rubrics';
import { maxOf, type RubricPart } from '@dvk/sdk/rubrics';
import { someOf, type Doubts } from '../doubt.ts';
import { joinTexts, MAX_TEXT } from '../grid.ts';
import { isReserved, makeCriterion, noteOf, unreadScoring, type Common } from './criterion.ts';
import { foldLines, isPenalty } from './fold.ts';
import { isPart, isSurelyPart, partOf } from './parts.ts';
import type { Item } from './item.ts';
import { readLevels, type Scoring } from './scoring.ts';

/** Longest number a rubric prints. */
const MAX_NUMBER = 20;

const sumOf = (nodes: readonly RubricNode[]) => nodes.reduce((total, node) => total + maxOf(node), 0);
const named = (items: readonly Item[]) => someOf(items.map(({ title, row }) => `“${title}” (${row})`));

/** Turns the lines of a table into the parts of a rubric, with doubts for what is uncertain. */
export class Draft {
  readonly conditions: Condition[] = [];
  readonly #doubts: Doubts;
  readonly #ids = new Set<string>();
  readonly #copies = new Map<string, number>();
  readonly #worth = new Map<Item, number>();
  /** Groups and lines whose maximum is not stated but follows from what is inside. */
  readonly #summed: Item[] = [];
  readonly #computed: Item[] = [];
  #part: RubricPart = 'criteria';

  constructor(doubts: Doubts) {
    this.#doubts = doubts;
  }

  /** Points of an item in the draft. */
  worth(item: Item): number {
    return this.#worth.get(item) ?? 0;
  }

  /** The tops of the table by part: bonus and deduction stand apart from the criteria. */
  split(items: readonly Item[]): Record<RubricPart, Item[]> {
    const parts: Record<RubricPart, Item[]> = { criteria: [], bonus: [], deduction: [] };
    for (const item of items) {
      const { title, children, style, table, row } = item;
      const named =
        style === 'part' || isSurelyPart(title) || (children.length > 0 && isPart(title)) ? partOf(title) : 'criteria';
      const penalties = named === 'criteria' && children.length > 0 && isPenalty(item);
      const part = penalties ? 'deduction' : named;
      parts[part].push(item);
      if (penalties || (partOf(title) !== 'criteria' && !isSurelyPart(title) && style !== 'part'))
        this.#doubts.add(
          'part-guessed',
          { table, row },
          part === 'criteria'
            ? '“$0” được hiểu là tiêu chí, không phải điểm cộng hay điểm trừ'
            : '“$0” được hiểu là điểm cộng hoặc điểm trừ',
          part === 'criteria'
            ? '“$0” is read as a criterion, not as bonus or deduction'
            : '“$0” is read as bonus or deduction',
          title,
        );
    }
    return parts;
  }

  /** Nodes of one part; `parent` is the id of the group around them. */
  nodes(items: readonly Item[], parent = ''): RubricNode[] {
    return items.map((item) => {
      const node = this.#node(item, parent);
      this.#worth.set(item, maxOf(node));
      return node;
    });
  }

  /** A pot from its heading: the heading's maximum is the pot's, its lines are the pot's lines. */
  pot(items: readonly Item[], part: 'bonus' | 'deduction'): Pot | undefined {
    const [only] = items;
    if (!only) return undefined;
    const single = items.length === 1 && only.children.length > 0;
    this.#part = part;
    const criteria = this.nodes(single ? only.children : items, part);
    this.#part = 'criteria';
    const sum = sumOf(criteria);
    const stated = single ? only.max : undefined;
    const max = Math.min(stated ?? sum, sum);
    const place = { table: only.table, row: only.row, pointer: `/${part}/max` };
    if (stated === undefined && single) this.#summed.push(only);
    if (stated !== undefined && stated > sum)
      this.#doubts.add(
        'pot-disagrees',
        place,
        '“$0” ghi tối đa $1, các mục chỉ cộng được $2',
        '“$0” states at most $1, its lines add up to $2 only',
        only.title,
        stated,
        sum,
      );
    const said = [only.note, only.scoring, only.evidence].filter(Boolean);
    if (single && said.length > 0)
      this.#doubts.add(
        'heading-text-dropped',
        place,
        '“$0” còn ghi: $1',
        '“$0” says more: $1',
        only.title,
        someOf(said),
      );
    if (single) this.#worth.set(only, max);
    return { max, criteria };
  }

  /** To be called once at the end: reports which numbers were computed. */
  finish(): void {
    for (const [items, code, vi, en] of [
      [
        this.#summed,
        'group-sum-computed',
        'Không ghi điểm, lấy tổng các mục bên trong (hàng): $0',
        'No points are stated, the sum of what is inside was taken (row): $0',
      ],
      [
        this.#computed,
        'max-from-levels',
        'Không ghi điểm tối đa, lấy mức cao nhất (hàng): $0',
        'No maximum is stated, the highest level was taken (row): $0',
      ],
    ] as const) {
      const [first] = items;
      if (first) this.#doubts.add(code, { table: first.table, row: first.row }, vi, en, named(items));
    }
  }

  /** `I.1.a` from the printed numbers; unique, and short enough to be a key. */
  #id(item: Item, parent: string): string {
    const number = item.number.replace(/[^A-Za-z0-9.]/g, '');
    const own = number || String(this.#ids.size + 1);
    // `1.1` shows its parent by itself; `1` or `a` only under its parent.
    const path = parent && !own.includes('.') ? `${parent}.${own}` : own;
    const base = path.slice(-50).replace(/^[^A-Za-z0-9]+/, '') || 'x';
    let id = base;
    let copy = this.#copies.get(base) ?? 1;
    while (this.#ids.has(id)) id = `${base}-${++copy}`;
    this.#copies.set(base, copy);
    this.#ids.add(id);
    return id;
  }

  #node(item: Item, parent: string): RubricNode {
    const unnumbered = ['bullet', 'part'].includes(item.style) || !item.number;
    const tooLong = item.number.length > MAX_NUMBER;
    if (tooLong) item.note = [item.number, item.note].filter(Boolean).join('\n');
    const common: Common = {
      id: this.#id(item, parent),
      ...(unnumbered || tooLong ? {} : { number: item.number }),
      title: { vi: item.title },
      ...(isReserved(item) ? { scoredBy: 'superior' as const } : {}),
    };
    if (item.negative && this.#part !== 'deduction')
      this.#doubts.add(
        'sign-dropped',
        { table: item.table, row: item.row },
        '“$0” ghi điểm âm; bản nháp giữ $1 không dấu',
        '“$0” has negative points; the draft keeps $1 without the sign',
        item.title,
        item.max ?? 0,
      );
    if (joinTexts(item.note, item.scoring, item.evidence).length > MAX_TEXT)
      this.#doubts.add(
        'text-cut',
        { table: item.table, row: item.row },
        '“$0”: phần chữ đi kèm quá dài, chỉ giữ phần đầu',
        '“$0”: the text beside it is too long, only its beginning is kept',
        item.title.slice(0, 200),
      );
    if (this.#part !== 'deduction') foldLines(item, this.#doubts);
    const levels = this.#levelsBelow(item);
    if (item.children.length > 0 && !levels) return this.#group(item, common);
    if (levels) this.#keepTextsOfLevels(item);
    return makeCriterion(item, common, levels, {
      doubts: this.#doubts,
      conditions: this.conditions,
      deducts: this.#part === 'deduction',
      computed: this.#computed,
    });
  }

  #group(item: Item, common: Common): RubricNode {
    const children = this.nodes(item.children, common.id);
    const sum = sumOf(children);
    const capSaid = /gioi han toi da/.test(fold(item.scoring));
    const scoring = capSaid ? item.scoring.replace(/[^\n]*giới hạn tối đa[^\n]*/giu, '').trim() : item.scoring;
    const evidence = item.evidence && `Minh chứng: ${item.evidence}`;
    const note = noteOf(item.note, unreadScoring(scoring), evidence);
    if (item.max === undefined) {
      this.#summed.push(item);
      return { kind: 'group', ...common, ...note, max: sum, children };
    }
    const capped = sum > item.max;
    if (capped && !capSaid)
      this.#doubts.add(
        'capped-or-wrong',
        { table: item.table, row: item.row },
        '“$0”: các mục cộng được $1, nhiều hơn $2 – hiểu là giới hạn tối đa',
        '“$0”: the lines add up to $1, more than $2 – read as a cap',
        item.title,
        sum,
        item.max,
      );
    return { kind: 'group', ...common, ...note, max: item.max, children, ...(capped ? { capped } : {}) };
  }

  /** Lines below that are levels of this one rather than criteria of their own. */
  #levelsBelow(item: Item): Scoring | undefined {
    const { children, max } = item;
    const inner = children.every(
      (child) => child.children.length === 0 && ['bullet', 'small', 'none'].includes(child.style),
    );
    // Lines that take points off are no levels.
    if (children.length < 2 || !inner || children.some((child) => child.max === undefined || child.negative))
      return undefined;
    const points = children.map((child) => child.max!);
    const [sum, best] = [points.reduce((a, b) => a + b, 0), Math.max(...points)];
    const falls = points.every((value, at) => at === 0 || value < points[at - 1]!);
    const rises = points.every((value, at) => at === 0 || value > points[at - 1]!);
    // The first level is in the row of its title, the others below: a column of levels, the best one on either end.
    const inColumn = item.isLine && children[0]!.row === item.row && children[1]!.row !== item.row;
    const levels = () => readLevels(children.map((child) => ({ title: child.title, points: child.max! })));
    if (max === undefined) {
      const likely = children.every(({ style }) => style === 'bullet') || points.at(-1) === 0;
      return ((falls && likely) || (rises && inColumn)) && item.style !== 'part' ? levels() : undefined;
    }
    if (best === max && sum !== max) return levels();
    if (sum === max) return points.filter((value) => value > 0).length === 1 ? levels() : undefined;
    this.#doubts.add(
      'levels-or-lines',
      { table: item.table, row: item.row },
      'Không rõ các dòng dưới “$0” là mức điểm hay tiêu chí con',
      'It is not clear whether the lines under “$0” are levels or criteria',
      item.title,
    );
    return undefined;
  }

  /** Other texts in the row of a level belong to its line. */
  #keepTextsOfLevels(item: Item): void {
    const gather = (first: string, field: 'evidence' | 'note' | 'scoring') =>
      joinTexts(first, ...item.children.map((child) => child[field]));
    item.evidence = gather(item.evidence, 'evidence');
    item.note = gather(gather(item.note, 'note'), 'scoring');
  }
}

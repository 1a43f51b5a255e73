import { say } from '../say.ts';
import type { Condition, Criterion, Rubric, RubricNode } from '../schema.ts';
import { maxOf } from '../tree.ts';
import { fold } from '../../text/index.ts';
import type { Doubt } from './doubt.ts';
import { MAX_TEXT } from './grid.ts';
import type { Item, Outline } from './items.ts';
import { partOf, readLevels, readScoring, type Scoring } from './phrases.ts';

type Part = 'criteria' | 'bonus' | 'deduction';

const superiorWords =
  /cap tren (?:truc tiep )?(?:cham|danh gia|cho diem)|(?:do|danh cho) cap tren|hoi dong (?:tham dinh )?cham/;
const gateWords = /dieu kien bat buoc|gate/;
const notApplicableWords = /khong ap dung/;

/** What a column of scoring says beyond the phrases that are understood elsewhere. */
function unreadScoring(text: string): string {
  const known = (line: string) => superiorWords.test(fold(line)) || notApplicableWords.test(fold(line));
  return text
    .split('\n')
    .filter((line) => !known(line))
    .join('\n');
}

/** Turns the lines of a table into the parts of a rubric, noting what is not sure. */
export class Draft {
  readonly doubts: Doubt[];
  readonly conditions: Condition[] = [];
  readonly #table: string;
  readonly #ids = new Set<string>();
  #part: Part = 'criteria';

  constructor(table: string, doubts: Doubt[]) {
    this.#table = table;
    this.doubts = doubts;
  }

  #doubt(code: string, row: number, vi: string, en: string, ...values: Parameters<typeof say>[2][]): void {
    this.doubts.push({ code, table: this.#table, row, text: say(vi, en, ...values) });
  }

  /** `I.1.a` from the printed numbers; unique, and short enough to be a key. */
  #id(item: Item, parent: string): string {
    const number = item.number.replace(/[^A-Za-z0-9.]/g, '');
    const own = number || String(this.#ids.size + 1);
    // `1.1` says where it belongs by itself; `1` or `a` only under its parent.
    const path = parent && !own.includes('.') ? `${parent}.${own}` : own;
    const base = path.slice(-50).replace(/^[^A-Za-z0-9]+/, '') || 'x';
    let id = base;
    for (let copy = 2; this.#ids.has(id); copy++) id = `${base}-${copy}`;
    this.#ids.add(id);
    return id;
  }

  /** Nodes of one part; `parent` is the id of the group around them. */
  nodes(items: readonly Item[], parent = ''): RubricNode[] {
    return items.map((item) => this.#node(item, parent));
  }

  #node(item: Item, parent: string): RubricNode {
    const id = this.#id(item, parent);
    const common = {
      id,
      ...(['none', 'bullet', 'part'].includes(item.style) || !item.number ? {} : { number: item.number }),
      title: { vi: item.title },
      ...(item.note ? { note: { vi: item.note } } : {}),
      ...(superiorWords.test(fold(`${item.title} ${item.scoring}`)) ? { scoredBy: 'superior' as const } : {}),
    };
    const scoring = this.#levelsBelow(item);
    if (item.children.length > 0 && !scoring) return this.#group(item, common);
    return this.#criterion(item, common, scoring ?? readScoring(item.scoring) ?? readScoring(item.title));
  }

  #group(item: Item, common: Pick<Criterion, 'id' | 'title'>): RubricNode {
    const children = this.nodes(item.children, common.id);
    const sum = children.reduce((total, node) => total + maxOf(node), 0);
    if (item.max === undefined) return { kind: 'group', ...common, max: sum, children };
    const capped = sum > item.max;
    if (capped) {
      this.#doubt(
        'capped-or-wrong',
        item.row,
        '“$0”: các mục cộng được $1, nhiều hơn $2 – hiểu là giới hạn tối đa',
        '“$0”: the lines add up to $1, more than $2 – read as a cap',
        item.title,
        sum,
        item.max,
      );
    }
    return { kind: 'group', ...common, max: item.max, children, ...(capped ? { capped } : {}) };
  }

  /** Lines below that are levels of this one rather than criteria of their own. */
  #levelsBelow(item: Item): Scoring | undefined {
    const { children } = item;
    const inner = children.every(
      (child) => child.children.length === 0 && ['bullet', 'small', 'none'].includes(child.style),
    );
    if (children.length < 2 || !inner || children.some(({ max }) => max === undefined)) return undefined;
    const points = children.map(({ max }) => max!);
    const [sum, best] = [points.reduce((a, b) => a + b, 0), Math.max(...points)];
    const falls = points.every((value, at) => at === 0 || value < points[at - 1]!);
    if (
      item.max === undefined
        ? falls && children.every(({ style }) => style === 'bullet')
        : best === item.max && sum !== item.max
    ) {
      return readLevels(children.map(({ title, max }) => ({ title, points: max! })));
    }
    if (
      item.max !== undefined &&
      sum === item.max &&
      points.length - points.filter((value) => value === 0).length === 1
    ) {
      return readLevels(children.map(({ title, max }) => ({ title, points: max! })));
    }
    if (item.max !== undefined && sum !== item.max) {
      this.#doubt(
        'levels-or-lines',
        item.row,
        'Không rõ các dòng dưới “$0” là mức điểm hay tiêu chí con',
        'It is not clear whether the lines under “$0” are levels or criteria',
        item.title,
      );
    }
    return undefined;
  }

  #criterion(item: Item, common: Pick<Criterion, 'id' | 'title'>, scoring: Scoring | undefined): Criterion {
    const words = fold(`${item.scoring} ${item.note}`);
    if (gateWords.test(words)) return this.#gate(common, item);
    const optional = notApplicableWords.test(words);
    const titled = !optional && notApplicableWords.test(fold(item.title));
    if (titled) {
      this.#doubt(
        'may-not-apply',
        item.row,
        '“$0” được hiểu là mục có thể không áp dụng',
        '“$0” is read as a line that may not apply',
        item.title,
      );
    }
    const unread = scoring ? '' : unreadScoring(item.scoring);
    if (/\d/.test(unread) && !/cong thuc/.test(words)) {
      this.#doubt(
        'scoring-by-hand',
        item.row,
        '“$0”: chưa hiểu cách chấm “$1”, giữ làm ghi chú',
        '“$0”: the way of scoring “$1” is not understood and kept as a note',
        item.title,
        unread,
      );
    }
    const best =
      scoring?.kind === 'levels'
        ? Math.max(...scoring.levels.map(({ points }) => points))
        : scoring?.kind === 'ratio'
          ? Math.max(...scoring.thresholds.map(({ points }) => points))
          : scoring?.kind === 'yes-no'
            ? scoring.points
            : undefined;
    const max = item.max ?? best ?? 0;
    if (item.max === undefined && best === undefined) {
      this.#doubt('no-points', item.row, '“$0” chưa có điểm tối đa', '“$0” has no maximum', item.title);
    }
    const note = [item.note, unread].filter(Boolean).join('\n');
    const fields = {
      ...common,
      ...(note ? { note: { vi: note.slice(0, MAX_TEXT) } } : {}),
      max,
      ...(item.evidence ? { evidence: { min: 1, hint: { vi: item.evidence } } } : {}),
      ...(optional || titled ? { mayNotApply: true } : {}),
    };
    if (/cong thuc/.test(words)) {
      this.#doubt(
        'formula-by-hand',
        item.row,
        '“$0” tính theo công thức: cần khai lại bằng tay',
        '“$0” is computed by a formula: enter it by hand',
        item.title,
      );
    }
    switch (scoring?.kind) {
      case 'levels':
        return {
          kind: 'levels',
          ...fields,
          levels: scoring.levels.map(({ title, points }, at) => ({ id: `l${at + 1}`, points, title: { vi: title } })),
        };
      case 'ratio':
        if (scoring.thresholds.some(({ atLeast }) => atLeast > 10_000) || /(?:^|\s)(?:tren|>)\s*\d/.test(words)) {
          this.#doubt(
            'exclusive-rate',
            item.row,
            '“$0”: “trên …%” được hiểu là từ mức đó trở lên',
            '“$0”: “above …%” is read as that rate and above',
            item.title,
          );
        }
        return { kind: 'ratio', ...fields, thresholds: scoring.thresholds };
      case 'yes-no':
        return { kind: 'yes-no', ...fields };
      case 'count':
        // Among the deductions “mỗi lần trừ 0,5 điểm” adds to what is taken off: it counts from zero there.
        return {
          kind: 'count',
          ...fields,
          max: max || scoring.each,
          each: scoring.each,
          from: this.#part === 'deduction' ? 'zero' : scoring.from,
        };
      case 'range':
        return { kind: 'range', ...fields, step: scoring.step };
      default:
        return { kind: 'range', ...fields };
    }
  }

  #gate(common: Pick<Criterion, 'id' | 'title'>, item: Item): Criterion {
    const condition = `not-${common.id}`;
    this.conditions.push({ id: condition, title: { vi: `Không đạt: ${item.title}` }, effect: { kind: 'ineligible' } });
    this.#doubt(
      'gate-effect',
      item.row,
      '“$0” là điều kiện bắt buộc: hãy xác nhận hệ quả khi không đạt',
      '“$0” is a demand: say what follows when it is not met',
      item.title,
    );
    return { kind: 'gate', ...common, condition };
  }

  /** The tops of the table by part: bonus and deduction stand apart from the criteria. */
  split({ items }: Outline): Record<Part, Item[]> {
    const parts: Record<Part, Item[]> = { criteria: [], bonus: [], deduction: [] };
    for (const item of items) {
      parts[partOf(item.title)].push(item);
    }
    return parts;
  }

  /** A pot from its heading: the heading's maximum is the pot's, its lines are the pot's lines. */
  pot(items: readonly Item[], part: 'bonus' | 'deduction'): Rubric['bonus'] {
    if (items.length === 0) return undefined;
    const lines = items.flatMap((item) => (item.children.length > 0 ? item.children : [item]));
    this.#part = part;
    const criteria = this.nodes(lines, part);
    this.#part = 'criteria';
    const sum = criteria.reduce((total, node) => total + maxOf(node), 0);
    const [only] = items;
    const stated = items.length === 1 && only!.children.length > 0 ? only!.max : undefined;
    return { max: Math.min(stated ?? sum, sum), criteria };
  }
}

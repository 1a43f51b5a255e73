import { child, children, valueOf, type Element } from '../xml.ts';
import { toggle, type Styles } from './styles.ts';

interface Level {
  format: string;
  /** E.g. `%1.%2.`. */
  text: string;
  start: number;
  /** All numbers in its text are Arabic. */
  legal: boolean;
  /** 1-based level after which it restarts, 0 for never; after every higher level by default. */
  restart: number | undefined;
  /** The paragraph style linked to this level. */
  style: string | undefined;
}

interface List {
  abstractId: string;
  levels: Map<number, Level>;
  /** Levels that restart at this number where the list is first used. */
  starts: Map<number, number>;
}

const romans: readonly [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** Highest number of a list: a manipulated start value must not fill the memory with letters. */
const MAX_NUMBER = 9999;

/** A positive number in small Roman numerals. */
function roman(value: number): string {
  let [rest, text] = [value, ''];
  for (const [worth, digits] of romans) {
    while (rest >= worth) {
      text += digits;
      rest -= worth;
    }
  }
  return text;
}

function letters(value: number): string {
  return value < 1 ? '' : String.fromCodePoint(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

function write(value: number, format: string): string {
  switch (format) {
    case 'upperRoman':
      return roman(value).toUpperCase();
    case 'lowerRoman':
      return roman(value);
    case 'upperLetter':
      return letters(value).toUpperCase();
    case 'lowerLetter':
      return letters(value);
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'none':
      return '';
    default:
      return String(value);
  }
}

function readNumber(text: string | undefined): number | undefined {
  const value = Number(text);
  return text !== undefined && Number.isInteger(value) && value >= 0 && value <= MAX_NUMBER ? value : undefined;
}

function readLevel(element: Element): [number, Level] {
  return [
    Number(element.attributes['ilvl']),
    {
      format: valueOf(element, 'numFmt') ?? 'decimal',
      text: valueOf(element, 'lvlText') ?? '',
      // Nothing said means 0 (ECMA-376, 17.9.25).
      start: readNumber(valueOf(element, 'start')) ?? 0,
      legal: toggle(element, 'isLgl') ?? false,
      restart: readNumber(valueOf(element, 'lvlRestart')),
      style: valueOf(element, 'pStyle'),
    },
  ];
}

/**
 * Works out the numbers that a word processor shows but does not store in the text (`1.1`, `a)`, `–`). Paragraphs must
 * be asked for in the order of the document.
 */
export class Numbering {
  readonly #lists = new Map<string, List>();
  /** Lists of one abstract definition count on together. */
  readonly #counters = new Map<string, (number | undefined)[]>();
  readonly #started = new Set<string>();
  readonly #styles: Styles;

  constructor(root: Element | undefined, styles: Styles) {
    this.#styles = styles;
    const abstracts = new Map(
      children(root, 'abstractNum').map((each) => [each.attributes['abstractNumId'] ?? '', each]),
    );
    const nums = new Map(children(root, 'num').map((each) => [each.attributes['numId'] ?? '', each]));
    for (const [numId, num] of nums) {
      const abstractId = this.#ownAbstract(valueOf(num, 'abstractNumId') ?? '', abstracts, nums);
      const levels = new Map(children(abstracts.get(abstractId), 'lvl').map(readLevel));
      const starts = new Map<number, number>();
      for (const override of children(num, 'lvlOverride')) {
        const at = Number(override.attributes['ilvl']);
        const own = child(override, 'lvl');
        if (own) levels.set(at, readLevel(own)[1]);
        const start = readNumber(valueOf(override, 'startOverride'));
        if (start !== undefined) starts.set(at, start);
      }
      this.#lists.set(numId, { abstractId, levels, starts });
    }
  }

  /** A definition may only point to a list style (`numStyleLink`), whose list has the levels. */
  #ownAbstract(id: string, abstracts: Map<string, Element>, nums: Map<string, Element>): string {
    let own = id;
    for (let step = 0; step < 5; step++) {
      const link = valueOf(abstracts.get(own), 'numStyleLink');
      if (link === undefined) break;
      const byStyle = valueOf(nums.get(this.#styles.numbering(link).numId ?? ''), 'abstractNumId');
      const byLink = [...abstracts].find(([, each]) => valueOf(each, 'styleLink') === link)?.[0];
      const next = byStyle ?? byLink;
      if (next === undefined || next === own) break;
      own = next;
    }
    return own;
  }

  /** The number of the next paragraph, as shown; a bullet gives `-`; one in no list gives ''. */
  next(properties: Element | undefined, paragraphStyle: string | undefined): string {
    const own = child(properties, 'numPr');
    const style = this.#styles.numbering(paragraphStyle);
    const numId = valueOf(own, 'numId') ?? style.numId;
    const list = numId === undefined ? undefined : this.#lists.get(numId);
    if (numId === undefined || !list) return '';
    const typed = valueOf(own, 'ilvl');
    const named = [...list.levels].find(
      ([, level]) => level.style !== undefined && style.chain.includes(level.style),
    )?.[0];
    return this.#count(numId, list, typed === undefined ? (named ?? style.level ?? 0) : Number(typed));
  }

  #count(numId: string, list: List, at: number): string {
    const level = list.levels.get(at);
    if (!level) return '';
    if (level.format === 'bullet') return '-';
    let counters = this.#counters.get(list.abstractId);
    if (!counters) this.#counters.set(list.abstractId, (counters = []));
    const start = list.starts.get(at);
    const first = `${numId} ${at}`;
    const current = start !== undefined && !this.#started.has(first) ? start - 1 : counters[at];
    this.#started.add(first);
    counters[at] = Math.min((current ?? (start ?? level.start) - 1) + 1, MAX_NUMBER);
    for (const [deeper, { restart }] of list.levels) {
      if (deeper > at && (restart === undefined || at < restart)) counters[deeper] = undefined;
    }
    return level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const other = list.levels.get(index);
      return write(counters[index] ?? other?.start ?? 1, level.legal ? 'decimal' : (other?.format ?? 'decimal'));
    });
  }
}

import { attribute, child, children, type Element } from './xml.ts';

interface Level {
  format: string;
  /** E.g. `%1.%2.`. */
  text: string;
  start: number;
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

/** A positive number in small Roman numerals. */
export function roman(value: number): string {
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
  return String.fromCodePoint(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
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
    default:
      return String(value);
  }
}

/**
 * Works out the numbers that a word processor shows but does not store in the text (`1.1`, `a)`, `–`). Paragraphs must
 * be asked for in the order of the document.
 */
export class Numbering {
  readonly #lists = new Map<string, { abstractId: string; levels: Map<number, Level> }>();
  readonly #counters = new Map<string, number[]>();

  constructor(root: Element | undefined) {
    const abstracts = new Map(
      root ? children(root, 'abstractNum').map((each) => [attribute(each, 'abstractNumId')!, each]) : [],
    );
    for (const list of root ? children(root, 'num') : []) {
      const abstractId = attribute(child(list, 'abstractNumId'), 'val') ?? '';
      const abstract = abstracts.get(abstractId);
      const levels = new Map<number, Level>();
      for (const level of abstract ? children(abstract, 'lvl') : []) levels.set(...this.#level(level));
      for (const override of children(list, 'lvlOverride')) {
        const own = child(override, 'lvl');
        if (own) levels.set(...this.#level(own));
        const start = attribute(child(override, 'startOverride'), 'val');
        const level = levels.get(Number(attribute(override, 'ilvl')));
        if (start && level) level.start = Number(start);
      }
      this.#lists.set(attribute(list, 'numId') ?? '', { abstractId, levels });
    }
  }

  #level(element: Element): [number, Level] {
    const value = (name: string) => attribute(child(element, name), 'val');
    return [
      Number(attribute(element, 'ilvl')),
      { format: value('numFmt') ?? 'decimal', text: value('lvlText') ?? '', start: Number(value('start') ?? 1) },
    ];
  }

  /** The number of the next paragraph of a list at a level, as shown; a bullet gives `-`; not in a list gives ''. */
  next(numId: string, at: number): string {
    const list = this.#lists.get(numId);
    const level = list?.levels.get(at);
    if (!list || !level || level.format === 'none') return '';
    if (level.format === 'bullet') return '-';
    // Lists of one abstract definition count on together.
    const counters = this.#counters.get(list.abstractId) ?? [];
    this.#counters.set(list.abstractId, counters);
    counters[at] = (counters[at] ?? level.start - 1) + 1;
    counters.length = at + 1;
    return level.text.replace(/%(\d)/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const other = list.levels.get(index);
      return write(counters[index] ?? other?.start ?? 1, other?.format ?? 'decimal');
    });
  }
}

import { child, children, isOn, valueOf, type Element } from '../xml.ts';

/** Longest chain of styles followed: those based on themselves must end. */
const MAX_CHAIN = 20;

/** A setting that is on when present without a value; `undefined` when absent. */
export function toggle(properties: Element | undefined, name: string): boolean | undefined {
  return child(properties, name) && isOn(properties, name);
}

/** The list that a paragraph style belongs to. */
export interface StyleNumbering {
  numId: string | undefined;
  level: number | undefined;
  /** The styles it comes through, the paragraph's own first: a list may name the style linked to each of its levels. */
  chain: readonly string[];
}

/** What the styles of a document bring: numbering, hidden text, bold text – also through the styles they are based on. */
export class Styles {
  readonly #styles: ReadonlyMap<string, Element>;
  readonly #standard: string | undefined;
  readonly #chains = new Map<string, Element[]>();
  readonly #toggles = new Map<string, boolean>();

  constructor(root: Element | undefined) {
    const styles = children(root, 'style');
    this.#styles = new Map(styles.map((style) => [style.attributes['styleId'] ?? '', style]));
    const standard = styles.find(
      ({ attributes }) =>
        attributes['type'] === 'paragraph' && ['1', 'true', 'on'].includes(attributes['default'] ?? ''),
    );
    this.#standard = standard?.attributes['styleId'];
  }

  /** The style of a paragraph that names none. */
  paragraphStyle(named: string | undefined): string | undefined {
    return named !== undefined && this.#styles.has(named) ? named : this.#standard;
  }

  #chain(id: string): Element[] {
    const known = this.#chains.get(id);
    if (known) return known;
    const chain: Element[] = [];
    let next: string | undefined = id;
    while (next !== undefined && chain.length < MAX_CHAIN) {
      const style = this.#styles.get(next);
      if (!style) break;
      chain.push(style);
      next = valueOf(style, 'basedOn');
    }
    this.#chains.set(id, chain);
    return chain;
  }

  numbering(id: string | undefined): StyleNumbering {
    const chain = id === undefined ? [] : this.#chain(id);
    const first = (name: string) =>
      chain.map((style) => valueOf(child(child(style, 'pPr'), 'numPr'), name)).find((value) => value !== undefined);
    const level = first('ilvl');
    return {
      numId: first('numId'),
      level: level === undefined ? undefined : Number(level),
      chain: chain.map(({ attributes }) => attributes['styleId'] ?? ''),
    };
  }

  /** What a run, else its own style, else that of its paragraph sets: `superscript` of `vertAlign`. */
  valueOf(name: string, run: Element | undefined, paragraphStyle: string | undefined): string | undefined {
    const inStyle = (id: string | undefined) =>
      id === undefined
        ? undefined
        : this.#chain(id)
            .map((style) => valueOf(child(style, 'rPr'), name))
            .find((value) => value !== undefined);
    return valueOf(run, name) ?? inStyle(valueOf(run, 'rStyle')) ?? inStyle(paragraphStyle);
  }

  #brings(id: string | undefined, name: string): boolean {
    if (id === undefined) return false;
    const key = `${name} ${id}`;
    let brings = this.#toggles.get(key);
    if (brings === undefined) {
      brings =
        this.#chain(id)
          .map((style) => toggle(child(style, 'rPr'), name))
          .find((on) => on !== undefined) ?? false;
      this.#toggles.set(key, brings);
    }
    return brings;
  }

  /** Whether a run is `vanish`, `b` …: its own setting, else that of its styles; where both paragraph and character style set it, they cancel out. */
  isOn(name: string, run: Element | undefined, paragraphStyle: string | undefined): boolean {
    const own = toggle(run, name);
    return own ?? this.#brings(paragraphStyle, name) !== this.#brings(valueOf(run, 'rStyle'), name);
  }
}

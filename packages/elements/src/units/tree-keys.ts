import { searchKey } from '@dvk/sdk/text';
import type { MoreRow, TreeRow } from './unit-levels.ts';
import { keyOf } from './unit-tree.ts';

/** Milliseconds after which letters begin a new word. */
const pause = 700;

export interface TreeKeysOptions {
  rows: () => readonly (TreeRow | MoreRow)[];
  current: () => string;
  /** Puts the focus on a row. */
  focus: (key: string) => void;
  onUnfold: (row: TreeRow) => void;
  onFold: (row: TreeRow) => void;
  onOpen: (id: string) => void;
  onMore: (row: MoreRow) => void;
  /** Ticks a unit; `undefined` where units cannot be ticked. */
  onTick: ((row: TreeRow) => void) | undefined;
}

/** The keys of the tree: arrows, Home, End, Enter, Space, and letters that lead to a name. */
export class TreeKeys {
  readonly #options: () => TreeKeysOptions;
  #typed = '';
  #typedAt = 0;

  constructor(options: () => TreeKeysOptions) {
    this.#options = options;
  }

  readonly onKey = (event: KeyboardEvent): void => {
    const { altKey, ctrlKey, metaKey, isComposing, keyCode, key } = event;
    // 229: an input method has the key.
    if (event.defaultPrevented || altKey || ctrlKey || metaKey || isComposing || keyCode === 229) return;
    if (this.#act(key)) event.preventDefault();
  };

  /** Whether the key does something. */
  #act(key: string): boolean {
    const { rows, current, focus, onUnfold, onFold, onOpen, onMore, onTick } = this.#options();
    const all = rows();
    const at = all.findIndex((row) => keyOf(row) === current());
    const row = all[at];
    const go = (to: TreeRow | MoreRow | undefined) => to && focus(keyOf(to));
    if (!row) return false;
    const unit = 'unit' in row ? row : undefined;
    switch (key) {
      case 'ArrowDown':
        go(all[at + 1]);
        return true;
      case 'ArrowUp':
        go(all[at - 1]);
        return true;
      case 'Home':
        go(all[0]);
        return true;
      case 'End':
        go(all.at(-1));
        return true;
      case 'ArrowRight':
        if (unit?.isOpen === false) onUnfold(unit);
        else if (unit?.isOpen) go(all[at + 1]);
        return true;
      case 'ArrowLeft':
        if (unit?.isOpen) onFold(unit);
        else go(all.findLast((each, place) => place < at && each.level < row.level));
        return true;
      case 'Enter':
        if (unit) onOpen(unit.unit.id);
        else onMore(row as MoreRow);
        return true;
      case ' ':
        // Within a word that is being typed it is a letter.
        if (this.#isTyping) return this.#type(key, all, at, go);
        if (!unit) onMore(row as MoreRow);
        else if (onTick) onTick(unit);
        else onOpen(unit.unit.id);
        return true;
      default:
        return key.length === 1 && key !== '/' && this.#type(key, all, at, go);
    }
  }

  get #isTyping(): boolean {
    return this.#typed !== '' && performance.now() - this.#typedAt < pause;
  }

  /** To the next unit whose name begins with what is typed; the same letter again goes on to the one after. */
  #type(
    key: string,
    rows: readonly (TreeRow | MoreRow)[],
    at: number,
    go: (row: TreeRow | MoreRow | undefined) => void,
  ): boolean {
    this.#typed = this.#isTyping ? this.#typed + key : key;
    this.#typedAt = performance.now();
    const isRepeated = [...this.#typed].every((letter) => letter === key);
    const wanted = searchKey(isRepeated ? key : this.#typed);
    const from = isRepeated ? at + 1 : at;
    const inTurn = [...rows.slice(from), ...rows.slice(0, from)];
    go(inTurn.find((row) => 'unit' in row && searchKey(row.unit.name).startsWith(wanted)));
    return true;
  }
}

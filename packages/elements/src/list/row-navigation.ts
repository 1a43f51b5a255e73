import { commandOf } from './list-keys.ts';

export interface RowNavigationOptions {
  /** Where the rows are. */
  root: () => ShadowRoot;
  /** Id of the record that is open; `''` for none. */
  openId: () => string;
  isSelectable: () => boolean;
  /** Loads more rows; resolves to whether they have come and are shown. */
  loadMore: () => Promise<boolean>;
  onOpen: (id: string) => void;
  onClose: () => void;
  onSelect: (id: string) => void;
  onSearch: () => void;
}

/** The focus in the rows of a list, and the keys that move it, open a row, select it. */
export class RowNavigation {
  readonly #options: RowNavigationOptions;

  constructor(options: RowNavigationOptions) {
    this.#options = options;
  }

  get #rows(): HTMLElement[] {
    return [...this.#options.root().querySelectorAll<HTMLElement>('.table .row')];
  }

  /** The row of a record, if it is loaded. By its `id`, which a browser finds without looking at every row. */
  rowOf(id: string): HTMLElement | null {
    return this.#options.root().getElementById(`row-${id}`);
  }

  /** Puts the focus on a record. */
  focus(id: string): void {
    this.#focusRow(this.rowOf(id));
  }

  /** Puts the focus on the row at a place. */
  focusAt(at: number): void {
    this.#focusRow(this.#rows[at]);
  }

  #focusRow(row: HTMLElement | null | undefined): void {
    row?.querySelector<HTMLElement>('.opener')!.focus();
    row?.scrollIntoView({ block: 'nearest' });
  }

  readonly onKey = (event: KeyboardEvent): void => {
    const command = commandOf(event);
    if (!command) return;
    const { openId, isSelectable, onOpen, onClose, onSelect, onSearch } = this.#options;
    const target = event.composedPath()[0] as HTMLElement;
    const row = target.closest<HTMLElement>('.row');
    const isArrow = event.key.startsWith('Arrow');
    if (command === 'search') onSearch();
    else if (command === 'close') {
      if (!openId()) return;
      onClose();
    } else if (command === 'next' || command === 'previous') {
      // Elsewhere the arrows scroll.
      if (isArrow && !row) return;
      void this.#move(row, command === 'next' ? 1 : -1);
    } else if (!row || target.matches('a, button') === (command === 'open')) return;
    else if (command === 'open') onOpen(row.dataset['id']!);
    else if (target.matches('input') || !isSelectable()) return;
    else onSelect(row.dataset['id']!);
    event.preventDefault();
  };

  /** Firefox presses a button when the key is let go. */
  readonly onKeyUp = (event: KeyboardEvent): void => {
    const target = event.target as Element;
    if (event.key === ' ' && target.matches('.opener') && this.#options.isSelectable()) event.preventDefault();
  };

  /** Moves the focus to the next row or the one before; after the last loaded one more are loaded. */
  async #move(from: HTMLElement | null, by: 1 | -1): Promise<void> {
    const rows = this.#rows;
    const open = rows.findIndex(({ dataset }) => dataset['id'] === this.#options.openId());
    const at = from ? rows.indexOf(from) + by : Math.max(open, 0);
    if (at < rows.length) return this.#focusRow(rows[at]);
    if (await this.#options.loadMore()) this.focusAt(at);
  }
}

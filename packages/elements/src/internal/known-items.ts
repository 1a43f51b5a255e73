/** The lines of a list that have been chosen or looked up, by their values: what names a value that was set by script. */
export class KnownItems<Item extends { value: string; label: string }> {
  readonly #items = new Map<string, Item>();
  readonly #notFound = new Set<string>();
  readonly #failed = new Set<string>();
  #asking = '';

  add(item: Item): void {
    this.#items.set(item.value, item);
  }

  get(value: string): Item | undefined {
    return this.#items.get(value);
  }

  /** The line that is called so. */
  withLabel(label: string): Item | undefined {
    return [...this.#items.values()].find((item) => item.label === label);
  }

  /** Whether it turned out that there is no such value. */
  isNone(value: string): boolean {
    return this.#notFound.has(value);
  }

  /** Whether the name of a value could not be had. */
  hasNoName(value: string): boolean {
    return this.#failed.has(value);
  }

  /**
   * Looks up a value that is not known yet. What failed is asked again the next time.
   * @param onChange called when more is known
   */
  lookUp(value: string, ask: (value: string) => Promise<Item | undefined>, onChange: () => void): void {
    if (!value || this.#items.has(value) || this.#asking === value) return;
    this.#asking = value;
    ask(value).then(
      (item) => {
        if (item) this.#items.set(value, item);
        else this.#notFound.add(value);
        onChange();
      },
      () => {
        if (this.#asking === value) this.#asking = '';
        if (this.#failed.has(value)) return;
        this.#failed.add(value);
        onChange();
      },
    );
  }
}

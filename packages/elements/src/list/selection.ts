/** Which of the loaded rows a person has selected. */
export class Selection<Row extends { id: string }> {
  #ids: ReadonlySet<string> = new Set();
  #last = '';

  get size(): number {
    return this.#ids.size;
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  /** The selected ones among these rows, in their order. */
  of(rows: readonly Row[]): Row[] {
    return rows.filter(({ id }) => this.#ids.has(id));
  }

  /** Selects a row or takes it out; with `rows`, all between the last one and it likewise. */
  toggle(id: string, rows?: readonly Row[]): void {
    const on = !this.#ids.has(id);
    const ids = new Set(this.#ids);
    const from = rows?.findIndex((row) => row.id === this.#last) ?? -1;
    const to = rows?.findIndex((row) => row.id === id) ?? -1;
    const range = from < 0 ? [id] : rows!.slice(Math.min(from, to), Math.max(from, to) + 1).map((row) => row.id);
    for (const each of range) {
      if (on) ids.add(each);
      else ids.delete(each);
    }
    this.#ids = ids;
    this.#last = id;
  }

  set(rows: readonly Row[]): void {
    this.#ids = new Set(rows.map(({ id }) => id));
  }

  /** Forgets rows that are not in the list any more. */
  keep(rows: readonly Row[]): void {
    if (this.#ids.size > 0) this.set(this.of(rows));
  }

  clear(): void {
    this.set([]);
  }
}

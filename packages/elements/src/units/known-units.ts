import { parentField, unitOn, type Unit, type UnitRecord, type UnitTree } from '@dvk/sdk/units';
import type { Client } from '../internal/connection.ts';

/** Units that were read, to name those that others point to; each is read once. */
export class KnownUnits {
  readonly #read = new Map<string, Promise<UnitRecord>>();
  readonly #names = new Map<string, string>();

  /** The name of a unit, once it is known. */
  nameOf(id: string): string | undefined {
    return this.#names.get(id);
  }

  /** Keeps the names of units that have come otherwise. */
  keep(units: readonly Pick<Unit, 'id' | 'name'>[]): void {
    for (const { id, name } of units) this.#names.set(id, name);
  }

  get(client: Client, id: string): Promise<UnitRecord> {
    let reading = this.#read.get(id);
    if (!reading) {
      reading = Promise.resolve(client.units.get({ params: { id } }));
      this.#read.set(id, reading);
      reading.then(
        (unit) => this.keep([unit]),
        // May be tried again.
        () => this.#read.delete(id),
      );
    }
    return reading;
  }

  /** Reads units whose names are not known; one that cannot be read stays without. */
  async name(client: Client, ids: readonly string[]): Promise<void> {
    await Promise.allSettled(ids.filter((id) => !this.#names.has(id)).map((id) => this.get(client, id)));
  }

  /** The units above one in a tree on a day, from the top. */
  async above(client: Client, unit: Unit, tree: UnitTree, on: string): Promise<UnitRecord[]> {
    const line: UnitRecord[] = [];
    let parentId = unit[parentField[tree]];
    while (parentId !== null && !line.some(({ id }) => id === parentId)) {
      const parent = unitOn(await this.get(client, parentId), on);
      line.unshift(parent);
      parentId = parent[parentField[tree]];
    }
    return line;
  }

  /** Forgets all: what was read may be another by now. */
  clear(): void {
    this.#read.clear();
    this.#names.clear();
  }
}

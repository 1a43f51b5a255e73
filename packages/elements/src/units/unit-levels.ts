import type { ListedUnit, UnitTree } from '@dvk/sdk/units';
import type { Client } from '../internal/connection.ts';
import type { RequestRunner } from '../internal/request-runner.ts';

/** What a unit stands below, where it stands below none. */
const top = 'none';

/** The most units that the server gives at once. */
const pageSize = 100;

/** The units right below one, as far as they are loaded. */
interface Level {
  items: readonly ListedUnit[];
  nextCursor: string | null;
}

/** A row of the tree. */
export interface TreeRow {
  unit: ListedUnit;
  /** From 1. */
  level: number;
  /** Its place among those below the same unit, from 1, and how many these are. */
  at: number;
  of: number;
  parentId: string;
  /** Whether those below it are shown; `undefined` where there are none. */
  isOpen: boolean | undefined;
}

/** That more units of a level can be loaded, or are on their way. */
export interface MoreRow {
  /** The unit that they stand below; `none` for those at the top. */
  moreBelow: string;
  level: number;
  /** How many are not loaded; `undefined` where that is not known. */
  left: number | undefined;
  isLoading: boolean;
}

/** Which tree is shown, and of which day. */
export interface TreeOfDay {
  client: Client;
  tree: UnitTree;
  /** The day, `YYYY-MM-DD`. */
  on: string;
}

/** The units of a tree on a day, loaded level by level as they are unfolded. */
export class UnitLevels {
  readonly #requests: RequestRunner;
  #of: TreeOfDay | undefined;
  #levels = new Map<string, Level>();
  #open = new Set<string>();
  readonly #loading = new Set<string>();

  constructor(requests: RequestRunner) {
    this.#requests = requests;
  }

  /** Loads the first level of a tree, and again those that are unfolded in it. */
  async start(of: TreeOfDay, signal: AbortSignal): Promise<void> {
    const isSame = this.#of?.tree === of.tree;
    const open = isSame ? this.#open : new Set<string>();
    const wanted = [top, ...open];
    const levels = await Promise.all(
      wanted.map(async (id) => [id, await this.#read(of, id, this.#levels.get(id)?.items.length, signal)] as const),
    );
    if (signal.aborted) return;
    this.#of = of;
    this.#levels = new Map(levels);
    this.#open = open;
    if (isSame || open.size > 0) return;
    // A tree with one unit at the top says little until that is unfolded.
    const heads = this.#levels.get(top)!.items.filter(({ childCount }) => childCount);
    if (heads.length === 1) await this.unfold(heads[0]!.id);
  }

  clear(): void {
    this.#of = undefined;
    this.#levels = new Map();
    this.#open = new Set();
  }

  async #read(
    { client, tree, on }: TreeOfDay,
    parent: string,
    count = 0,
    signal: AbortSignal | undefined = undefined,
  ): Promise<Level> {
    let level: Level = { items: [], nextCursor: null };
    do level = await next({ client, tree, on }, parent, level, signal);
    while (level.nextCursor !== null && level.items.length < count);
    return level;
  }

  /** Whether the units below one are shown. */
  isOpen(id: string): boolean {
    return this.#open.has(id);
  }

  /** Shows the units below one. Resolves to whether they have come. */
  async unfold(id: string): Promise<boolean> {
    this.#open.add(id);
    if (this.#levels.has(id)) return true;
    const isDone = await this.#load(id, (of, signal) => this.#read(of, id, 0, signal));
    if (!isDone) this.#open.delete(id);
    return isDone;
  }

  /** Takes in a level, unless another tree is shown by then. */
  async #load(id: string, read: (of: TreeOfDay, signal: AbortSignal) => Promise<Level>): Promise<boolean> {
    const of = this.#of!;
    this.#loading.add(id);
    const work = async (signal: AbortSignal) => {
      const level = await read(of, signal);
      if (!signal.aborted && this.#of === of) this.#levels.set(id, level);
    };
    const isDone = await this.#requests.run(work, { reads: `below ${id}` });
    this.#loading.delete(id);
    return isDone && this.#of === of;
  }

  fold(id: string): void {
    this.#open.delete(id);
  }

  /** Loads more of a level. Resolves to whether they have come. */
  more(parent: string): Promise<boolean> {
    return this.#load(parent, (of, signal) => next(of, parent, this.#levels.get(parent)!, signal));
  }

  /** Unfolds the tree down to a unit, by the units above it from the top. Resolves to whether it is there. */
  async reveal(id: string, above: readonly string[]): Promise<boolean> {
    const of = this.#of;
    const path = [...above, id];
    for (const [at, each] of path.entries()) {
      const parent = path[at - 1] ?? top;
      const has = () => this.#levels.get(parent)?.items.some((unit) => unit.id === each) ?? false;
      if (parent !== top && !(await this.unfold(parent))) return false;
      while (!has() && this.#levels.get(parent)?.nextCursor && this.#of === of)
        if (!(await this.more(parent))) return false;
      if (!has() || this.#of !== of) return false;
    }
    return true;
  }

  /** What is shown, from the top. */
  rows(): (TreeRow | MoreRow)[] {
    const rows: (TreeRow | MoreRow)[] = [];
    const add = (parentId: string, level: number, count: number | undefined) => {
      const { items, nextCursor } = this.#levels.get(parentId) ?? { items: [], nextCursor: null };
      const isLoading = this.#loading.has(parentId);
      const isPart = nextCursor !== null || isLoading;
      const of = isPart ? -1 : items.length;
      for (const [at, unit] of items.entries()) {
        const isOpen = unit.childCount ? this.#open.has(unit.id) : undefined;
        rows.push({ unit, level, at: at + 1, of: count ?? of, parentId, isOpen });
        if (isOpen) add(unit.id, level + 1, unit.childCount);
      }
      if (isPart) rows.push({ moreBelow: parentId, level, left: count && count - items.length, isLoading });
    };
    add(top, 1, undefined);
    return rows;
  }

  /** Whether nothing stands at the top of the tree. */
  get isEmpty(): boolean {
    return (this.#levels.get(top)?.items.length ?? 0) === 0;
  }
}

async function next(
  { client, tree, on }: TreeOfDay,
  parent: string,
  { items, nextCursor }: Level,
  signal: AbortSignal | undefined,
): Promise<Level> {
  const query = { parent, tree, on, limit: pageSize, ...(nextCursor && { cursor: nextCursor }) };
  const page = await client.units.list({ query }, { ...(signal && { signal }) });
  return { items: [...items, ...page.items], nextCursor: page.nextCursor };
}

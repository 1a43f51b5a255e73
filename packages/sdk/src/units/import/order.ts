import type { UnitWrite } from '../plan.ts';

/** Writes in an order in which they can be carried out one after the other: new units below their parents, then changes. */
export function inParentsOrder(writes: readonly UnitWrite[]): UnitWrite[] {
  const added = new Map(writes.flatMap((write) => (write.added ? [[write.id, write] as const] : [])));
  const ordered = new Set<UnitWrite>();
  for (const write of added.values()) {
    // Without recursion: a tree may be deep. Circles were refused before.
    const open = [write];
    while (open.length > 0) {
      const { partyParentId, administrativeParentId } = open.at(-1)!.added!;
      const above = [partyParentId, administrativeParentId].flatMap((id) => added.get(id ?? '') ?? []);
      const waiting = above.filter((parent) => !ordered.has(parent));
      if (waiting.length > 0) open.push(...waiting);
      else ordered.add(open.pop()!);
    }
  }
  return [...ordered, ...writes.filter(({ added: isNew }) => !isNew)];
}

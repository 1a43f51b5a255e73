const topLevel = /^[A-Y]\d{2}$/;
/** How many characters each level has in the older notation, beginning with the province; levels that are not used are zeros. */
const olderLevels = [3, 2, 2, 3];
const isUnused = (group: string) => /^0+$/.test(group);

/**
 * The identification code of a unit from the province down, `H56.12`, whichever way it was written: so, or from the unit up
 * with zeros for the levels that are not used, `000.00.12.H56`. `undefined` for what is no such code.
 */
export function canonicalIdentificationCode(written: string): string | undefined {
  const groups = written.trim().toUpperCase().split('.');
  if (written.trim().length > 35 || !groups.every((group) => /^[0-9A-Z]+$/.test(group))) return undefined;
  const down = topLevel.test(groups[0]!) ? groups : groups.reverse();
  if (!topLevel.test(down[0]!)) return undefined;
  return down.slice(0, down.findLastIndex((group) => !isUnused(group)) + 1).join('.');
}

/** The same in the older notation; `null` for a code that does not fit into it. */
export function reversedIdentificationCode(canonical: string): string | null {
  const groups = canonical.split('.');
  if (groups.length > olderLevels.length) return null;
  return olderLevels
    .map((length, level) => groups[level] ?? '0'.repeat(length))
    .reverse()
    .join('.');
}

/**
 * Widths of a list in em, for which there are rules: CSS cannot compare the room there is with what the columns of a list need, which
 * the person may choose.
 */
export const steps = Array.from({ length: 14 }, (_, at) => 35 + 5 * at);

/** From here on lists show the columns that are there only where there is room. */
export const leastWide = 60;

/** The first step that has so much room. */
export function stepFor(room: number, least = 0): number {
  return steps.find((step) => step >= Math.max(room, least)) ?? steps.at(-1)!;
}

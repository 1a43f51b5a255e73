/**
 * The power of two that brings the largest value to between one and two: multiplying by it is exact, and afterwards no
 * square of a difference overflows or vanishes.
 */
export function unitScale(table: Iterable<Iterable<number>>): number {
  let largest = 0;
  for (const row of table) for (const value of row) largest = Math.max(largest, Math.abs(value));
  return 2 ** Math.min(1023, -Math.floor(Math.log2(largest)));
}

/** Ranks from 1 for the smallest; equal values share their mean rank. `tieSum` is Σ(t³ − t) over groups of t equals. */
export function midRanks(values: readonly number[]): { ranks: number[]; tieSum: number } {
  const order = Array.from(values, (_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const ranks: number[] = [];
  let tieSum = 0;
  for (let first = 0, next = 0; first < order.length; first = next) {
    while (next < order.length && values[order[next]!] === values[order[first]!]) next++;
    for (let i = first; i < next; i++) ranks[order[i]!] = (first + 1 + next) / 2;
    tieSum += (next - first) ** 3 - (next - first);
  }
  return { ranks, tieSum };
}

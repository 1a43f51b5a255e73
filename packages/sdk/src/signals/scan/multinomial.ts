/** Throws `total` cases into cells with the given shares, into `into` (Walker's alias table: one step per case). */
export function multinomial(
  shares: ArrayLike<number>,
  random: () => number,
): (total: number, into: Float64Array) => void {
  const n = shares.length;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += shares[i]!;
  const keep = Float64Array.from(shares, (share) => (share * n) / sum);
  const alias = new Int32Array(n);
  const small: number[] = [];
  const large: number[] = [];
  keep.forEach((share, i) => (share < 1 ? small : large).push(i));
  while (small.length && large.length) {
    const [less, more] = [small.pop()!, large.at(-1)!];
    alias[less] = more;
    keep[more]! -= 1 - keep[less]!;
    if (keep[more]! < 1) small.push(large.pop()!);
  }
  // What is left is 1 but for rounding; an empty cell among it can only be its own neighbour in rounding.
  for (const i of [...small, ...large]) keep[i] = shares[i]! > 0 ? 1 : 0;
  return (total, into) => {
    into.fill(0);
    for (let i = 0; i < total; i++) {
      const at = random() * n;
      const cell = Math.floor(at);
      into[at - cell < keep[cell]! ? cell : alias[cell]!]!++;
    }
  };
}

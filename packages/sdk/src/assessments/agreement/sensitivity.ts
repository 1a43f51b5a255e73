import { listOf, numberIn, numberTable, refuse, settingsOf } from '../../statistics/check.ts';
import { seededRandom } from '../../statistics/random.ts';
import { checkWeights, roundingTo, type Combination } from './composite.ts';

/** Settings of {@link sensitivity}. */
export interface SensitivitySettings {
  /** Subjects × indicators, on a common scale (see `normalise`); above zero for `geometric`. */
  scores: readonly (readonly number[])[];
  /** One per indicator, zero or more, not all zero. */
  weights: readonly number[];
  /** Bands by their inclusive lower bound on the composite; a subject below all of them is in no band. */
  bands?: readonly { id: string; from: number }[];
  /** Default `linear`. */
  combination?: Combination;
  /** Each draw multiplies each weight by its own factor from [1 − spread, 1 + spread]. Default 0.25. */
  spread?: number;
  /** Default 1,000. */
  draws?: number;
  /** Whole number; the same seed gives the same result everywhere. */
  seed: number;
}

/** How stable the result of a subject is. */
export interface Robustness {
  /** Composite under the weights as given, with its rank (1 is best; equals share the better rank) and band. */
  score: number;
  rank: number;
  band: string | undefined;
  /** Share of draws, 0 to 1, in which the rank, the band, stays the same. */
  keepsRank: number;
  keepsBand: number;
  bestRank: number;
  worstRank: number;
}

/**
 * Does the result depend on the exact weights? Draws weights around the given ones and reports, per subject, in which
 * share of the draws rank and band stay.
 *
 * @returns one per subject, in their order.
 * @throws InputError `ragged-table`, `wrong-length`, `not-a-number`, `out-of-range`, `not-whole`, `unknown-option`.
 * @see OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 7.
 */
export function sensitivity(settings: SensitivitySettings): Robustness[] {
  const read = settingsOf(settings, '/settings');
  const { scores, weights, bands = [] } = settings;
  const geometric = read.word('combination', ['linear', 'geometric'], 'linear') === 'geometric';
  const spread = read.number('spread', 0.25, 0, 1);
  const draws = read.whole('draws', 1000, 1, 1e6);
  const filled = listOf(scores, '/settings/scores').length > 0;
  const width = filled ? numberTable(scores, '/settings/scores') : listOf(weights, '/settings/weights').length;
  checkWeights(weights, width, '/settings/weights');
  const random = seededRandom(settings.seed, '/settings/seed');

  const n = scores.length;
  const table = new Float64Array(n * width);
  scores.forEach((row, i) =>
    row.forEach((value, j) => {
      if (geometric && value <= 0)
        refuse(
          'not-positive',
          `/settings/scores/${i}/${j}`,
          'Trung bình nhân chỉ dùng được với giá trị lớn hơn 0.',
          'A geometric mean needs values above zero.',
        );
      table[i * width + j] = geometric ? Math.log(value) : value;
    }),
  );

  const round = roundingTo(scores.flatMap((row) => Array.from(row)));
  const ladder = listOf(bands, '/settings/bands')
    .map(({ id, from }, i) => ({ id, from: round(numberIn(from, `/settings/bands/${i}/from`)) }))
    .sort((a, b) => b.from - a.from);
  const bandOf = (score: number) => ladder.findIndex(({ from }) => score >= from);

  const composites = new Float64Array(n);
  const ranks = new Int32Array(n);
  const evaluate = (drawn: ArrayLike<number>) => {
    let total = 0;
    for (let j = 0; j < width; j++) total += drawn[j]!;
    for (let i = 0, at = 0; i < n; i++) {
      let sum = 0;
      for (let j = 0; j < width; j++) sum += drawn[j]! * table[at++]!;
      composites[i] = round(geometric ? Math.exp(sum / total) : sum / total);
    }
    rankInto(composites, ranks);
  };

  evaluate(weights);
  const base = Array.from(composites, (score, i) => ({ score, rank: ranks[i]!, band: bandOf(score) }));
  const best = ranks.slice();
  const worst = ranks.slice();
  const [sameRank, sameBand] = [new Int32Array(n), new Int32Array(n)];
  const drawn = new Float64Array(width);
  for (let draw = 0; draw < draws; draw++) {
    // Drawn weights need no rescaling: composites divide by their sum. With spread 1 a zero sum is all but impossible.
    for (let j = 0; j < width; j++) drawn[j] = weights[j]! * (1 - spread + 2 * spread * random());
    evaluate(drawn);
    for (let i = 0; i < n; i++) {
      const rank = ranks[i]!;
      if (rank === base[i]!.rank) sameRank[i]!++;
      if (bandOf(composites[i]!) === base[i]!.band) sameBand[i]!++;
      if (rank < best[i]!) best[i] = rank;
      if (rank > worst[i]!) worst[i] = rank;
    }
  }
  return base.map(({ score, rank, band }, i) => ({
    score,
    rank,
    band: ladder[band]?.id,
    keepsRank: sameRank[i]! / draws,
    keepsBand: sameBand[i]! / draws,
    bestRank: best[i]!,
    worstRank: worst[i]!,
  }));
}

/** Rank 1 for the highest; equals share the better rank. */
function rankInto(values: Float64Array, ranks: Int32Array): void {
  const sorted = values.slice().sort();
  for (let i = 0; i < values.length; i++) {
    // How many are strictly greater: binary search for the end of the equals.
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]! <= values[i]!) low = middle + 1;
      else high = middle;
    }
    ranks[i] = sorted.length - low + 1;
  }
}

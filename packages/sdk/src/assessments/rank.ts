import { InputError, type Bilingual } from '../errors/input-error.ts';
import type { Quota, QuotaLimit } from '../rubrics/schema.ts';

/** One classified subject. */
export interface Rankable {
  id: string;
  /** In hundredths; `null`: nothing to judge, takes no place. */
  points: number | null;
  /** Band after the conditions. */
  band: string | null;
  /** `false`: takes no place and counts in no denominator. */
  eligible?: boolean;
  /** Used with `quota.per: 'group'`. */
  group?: string;
  /** Points of the rubric's `tieBreak` lines, in its order: they decide between equal totals. */
  tieBreak?: readonly number[];
}

/** Where a subject ended. */
export interface Ranked {
  id: string;
  group: string | null;
  /** 1 is best; equals share a place and the next place is skipped (1, 2, 2, 4). `null`: not ranked. */
  place: number | null;
  candidateBand: string | null;
  /** After the quota; never better than `candidateBand`. */
  finalBand: string | null;
  /** Equal at the cut and left to the council: `finalBand` still holds the candidate band. */
  undecided: boolean;
  /** Why the band is not the candidate band, or why it is open. */
  reason: Bilingual | null;
}

export interface Ranking {
  /** Best first, unranked last; within a group together when the quota is per group. */
  results: Ranked[];
  /** One sentence for each ceiling in each group. */
  explanation: Bilingual[];
}

interface Entry extends Rankable {
  place: number | null;
  finalBand: string | null;
  undecided: boolean;
  reason: Bilingual | null;
}

function compare(a: Rankable, b: Rankable): number {
  const difference = b.points! - a.points!;
  if (difference !== 0) return difference;
  const length = Math.max(a.tieBreak?.length ?? 0, b.tieBreak?.length ?? 0);
  for (let at = 0; at < length; at++) {
    const decided = (b.tieBreak?.[at] ?? 0) - (a.tieBreak?.[at] ?? 0);
    if (decided !== 0) return decided;
  }
  return 0;
}

/** How many may hold a band: `count × share`, rounded as the limit says. */
export function allowedBy(limit: Pick<QuotaLimit, 'share' | 'rounding' | 'atLeast'>, count: number): number {
  if (count === 0) return 0;
  const { numerator, denominator } = limit.share;
  const product = count * numerator;
  const whole = Math.floor(product / denominator);
  const rest = product % denominator;
  const up = limit.rounding === 'up' ? rest > 0 : limit.rounding === 'half-up' && rest * 2 >= denominator;
  return Math.max(up ? whole + 1 : whole, limit.atLeast ?? 0);
}

function applyLimit(limit: QuotaLimit, entries: Entry[], ties: Quota['ties'], groupName: Bilingual): Bilingual {
  const { band, lowerTo, of, share } = limit;
  const counted =
    of === 'all' ? entries.length : entries.filter((entry) => entry.band !== null && of.includes(entry.band)).length;
  const allowed = allowedBy(limit, counted);
  const holders = entries.filter((entry) => entry.finalBand === band);
  let kept = Math.min(allowed, holders.length);
  const [lastIn, firstOut] = [holders[allowed - 1], holders[allowed]];
  let open: Entry[] = [];
  if (lastIn && firstOut && compare(lastIn, firstOut) === 0) {
    const tied = holders.filter((entry) => compare(entry, lastIn) === 0);
    const start = holders.indexOf(tied[0]!);
    kept = ties === 'all-out' ? start : start + tied.length;
    if (ties === 'council') open = tied;
  }
  for (const entry of holders.slice(kept)) {
    entry.finalBand = lowerTo;
    entry.reason = {
      vi: `Quá số được xếp mức này: ${allowed} trên ${counted} (${share.numerator}/${share.denominator})`,
      en: `Above the number allowed in this band: ${allowed} of ${counted} (${share.numerator}/${share.denominator})`,
    };
  }
  for (const entry of open) {
    entry.undecided = true;
    entry.reason = {
      vi: `Bằng điểm ở vạch cắt (${allowed} suất): hội đồng quyết định`,
      en: `Equal at the cut (${allowed} places): the council decides`,
    };
  }
  const undecided = open.length > 0;
  return {
    vi: `${groupName.vi}mức “${band}”: ${counted} × ${share.numerator}/${share.denominator} → được ${allowed}; đạt ${holders.length}, giữ ${kept}${undecided ? `, trong đó ${open.length} bằng điểm chờ hội đồng` : ''}`,
    en: `${groupName.en}“${band}”: ${counted} × ${share.numerator}/${share.denominator} → ${allowed} allowed; ${holders.length} qualify, ${kept} kept${undecided ? `, of them ${open.length} equal and left to the council` : ''}`,
  };
}

function rankGroup(all: Entry[]): Entry[] {
  const ranked = all.filter((entry) => entry.points !== null && entry.eligible !== false).sort(compare);
  ranked.forEach((entry, at) => {
    const previous = ranked[at - 1];
    entry.place = previous && compare(previous, entry) === 0 ? previous.place : at + 1;
  });
  return ranked;
}

/**
 * Places by points, then the ceilings on bands in the order given. Whoever is above a ceiling goes one way only: down
 * to `lowerTo`. Who has no points or is not eligible takes no place and counts in no denominator; a ceiling over nobody
 * allows nobody.
 *
 * Throws `InputError` for an id given twice or points that are not integer hundredths.
 *
 * @example
 * // 20 % of 4 is 0.8, rounded down: nobody.
 * rank(four, { per: 'all', ties: 'council', limits: [{ band: 'excellent', lowerTo: 'good', of: 'all', share: { numerator: 20, denominator: 100 }, rounding: 'down' }] })
 */
export function rank(
  results: readonly Rankable[],
  quota: Quota = { limits: [], per: 'all', ties: 'council' },
): Ranking {
  for (const [at, { share }] of quota.limits.entries()) {
    const { numerator, denominator } = share;
    if (Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator) && numerator >= 0 && denominator > 0)
      continue;
    throw new InputError('not-a-share', `/quota/limits/${at}/share`, {
      vi: 'Tỷ lệ phải là hai số nguyên, mẫu số lớn hơn 0',
      en: 'A share is two integers, the denominator above 0',
    });
  }
  const seen = new Set<string>();
  const groups = new Map<string | null, Entry[]>();
  for (const [at, result] of results.entries()) {
    if (seen.has(result.id)) {
      throw new InputError('given-twice', `/results/${at}/id`, {
        vi: `“${result.id}” có hai lần`,
        en: `“${result.id}” is given twice`,
      });
    }
    seen.add(result.id);
    if (result.points !== null && !Number.isSafeInteger(result.points)) {
      throw new InputError('not-points', `/results/${at}/points`, {
        vi: 'Điểm phải là số nguyên phần trăm điểm',
        en: 'Points must be integer hundredths',
      });
    }
    const group = quota.per === 'group' ? (result.group ?? null) : null;
    const entries = groups.get(group) ?? [];
    if (entries.length === 0) groups.set(group, entries);
    entries.push({
      ...result,
      place: null,
      finalBand: result.eligible === false ? null : result.band,
      undecided: false,
      reason: null,
    });
  }

  const ranking: Ranking = { results: [], explanation: [] };
  for (const [group, entries] of groups) {
    const ranked = rankGroup(entries);
    const label = group === null ? { vi: '', en: '' } : { vi: `Nhóm “${group}”, `, en: `Group “${group}”, ` };
    for (const limit of quota.limits) ranking.explanation.push(applyLimit(limit, ranked, quota.ties, label));
    const rest = entries.filter((entry) => entry.place === null);
    for (const entry of [...ranked, ...rest]) {
      const { id, place, band, finalBand, undecided, reason } = entry;
      ranking.results.push({
        id,
        group: entry.group ?? null,
        place,
        candidateBand: band,
        finalBand,
        undecided,
        reason,
      });
    }
  }
  return ranking;
}

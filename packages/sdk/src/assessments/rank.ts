import type { Bilingual } from '../errors/input-error.ts';
import { checkPoints, refuse, refuseTwice, message } from '../rubrics/message.ts';
import type { Quota, QuotaLimit } from '../rubrics/schema.ts';
import { oneOf } from '../statistics/check.ts';

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

function applyLimit(limit: QuotaLimit, entries: Entry[], ties: Quota['ties'], group: string): Bilingual {
  const { band, lowerTo, of, share } = limit;
  const counted = of === 'all' ? entries.length : entries.filter((entry) => of.includes(entry.band!)).length;
  const allowed = allowedBy(limit, counted);
  const holders = entries.filter((entry) => entry.finalBand === band);
  const [lastIn, firstOut] = [holders[allowed - 1], holders[allowed]];
  const tied =
    lastIn && firstOut && compare(lastIn, firstOut) === 0
      ? holders.filter((entry) => compare(entry, lastIn) === 0)
      : [];
  const inside = tied.length > 0 ? holders.indexOf(tied[0]!) : Math.min(allowed, holders.length);
  const kept = ties === 'all-out' ? inside : inside + tied.length;
  const sum = `${counted} × ${share.numerator}/${share.denominator} → ${allowed}`;
  const reason = message('Quá số được xếp mức này: $0', 'Above the number allowed in this band: $0', sum);
  for (const entry of holders.slice(kept)) Object.assign(entry, { finalBand: lowerTo, reason });
  if (ties === 'council') {
    for (const entry of tied) {
      entry.undecided = true;
      entry.reason = message(
        'Bằng điểm ở vạch cắt, hội đồng quyết định: $0',
        'Equal at the cut, the council decides: $0',
        sum,
      );
    }
  }
  return message(
    '$0: $1; đạt $2, giữ $3',
    '$0: $1; $2 qualify, $3 kept',
    group + band,
    sum,
    String(holders.length),
    String(kept),
  );
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
 * Throws `InputError` for an id given twice, points that are not integer hundredths, or a quota that cannot be read.
 *
 * @example
 * // 20 % of 4 is 0.8, rounded down: nobody.
 * rank(four, { per: 'all', ties: 'council', limits: [{ band: 'excellent', lowerTo: 'good', of: 'all', share: { numerator: 20, denominator: 100 }, rounding: 'down' }] })
 */
export function rank(
  results: readonly Rankable[],
  quota: Quota = { limits: [], per: 'all', ties: 'council' },
): Ranking {
  oneOf(quota.per, ['all', 'group'], '/quota/per');
  oneOf(quota.ties, ['all-in', 'all-out', 'council'], '/quota/ties');
  for (const [at, { share, of, rounding, atLeast = 0 }] of quota.limits.entries()) {
    if (!Array.isArray(of)) oneOf(of, ['all'], `/quota/limits/${at}/of`);
    oneOf(rounding, ['half-up', 'up', 'down'], `/quota/limits/${at}/rounding`);
    checkPoints(atLeast, `/quota/limits/${at}/atLeast`);
    const { numerator, denominator } = share;
    if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || numerator < 0 || denominator < 1) {
      refuse(
        'not-a-share',
        `/quota/limits/${at}/share`,
        'Tỷ lệ cần hai số nguyên, mẫu số lớn hơn 0',
        'A share is two integers, the denominator above 0',
      );
    }
  }
  const seen = new Set<string>();
  const groups = new Map<string | null, Entry[]>();
  for (const [at, result] of results.entries()) {
    if (seen.has(result.id)) refuseTwice('given-twice', `/results/${at}/id`, result.id);
    seen.add(result.id);
    if (result.points !== null) checkPoints(result.points, `/results/${at}/points`);
    if (!(result.tieBreak ?? []).every(Number.isFinite))
      refuse('not-a-number', `/results/${at}/tieBreak`, 'Phải là số hữu hạn', 'Must be finite numbers');
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
    const label = group === null ? '' : `${group} · `;
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

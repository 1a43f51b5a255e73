import type { Bilingual } from '../errors/input-error.ts';
import { checkPoints, refuseUnknown, say } from '../rubrics/say.ts';
import type { Band, Rubric } from '../rubrics/schema.ts';
import { NOTHING_TO_JUDGE } from './explain-score.ts';
import type { ClassResult } from './schema.ts';

/** The part of a score that decides the class. */
export interface Classifiable {
  /** In hundredths; `null`: nothing to judge. */
  points: number | null;
  complete?: boolean;
  triggered?: readonly string[];
}

/** Bands from best to worst. */
export function bandsBestFirst(rubric: Pick<Rubric, 'bands'>): Band[] {
  return [...rubric.bands].sort((a, b) => b.from - a.from);
}

function holds(band: Band, points: number): boolean {
  return points >= band.from && (band.below === undefined || points < band.below);
}

/** The band of so many points, half-open; `null` where the rubric has none for them. */
export function bandOf(rubric: Pick<Rubric, 'bands'>, points: number | null): string | null {
  return points === null ? null : (rubric.bands.find((band) => holds(band, points))?.id ?? null);
}

/** What a condition did to the class. */
interface Applied {
  title: Band['title'];
  did: 'disqualify' | 'keep' | 'lower';
  /** The band after it; `undefined` below the published ones. */
  to?: Band | undefined;
}

const unpublished = { vi: 'mức chưa được công bố', en: 'a band that is not published' };

function explainCandidate(points: number | null, band: Band | undefined): Bilingual {
  if (points === null) return NOTHING_TO_JUDGE;
  if (!band) return say('$0 điểm: bộ tiêu chí không nêu mức', '$0 points: the rubric has no band', points);
  const { title, from, below } = band;
  const end = below === undefined ? '' : say(' đến dưới $0', ' to below $0', below);
  return say('$0 điểm: “$1” (từ $2$3)', '$0 points: “$1” (from $2$3)', points, title, from, end);
}

function judge(rubric: Rubric, score: Classifiable, conditions: readonly string[]) {
  const { points, triggered = [] } = score;
  if (points !== null) checkPoints(points, '/score/points');
  for (const [at, id] of conditions.entries()) {
    if (!rubric.conditions.some((each) => each.id === id)) refuseUnknown('unknown-condition', `/conditions/${at}`, id);
  }

  const bands = bandsBestFirst(rubric);
  // One place past the last band stands for what lies under the published ones.
  const lowest = bands.length - (bands.at(-1)?.from === 0 ? 1 : 0);
  let at = points === null ? -1 : bands.findIndex((band) => holds(band, points));
  const candidate = bands[at];
  const effects: Applied[] = [];
  let eligible = true;
  const applied = rubric.conditions.filter(({ id }) => conditions.includes(id) || triggered.includes(id));
  for (const { title, effect } of applied) {
    if (effect.kind === 'ineligible') {
      eligible = false;
      effects.push({ title, did: 'disqualify' });
    } else if (at >= 0) {
      const before = at;
      if (effect.kind === 'lower') at = Math.min(at + effect.by, lowest);
      else {
        const limit = bands.findIndex(({ id }) => id === effect.band);
        if (limit < 0) refuseUnknown('unknown-band', '/rubric/conditions', effect.band);
        at = Math.max(at, limit);
      }
      effects.push({ title, did: at === before ? 'keep' : 'lower', to: bands[at] });
    }
  }
  const result = {
    candidateBand: candidate?.id ?? null,
    finalBand: eligible ? (bands[at]?.id ?? null) : null,
    eligible,
    conditions: applied.map(({ id }) => id),
  };
  return { result, candidate, effects };
}

const effectTexts: Readonly<Record<Applied['did'], readonly [vi: string, en: string]>> = {
  disqualify: ['$0: không đủ điều kiện xếp loại', '$0: not eligible to be ranked'],
  keep: ['$0: vẫn là “$1”', '$0: still “$1”'],
  lower: ['$0: hạ xuống “$1”', '$0: lowered to “$1”'],
};

/**
 * The class of a total: the band that holds the points, then the conditions in the rubric's order, each of which can
 * only lower it. Conditions that the score itself triggered apply without being named.
 *
 * `finalBand` is `null` when ineligible, when nothing applies, and when the source does not publish a band that far down.
 * Throws `InputError` for a condition the rubric does not have, and for points that are not integer hundredths.
 *
 * @param conditions ids of the conditions that were found to apply, in any order
 * @example
 * classify(rubric, score(rubric, lines), ['law-breach']).finalBand // null, and `eligible` is false
 */
export function classify(rubric: Rubric, score: Classifiable, conditions: readonly string[] = []): ClassResult {
  const { result, candidate, effects } = judge(rubric, score, conditions);
  const { points, complete } = score;
  let explanation: Bilingual[] | undefined;
  return {
    ...result,
    get explanation() {
      return (explanation ??= [
        explainCandidate(points, candidate),
        ...(complete === false ? [say('Tạm tính: còn mục chưa chấm', 'Provisional: lines not scored yet')] : []),
        ...effects.map(({ title, did, to }) => say(...effectTexts[did], title, to?.title ?? unpublished)),
      ]);
    },
  };
}

/** The class of {@link classify} without the sentences that explain it; throws the same `InputError`s. */
export function classOf(
  rubric: Rubric,
  score: Classifiable,
  conditions: readonly string[] = [],
): Omit<ClassResult, 'explanation'> {
  return judge(rubric, score, conditions).result;
}

import type { Bilingual } from '../errors/input-error.ts';
import { checkPoints, refuseUnknown, message } from '../rubrics/message.ts';
import type { Band, Condition, Rubric } from '../rubrics/schema.ts';
import { withId } from '../rubrics/with-id.ts';
import { NO_LINE_APPLIES } from './explain-score.ts';
import type { ClassResult } from './schema.ts';

/** The part of a score that determines the class. */
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

function findBand({ bands }: Pick<Rubric, 'bands'>, points: number | null): Band | undefined {
  if (points === null) return undefined;
  return bands.find(({ from, below }) => points >= from && (below === undefined || points < below));
}

/** The band of so many points, half-open; `null` where the rubric has none for them. */
export function bandOf(rubric: Pick<Rubric, 'bands'>, points: number | null): string | null {
  return findBand(rubric, points)?.id ?? null;
}

const unpublished = { vi: 'mức chưa được công bố', en: 'a band that is not published' };

function explainCandidate(points: number | null, band: Band | undefined): Bilingual {
  if (points === null) return NO_LINE_APPLIES;
  if (!band) return message('$0 điểm: bộ tiêu chí không nêu mức', '$0 points: the rubric has no band', points);
  const { title, from, below } = band;
  const end = below === undefined ? '' : message(' đến dưới $0', ' to below $0', below);
  return message('$0 điểm: “$1” (từ $2$3)', '$0 points: “$1” (from $2$3)', points, title, from, end);
}

/** Called with the effect of each condition: the band after it, `undefined` below the published ones, and whether it is lower. */
type ConditionListener = (condition: Condition, band: Band | undefined, lowered: boolean) => void;

function judge(
  rubric: Rubric,
  { points, triggered = [] }: Classifiable,
  conditions: readonly string[],
  onCondition?: ConditionListener,
): Omit<ClassResult, 'explanation'> {
  if (points !== null) checkPoints(points, '/score/points');
  for (const [at, id] of conditions.entries()) {
    if (!withId(rubric.conditions, id)) refuseUnknown('unknown-condition', `/conditions/${at}`, id);
  }
  const bands = bandsBestFirst(rubric);
  // The position after the last band means below all published ones.
  const lowest = bands.length - (bands.at(-1)?.from === 0 ? 1 : 0);
  const candidate = findBand(rubric, points);
  let at = candidate ? bands.indexOf(candidate) : -1;
  let eligible = true;
  const applied = rubric.conditions.filter(({ id }) => conditions.includes(id) || triggered.includes(id));
  for (const condition of applied) {
    const { effect } = condition;
    const before = at;
    if (effect.kind === 'ineligible') eligible = false;
    else if (at < 0) continue;
    else if (effect.kind === 'lower') at = Math.min(at + effect.by, lowest);
    else {
      const limit = withId(bands, effect.band) ?? refuseUnknown('unknown-band', '/rubric/conditions', effect.band);
      at = bands.indexOf(limit);
    }
    // A condition never raises the band.
    at = Math.max(at, before);
    onCondition?.(condition, bands[at], at > before);
  }
  const finalBand = eligible ? (bands[at]?.id ?? null) : null;
  return { candidateBand: candidate?.id ?? null, finalBand, eligible, conditions: applied.map(({ id }) => id) };
}

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
  const { points, complete } = score;
  const explanation = [explainCandidate(points, findBand(rubric, points))];
  if (complete === false) explanation.push(message('Tạm tính: còn mục chưa chấm', 'Provisional: lines not scored yet'));
  const result = judge(rubric, score, conditions, ({ title, effect }, band, lowered) => {
    const name = band?.title ?? unpublished;
    explanation.push(
      effect.kind === 'ineligible'
        ? message('$0: không đủ điều kiện xếp loại', '$0: not eligible to be ranked', title)
        : lowered
          ? message('$0: hạ xuống “$1”', '$0: lowered to “$1”', title, name)
          : message('$0: vẫn là “$1”', '$0: still “$1”', title, name),
    );
  });
  return { ...result, explanation };
}

/** The class of {@link classify} without the sentences that explain it; throws the same `InputError`s. */
export function classOf(
  rubric: Rubric,
  score: Classifiable,
  conditions: readonly string[] = [],
): Omit<ClassResult, 'explanation'> {
  return judge(rubric, score, conditions);
}

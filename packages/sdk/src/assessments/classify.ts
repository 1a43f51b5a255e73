import { InputError, type Bilingual } from '../errors/input-error.ts';
import { formatPoints } from '../rubrics/points.ts';
import type { Band, Rubric } from '../rubrics/schema.ts';
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

const name = (title: { vi: string; en?: string | undefined }): Bilingual => ({
  vi: title.vi,
  en: title.en ?? title.vi,
});

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
  const { points, complete = true, triggered = [] } = score;
  if (points !== null && !Number.isSafeInteger(points)) {
    throw new InputError('not-points', '/score/points', {
      vi: 'Điểm phải là số nguyên phần trăm điểm',
      en: 'Points must be integer hundredths',
    });
  }
  for (const [at, { effect }] of rubric.conditions.entries()) {
    if (effect.kind !== 'at-most' || rubric.bands.some((band) => band.id === effect.band)) continue;
    throw new InputError('unknown-band', `/rubric/conditions/${at}/effect/band`, {
      vi: `Bộ tiêu chí không có mức “${effect.band}”`,
      en: `The rubric has no band “${effect.band}”`,
    });
  }
  for (const [at, id] of conditions.entries()) {
    if (rubric.conditions.some((condition) => condition.id === id)) continue;
    throw new InputError('unknown-condition', `/conditions/${at}`, {
      vi: `Bộ tiêu chí không có điều kiện “${id}”`,
      en: `The rubric has no condition “${id}”`,
    });
  }

  const bands = bandsBestFirst(rubric);
  const explanation: Bilingual[] = [];
  const titleAt = (at: number): Bilingual => {
    const band = bands[at];
    return band ? name(band.title) : { vi: 'mức chưa được công bố', en: 'a band that is not published' };
  };
  // One place past the last band stands for what lies under the published ones.
  const lowest = bands.length > 0 && bands.at(-1)!.from <= 0 ? bands.length - 1 : bands.length;
  let at = points === null ? -1 : bands.findIndex((band) => holds(band, points));
  const candidateBand = at < 0 ? null : bands[at]!.id;
  if (points === null)
    explanation.push({
      vi: 'Không có mục nào áp dụng nên không xếp loại',
      en: 'No line applies, so there is no class',
    });
  else if (at < 0) {
    explanation.push({
      vi: `${formatPoints(points)} điểm: bộ tiêu chí không nêu mức xếp loại cho số điểm này`,
      en: `${formatPoints(points, 'en')} points: the rubric has no band for this`,
    });
  } else {
    const { from, below } = bands[at]!;
    const { vi, en } = titleAt(at);
    explanation.push({
      vi: `${formatPoints(points)} điểm thuộc mức “${vi}” (từ ${formatPoints(from)}${below === undefined ? ' trở lên' : ` đến dưới ${formatPoints(below)}`})`,
      en: `${formatPoints(points, 'en')} points are in “${en}” (${formatPoints(from, 'en')}${below === undefined ? ' and above' : ` to below ${formatPoints(below, 'en')}`})`,
    });
  }
  if (!complete)
    explanation.push({
      vi: 'Còn mục chưa chấm: kết quả mới là tạm tính',
      en: 'Some lines have no score yet: the result is provisional',
    });

  let eligible = true;
  const applied: string[] = [];
  for (const { id, title, effect } of rubric.conditions) {
    if (!conditions.includes(id) && !triggered.includes(id)) continue;
    applied.push(id);
    const { vi, en } = name(title);
    if (effect.kind === 'ineligible') {
      eligible = false;
      explanation.push({ vi: `${vi}: không đủ điều kiện xếp loại`, en: `${en}: not eligible to be ranked` });
      continue;
    }
    if (at < 0) continue;
    const before = at;
    at =
      effect.kind === 'lower'
        ? Math.min(at + effect.by, lowest)
        : Math.max(
            at,
            bands.findIndex((band) => band.id === effect.band),
          );
    const to = titleAt(at);
    explanation.push(
      at === before
        ? { vi: `${vi}: mức “${to.vi}” không đổi`, en: `${en}: “${to.en}” stays` }
        : { vi: `${vi}: hạ xuống mức “${to.vi}”`, en: `${en}: lowered to “${to.en}”` },
    );
  }
  return {
    candidateBand,
    finalBand: eligible ? (bands[at]?.id ?? null) : null,
    eligible,
    conditions: applied,
    explanation,
  };
}

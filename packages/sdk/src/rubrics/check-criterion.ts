import type { Report } from './finding.ts';
import { isPoints } from './message.ts';
import type { Criterion, CountCriterion, LevelsCriterion, RangeCriterion, RatioCriterion } from './schema.ts';

/** Reports a number that cannot be points; true when it can. */
export function checkIsPoints(report: Report, value: number, pointer: string): boolean {
  if (isPoints(value)) return true;
  report(
    'error',
    'not-points',
    pointer,
    'Điểm phải là số nguyên phần trăm điểm, không âm',
    'Points must be integer hundredths, not negative',
  );
  return false;
}

function checkReaches(report: Report, best: number, max: number, pointer: string): void {
  if (best > max)
    report(
      'error',
      'above-the-maximum',
      pointer,
      '$0 điểm vượt điểm tối đa $1',
      '$0 points are above the maximum $1',
      best,
      max,
    );
  else if (best < max)
    report(
      'error',
      'unreachable',
      pointer,
      'Không cách nào đạt điểm tối đa $1: cao nhất chỉ $0',
      'The maximum $1 cannot be reached: $0 at most',
      best,
      max,
    );
}

function checkLevels(report: Report, { levels, max }: LevelsCriterion, pointer: string): void {
  if (levels.length === 0)
    return report('error', 'no-levels', `${pointer}/levels`, 'Chưa có mức nào', 'There are no levels');
  const ids = new Set<string>();
  let valid = true;
  for (const [at, level] of levels.entries()) {
    const here = `${pointer}/levels/${at}`;
    if (ids.has(level.id))
      report('error', 'duplicate-id', `${here}/id`, 'Mã “$0” dùng hai lần', 'The id “$0” is used twice', level.id);
    ids.add(level.id);
    valid = checkIsPoints(report, level.points, `${here}/points`) && valid;
    if (levels.findIndex(({ points }) => points === level.points) < at) {
      report(
        'warning',
        'same-points',
        `${here}/points`,
        'Hai mức cùng $0 điểm',
        'Two levels give $0 points',
        level.points,
      );
    }
  }
  if (valid) checkReaches(report, Math.max(...levels.map(({ points }) => points)), max, `${pointer}/levels`);
}

function checkRange(report: Report, { min = 0, max, step = 1 }: RangeCriterion, pointer: string): void {
  if (!checkIsPoints(report, min, `${pointer}/min`) || !checkIsPoints(report, step, `${pointer}/step`)) return;
  if (min >= max)
    report(
      'error',
      'empty-range',
      `${pointer}/min`,
      'Điểm thấp nhất phải nhỏ hơn điểm cao nhất',
      'The lowest must be below the highest',
    );
  if (step === 0) report('error', 'no-step', `${pointer}/step`, 'Bước điểm phải lớn hơn 0', 'The step must be above 0');
  else if (max % step !== 0)
    report(
      'warning',
      'step-misses-max',
      `${pointer}/step`,
      'Bước $0 không chia hết điểm tối đa $1',
      'Steps of $0 do not lead to the maximum $1',
      step,
      max,
    );
}

function checkCount(report: Report, { each, max }: CountCriterion, pointer: string): void {
  if (!checkIsPoints(report, each, `${pointer}/each`)) return;
  if (each === 0)
    report('error', 'no-step', `${pointer}/each`, 'Điểm mỗi lần phải lớn hơn 0', 'Points for each must be above 0');
  else if (each > max)
    report(
      'error',
      'above-the-maximum',
      `${pointer}/each`,
      '$0 điểm vượt điểm tối đa $1',
      '$0 points are above the maximum $1',
      each,
      max,
    );
}

function checkRatio(report: Report, { thresholds, max }: RatioCriterion, pointer: string): void {
  if (thresholds.length === 0)
    return report('error', 'no-levels', `${pointer}/thresholds`, 'Chưa có ngưỡng nào', 'There are no thresholds');
  let valid = true;
  const rising = [...thresholds].sort((a, b) => a.atLeast - b.atLeast);
  for (const [at, { atLeast, points }] of thresholds.entries()) {
    const here = `${pointer}/thresholds/${at}`;
    valid = checkIsPoints(report, points, `${here}/points`) && valid;
    if (!Number.isInteger(atLeast) || atLeast < 0) {
      report(
        'error',
        'not-a-rate',
        `${here}/atLeast`,
        'Ngưỡng phải là số nguyên phần vạn',
        'A threshold is an integer of hundredths of a percent',
      );
    } else if (atLeast > 10_000) {
      report('warning', 'above-100-percent', `${here}/atLeast`, 'Ngưỡng trên 100%', 'A threshold above 100%');
    }
    if (thresholds.findIndex((each) => each.atLeast === atLeast) < at) {
      report('error', 'threshold-twice', `${here}/atLeast`, 'Ngưỡng này có hai lần', 'This threshold is given twice');
    }
    const below = rising[rising.findIndex((each) => each.atLeast === atLeast) - 1];
    if (below && below.points >= points) {
      report(
        'warning',
        'not-rising',
        `${here}/points`,
        'Tỷ lệ cao hơn nhưng không được nhiều điểm hơn',
        'A higher rate gives no more points',
      );
    }
  }
  if (valid) checkReaches(report, Math.max(...thresholds.map(({ points }) => points)), max, `${pointer}/thresholds`);
}

/** Faults inside one line. References to other lines are checked with the whole rubric. */
export function checkCriterion(report: Report, criterion: Criterion, pointer: string): void {
  if (criterion.kind === 'gate') return;
  const { max, evidence } = criterion;
  if (!checkIsPoints(report, max, `${pointer}/max`)) return;
  if (max === 0)
    report('warning', 'worth-nothing', `${pointer}/max`, 'Dòng này không có điểm', 'This line is worth nothing');
  if (evidence?.above !== undefined && evidence.above >= max) {
    report(
      'warning',
      'evidence-never-asked',
      `${pointer}/evidence/above`,
      'Không bao giờ đòi minh chứng: ngưỡng không dưới điểm tối đa',
      'Evidence is never asked for: the bound is not below the maximum',
    );
  }
  if (criterion.kind === 'levels') checkLevels(report, criterion, pointer);
  else if (criterion.kind === 'range') checkRange(report, criterion, pointer);
  else if (criterion.kind === 'count') checkCount(report, criterion, pointer);
  else if (criterion.kind === 'ratio') checkRatio(report, criterion, pointer);
}

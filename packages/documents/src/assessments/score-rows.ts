import type { Assessment, ScoredLine } from '@dvk/sdk/assessments';
import type { Rubric, RubricNode } from '@dvk/sdk/rubrics';

/** A row of a score sheet; points in hundredths, `null` where there are none. */
export interface ScoreRow {
  kind: 'group' | 'line' | 'total';
  number: string;
  title: string;
  max: number | null;
  self: number | null;
  appraised: number | null;
  /** In place of points: what a requirement without points, or a line that does not apply, says. */
  selfWord?: string;
  appraisedWord?: string;
  /** How deep it stands, 0 at the top. */
  depth: number;
}

type Side = 'self' | 'appraised';
type Points = ReadonlyMap<string, ScoredLine>;

const pointsBy = (lines: readonly ScoredLine[] | undefined): Points =>
  new Map((lines ?? []).map((line) => [line.criterionId, line]));

const words: Readonly<Partial<Record<ScoredLine['state'], string>>> = {
  'not-applicable': 'Không áp dụng',
  'no-data': 'Chưa có số liệu',
};

/** Sum of the scored lines of a node, cut where the group is; `null` where none is scored. */
function sumOf(node: RubricNode, points: Points): number | null {
  if (node.kind !== 'group') {
    const line = points.get(node.id);
    return line?.state === 'scored' ? line.points : null;
  }
  const sums = node.children.map((child) => sumOf(child, points)).filter((sum) => sum !== null);
  if (sums.length === 0) return null;
  const sum = sums.reduce((a, b) => a + b, 0);
  return node.capped ? Math.min(sum, node.max) : sum;
}

/**
 * The rows of a score sheet in the order of the table: groups with their sums before their lines, bonus and deduction after the table, the
 * total last. Points are those that the assessment was scored with; nothing is worked out anew but the sums of groups.
 */
export function scoreRows({ lines, results }: Pick<Assessment, 'lines' | 'results'>, rubric: Rubric): ScoreRow[] {
  const points: Record<Side, Points> = {
    self: pointsBy(results.self.lines),
    appraised: pointsBy(results.appraised?.lines),
  };
  const entered = new Map(lines.map((line) => [line.criterionId, line]));
  const wordOf = (node: RubricNode, side: Side): string | undefined => {
    if (node.kind === 'group') return undefined;
    const value = entered.get(node.id)?.[side];
    if (node.kind === 'gate') return value && 'met' in value ? (value.met ? 'Đạt' : 'Không đạt') : '–';
    const line = points[side].get(node.id);
    return line && words[line.state];
  };
  const rows: ScoreRow[] = [];
  const add = (node: RubricNode, depth: number) => {
    const [selfWord, appraisedWord] = [wordOf(node, 'self'), wordOf(node, 'appraised')];
    rows.push({
      kind: node.kind === 'group' ? 'group' : 'line',
      number: node.number ?? '',
      title: node.title.vi,
      max: node.kind === 'gate' ? null : node.max,
      self: sumOf(node, points.self),
      appraised: sumOf(node, points.appraised),
      ...(selfWord === undefined ? {} : { selfWord }),
      ...(appraisedWord === undefined ? {} : { appraisedWord }),
      depth,
    });
    if (node.kind === 'group') for (const child of node.children) add(child, depth + 1);
  };
  for (const node of rubric.criteria) add(node, 0);
  for (const [part, title, sign] of [
    ['bonus', 'Điểm cộng', 1],
    ['deduction', 'Điểm trừ', -1],
  ] as const) {
    const pot = rubric[part];
    if (!pot) continue;
    const sum = (side: Side) => {
      const result = results[side];
      return result ? result[part] * sign : null;
    };
    rows.push({
      kind: 'group',
      number: '',
      title,
      max: pot.max,
      self: sum('self'),
      appraised: sum('appraised'),
      depth: 0,
    });
    for (const node of pot.criteria) add(node, 1);
  }
  rows.push({
    kind: 'total',
    number: '',
    title: 'TỔNG CỘNG',
    max: rubric.total,
    self: results.self.points,
    appraised: results.appraised?.points ?? null,
    depth: 0,
  });
  return rows;
}

import type { Bilingual } from '../errors/input-error.ts';
import { fits } from './line-value.ts';
import { diffRubrics, type RubricDifference } from './diff.ts';
import { equal } from './equal.ts';
import { message } from './message.ts';
import type { LineValue, Criterion, Rubric, RubricNode } from './schema.ts';
import { placedNodes, type PlacedNode } from './tree.ts';

/**
 * How far a change reaches, in the kinds that Moodle distinguishes for its rubrics:
 *
 * | kind | name | what changed | who must be scored again |
 * |---|---|---|---|
 * | 0 | `none` | nothing | nobody |
 * | 1 | `texts` | wording, numbering, order among siblings | nobody |
 * | 2 | `levels-added` | further levels, the maximum stays | nobody; the new level may be fairer |
 * | 3 | `recompute` | points, caps, bands, rounding, a line taken out | everybody, by computer |
 * | 4 | `some-by-hand` | a value that some have entered is no longer allowed | by hand where it was entered, others by computer |
 * | 5 | `all-by-hand` | a line or a hard stop was added or became another kind | everybody, by hand on that line |
 */
export const changeKinds = ['none', 'texts', 'levels-added', 'recompute', 'some-by-hand', 'all-by-hand'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** One reason why results change. */
export interface ChangeEffect {
  kind: number;
  /** The line concerned; `null`: the whole rubric. */
  criterionId: string | null;
  text: Bilingual;
}

/** The part of an assessment that decides whether it must be scored again. */
export interface AssessmentToCheck {
  id: string;
  lines: readonly {
    criterionId: string;
    self?: LineValue | undefined;
    appraised?: LineValue | undefined;
    evidence?: readonly string[];
  }[];
}

export interface RubricChange {
  /** 0 to 5. */
  kind: number;
  name: ChangeKind;
  /** Most serious first. */
  effects: ChangeEffect[];
  /** For each assessment given: what must be done with it to move it to the new version, on which lines, and why. */
  assessments: { id: string; action: 'nothing' | 'recompute' | 'by-hand'; lines: string[]; reasons: Bilingual[] }[];
}

const withoutEffect = new Set([
  'title',
  'number',
  'note',
  'locked',
  'source',
  'unit',
  'legalBasis',
  'variants',
  'unpublished',
  'subject',
  'reasonAbove',
]);

type LineNode = Exclude<RubricNode, { kind: 'group' }>;
type Lines = ReadonlyMap<string, PlacedNode & { node: LineNode }>;

function linesOf(rubric: Rubric): Lines {
  const lines = placedNodes(rubric).filter(
    (each): each is PlacedNode & { node: LineNode } => each.node.kind !== 'group',
  );
  return new Map(lines.map((each) => [each.node.id, each]));
}

/** Levels by what counts: id and points. */
function levelsEffect(before: Criterion, after: Criterion): number {
  if (before.kind !== 'levels' || after.kind !== 'levels') return 5;
  const kept = after.levels.filter(({ id }) => before.levels.some((old) => old.id === id));
  if (kept.length < before.levels.length) return 4;
  if (before.levels.some((old) => after.levels.find(({ id }) => id === old.id)!.points !== old.points)) return 3;
  return after.levels.length > before.levels.length ? 2 : 1;
}

function nodeEffect({ id, field, text }: RubricDifference, before: Lines, after: Lines): ChangeEffect {
  const [old, now] = [before.get(id), after.get(id)];
  const effect = (kind: number): ChangeEffect => ({ kind, criterionId: old && now ? id : null, text });
  if (withoutEffect.has(field!)) return effect(1);
  if (field === 'kind' || !old || !now) return effect(field === 'kind' ? 5 : 3);
  if (field === 'levels') return effect(levelsEffect(old.node, now.node));
  if (field === 'condition' || field === 'inputs' || field === 'expression') return effect(3);
  if (field === 'evidence') return effect(now.node.evidence ? 4 : 1);
  if (field === 'mayNotApply') return effect(now.node.kind !== 'gate' && now.node.mayNotApply ? 3 : 4);
  const narrower =
    field === 'max' && now.node.kind === 'range' && old.node.kind === 'range' && now.node.max < old.node.max;
  return effect(narrower || field === 'min' || field === 'step' ? 4 : 3);
}

function effectOf(difference: RubricDifference, before: Lines, after: Lines): ChangeEffect {
  const { what, kind, id, field, text, after: now } = difference;
  const onRubric = (grade: number): ChangeEffect => ({ kind: grade, criterionId: null, text });
  if (what === 'node') {
    const added = after.get(id);
    // A group has no points of its own and a formula is computed; a person must score any other new line.
    if (kind === 'added')
      return { kind: added && added.node.kind !== 'formula' ? 5 : 3, criterionId: added ? id : null, text };
    if (kind === 'changed') return nodeEffect(difference, before, after);
    if (kind === 'removed') return onRubric(3);
    // The order of siblings does not matter; moved to another group or part, a line counts in another sum.
    return onRubric(before.get(id)?.parent === after.get(id)?.parent && difference.before === difference.after ? 1 : 3);
  }
  if (what === 'condition' && kind === 'added') return onRubric((now as { when?: unknown }).when ? 3 : 5);
  if (kind === 'changed' && withoutEffect.has(field!)) return onRubric(1);
  // Which subjects a variant touches is not known here: compare the rubrics as `forSubject` gives them.
  return onRubric(field === 'variants' ? 4 : 3);
}

/** Lines that a unit must now score itself, by their own field or by a group's. */
function newlySelfScored(before: Lines, after: Lines): ChangeEffect[] {
  return [...after.values()].flatMap(({ node, reserved }) =>
    before.get(node.id)?.reserved && !reserved && node.kind !== 'formula'
      ? [
          {
            kind: 5,
            criterionId: node.id,
            text: message('“$0” nay đơn vị tự chấm', '“$0” is now for the unit to score', node.title),
          },
        ]
      : [],
  );
}

/** The lines of one assessment that a person must look at again under the new version. */
function linesByHand({ lines }: AssessmentToCheck, before: Lines, after: Lines): Map<string, Bilingual> {
  const given = new Map(lines.map((line) => [line.criterionId, line]));
  const found = new Map<string, Bilingual>();
  for (const [id, { node, reserved }] of after) {
    const line = given.get(id);
    const old = before.get(id);
    if (!old) {
      if (node.kind !== 'formula') found.set(id, message('“$0” là mục mới', '“$0” is new', node.title));
      continue;
    }
    const values = [line?.self, line?.appraised].filter((value) => value !== undefined);
    if (old.node.kind !== node.kind || values.some((value) => !fits(node, value))) {
      found.set(id, message('Nội dung đã nhập ở “$0” không còn hợp', 'The value of “$0” no longer fits', node.title));
    } else if (old.reserved && !reserved && node.kind !== 'formula') {
      found.set(id, message('“$0” nay đơn vị tự chấm', '“$0” is now for the unit to score', node.title));
    } else if (node.kind === 'gate' && old.node.kind === 'gate' && node.condition !== old.node.condition) {
      found.set(id, message('“$0” nay gắn với điều kiện khác', '“$0” now leads to another condition', node.title));
    } else if (
      !equal(old.node.evidence, node.evidence) &&
      node.evidence &&
      line?.self &&
      (line.evidence?.length ?? 0) < node.evidence.min
    ) {
      found.set(id, message('“$0” nay đòi thêm minh chứng', '“$0” now asks for more evidence', node.title));
    }
  }
  return found;
}

/**
 * Names the kind of a change between two versions and, for the assessments given, which must be scored again and why.
 * Old assessments keep the version they were made with until they are moved explicitly.
 *
 * The promise behind each `action` on moving an assessment to `b`: `nothing` – same points, same band; `recompute` –
 * every value of a remaining line still fits, only the sum may differ; `by-hand` – a person must check the `lines` named
 * or, where there are none, at the hard stops. Rubrics with variants are compared as `forSubject` gives them.
 */
export function classifyChange(a: Rubric, b: Rubric, assessments: readonly AssessmentToCheck[] = []): RubricChange {
  const [before, after] = [linesOf(a), linesOf(b)];
  const effects = [
    ...diffRubrics(a, b).map((difference) => effectOf(difference, before, after)),
    ...newlySelfScored(before, after),
  ].sort((x, y) => y.kind - x.kind);
  const kind = effects[0]?.kind ?? 0;
  const newCondition = effects.filter((effect) => effect.kind === 5 && effect.criterionId === null);
  const computed = effects.filter((effect) => effect.kind >= 3);
  return {
    kind,
    name: changeKinds[kind]!,
    effects,
    assessments: assessments.map((assessment) => {
      const byHand = linesByHand(assessment, before, after);
      if (byHand.size > 0 || newCondition.length > 0) {
        return {
          id: assessment.id,
          action: 'by-hand',
          lines: [...byHand.keys()],
          reasons: [...byHand.values(), ...newCondition.map(({ text }) => text)],
        };
      }
      return {
        id: assessment.id,
        action: kind >= 3 ? 'recompute' : 'nothing',
        lines: [],
        reasons: computed.map(({ text }) => text),
      };
    }),
  };
}

/**
 * The lines of an assessment as the new version can take them: entries for lines it no longer has, points of the unit on
 * lines now reserved, and values that no longer fit are left out. What is left out on a line that stays was named by
 * {@link classifyChange}.
 */
export function carryOver<L extends AssessmentToCheck['lines'][number]>(b: Rubric, lines: readonly L[]): L[] {
  const after = linesOf(b);
  return lines.flatMap((line) => {
    const now = after.get(line.criterionId);
    if (!now) return [];
    const { self, appraised, ...rest } = line;
    const keep = (value: LineValue | undefined) => value && now.node.kind !== 'formula' && fits(now.node, value);
    return [
      {
        ...rest,
        ...(keep(self) && !now.reserved ? { self } : {}),
        ...(keep(appraised) ? { appraised } : {}),
      } as L,
    ];
  });
}

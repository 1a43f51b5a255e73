import fc from 'fast-check';
import {
  placedNodes,
  tayNinh2022,
  type LineValue,
  type Criterion,
  type Rubric,
  type RubricNode,
} from '../../rubrics/index.ts';
import type { AssessmentLine } from '../schema.ts';

const title = { vi: 'Tiêu chí' };

/** A line of a random kind (formulas and gates apart), sound by construction. */
function criterion(id: string): fc.Arbitrary<Criterion> {
  const fields = fc.record({
    max: fc.integer({ min: 1, max: 40 }).map((value) => value * 50),
    mayNotApply: fc.boolean(),
    superior: fc.nat(7),
  });
  return fields.chain(({ max, mayNotApply, superior }) => {
    const common = { id, title, max, mayNotApply, ...(superior === 0 ? { scoredBy: 'superior' as const } : {}) };
    return fc.oneof(
      fc.constant({ kind: 'range' as const, ...common }),
      fc.constant({ kind: 'yes-no' as const, ...common }),
      fc
        .record({
          kind: fc.constant('count' as const),
          each: fc.integer({ min: 1, max }),
          from: fc.constantFrom('zero' as const, 'max' as const),
        })
        .map((count) => ({ ...common, ...count })),
      fc.uniqueArray(fc.integer({ min: 0, max: max - 1 }), { maxLength: 3 }).map((points) => ({
        kind: 'levels' as const,
        ...common,
        levels: [max, ...points].map((each, at) => ({ id: `l${at}`, points: each, title })),
      })),
      fc.uniqueArray(fc.integer({ min: 0, max: 9999 }), { maxLength: 3 }).map((rates) => ({
        kind: 'ratio' as const,
        ...common,
        thresholds: [
          { atLeast: 10_000, points: max },
          ...rates.map((atLeast) => ({ atLeast, points: Math.floor((max * atLeast) / 10_000) })),
        ],
      })),
    );
  });
}

const maxOf = (node: RubricNode) => (node.kind === 'gate' ? 0 : node.max);
const sum = (nodes: readonly RubricNode[]) => nodes.reduce((total, node) => total + maxOf(node), 0);

/** Up to three groups of up to four lines, one of them perhaps capped, and a few lines outside groups. */
function table(prefix: string): fc.Arbitrary<RubricNode[]> {
  return fc
    .array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 50, max: 100 })), { minLength: 1, maxLength: 3 })
    .chain((sizes) =>
      fc.tuple(
        ...sizes.map(([size, share], at) =>
          size === 0
            ? criterion(`${prefix}${at}`).map((line): RubricNode => line)
            : fc
                .tuple(...Array.from({ length: size }, (_, line) => criterion(`${prefix}${at}.${line}`)))
                .map((children): RubricNode => ({
                  kind: 'group',
                  id: `${prefix}g${at}`,
                  title,
                  children,
                  max: Math.ceil((sum(children) * share) / 100),
                  ...(share < 100 ? { capped: true } : {}),
                })),
        ),
      ),
    );
}

/** A sound rubric: sums fit, bands cover the scale, all the rest at random. */
export const arbitraryRubric: fc.Arbitrary<Rubric> = fc
  .record({
    criteria: table('c'),
    bonus: fc.option(table('b'), { nil: undefined }),
    deduction: fc.option(table('d'), { nil: undefined }),
    notApplicable: fc.constantFrom('rescale' as const, 'full-marks' as const),
    rounding: fc.record({
      to: fc.constantFrom(1, 10, 50, 100),
      mode: fc.constantFrom('half-up' as const, 'half-even' as const, 'up' as const, 'down' as const),
    }),
    early: fc.boolean(),
    cuts: fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 4 }),
  })
  .map(({ criteria, bonus, deduction, cuts, early, ...rest }) => {
    const total = sum(criteria);
    const edges = [0, ...new Set([...cuts].sort((a, b) => a - b).map((cut) => Math.ceil((total * cut) / 100)))];
    return {
      ...tayNinh2022,
      ...rest,
      id: 'random',
      total,
      criteria,
      ...(bonus ? { bonus: { max: Math.ceil(sum(bonus) / 2), criteria: bonus } } : {}),
      ...(deduction ? { deduction: { max: Math.ceil(sum(deduction) / 2), criteria: deduction } } : {}),
      order: [
        ...(['rescale', 'bonus'] as const),
        ...(early ? (['clamp'] as const) : []),
        ...(['deduction', 'clamp', 'round'] as const),
      ],
      bands: edges.map((from, at) => ({
        id: `band${at}`,
        title,
        from,
        ...(at + 1 < edges.length ? { below: edges[at + 1]! } : {}),
      })),
      conditions: edges.flatMap((_, at) => [
        { id: `cap${at}`, title, effect: { kind: 'at-most' as const, band: `band${at}` } },
        { id: `low${at}`, title, effect: { kind: 'lower' as const, by: at + 1 } },
      ]),
    };
  });

/** A value that fits the line. */
export function arbitraryValue(line: Criterion): fc.Arbitrary<LineValue> {
  const none: fc.Arbitrary<LineValue>[] =
    line.kind !== 'gate' && line.mayNotApply ? [fc.constant({ notApplicable: true as const })] : [];
  switch (line.kind) {
    case 'range': {
      const { min = 0, max, step = 1 } = line;
      return fc.oneof(
        fc
          .integer({ min: Math.ceil(min / step), max: Math.floor(max / step) })
          .map((points) => ({ points: points * step })),
        ...none,
      );
    }
    case 'levels':
      return fc.oneof(
        fc.constantFrom(...line.levels).map(({ id }) => ({ level: id })),
        ...none,
      );
    case 'count':
      return fc.oneof(
        fc.nat(20).map((count) => ({ count })),
        ...none,
      );
    case 'ratio':
      return fc.oneof(fc.record({ numerator: fc.nat(20), denominator: fc.nat(20) }), ...none);
    default:
      return fc.oneof(
        fc.boolean().map((met) => ({ met })),
        ...none,
      );
  }
}

/** Every line of a rubric answered by both sides, save what is the superior's. */
export function arbitraryLines(rubric: Rubric): fc.Arbitrary<AssessmentLine[]> {
  const lines = placedNodes(rubric).flatMap(({ node, reserved }) =>
    node.kind === 'group' ? [] : [{ node, reserved }],
  );
  return fc.tuple(
    ...lines.map(({ node, reserved }) =>
      fc.tuple(arbitraryValue(node), arbitraryValue(node)).map(([self, appraised]): AssessmentLine => ({
        criterionId: node.id,
        appraised,
        evidence: [],
        ...(reserved ? {} : { self }),
      })),
    ),
  );
}

/** A rubric with a full table of values. */
export const arbitraryCase = arbitraryRubric.chain((rubric) =>
  arbitraryLines(rubric).map((lines) => ({ rubric, lines })),
);

import { equal } from '../rubrics/equal.ts';
import type { LineValue, AppraisedLine, AssessmentLine, SelfLine } from './schema.ts';

/** Who writes a part of a line: the unit or the appraiser. */
type Side = 'self' | 'appraised';

const sideOf = {
  self: ({ value, note, evidence = [] }: SelfLine) => ({
    self: value,
    ...(note === undefined ? {} : { note }),
    evidence,
  }),
  appraised: ({ value, reason }: AppraisedLine) => ({
    appraised: value,
    ...(reason === undefined ? {} : { reason }),
  }),
};

/** Lines by criterion, without the part of one side. */
function without(lines: readonly AssessmentLine[], side: Side): Map<string, AssessmentLine> {
  return new Map(
    lines.map(({ criterionId, self, note, evidence, appraised, reason }) => [
      criterionId,
      side === 'self'
        ? { criterionId, evidence: [], ...(appraised && { appraised }), ...(reason !== undefined && { reason }) }
        : { criterionId, evidence, ...(self && { self }), ...(note !== undefined && { note }) },
    ]),
  );
}

function replaceSide<Written extends { criterionId: string }>(
  lines: readonly AssessmentLine[],
  side: Side,
  written: readonly Written[],
  part: (line: Written) => Partial<AssessmentLine>,
): AssessmentLine[] {
  const kept = without(lines, side);
  for (const line of written) {
    const { criterionId } = line;
    kept.set(criterionId, { ...(kept.get(criterionId) ?? { criterionId, evidence: [] }), ...part(line) });
  }
  return [...kept.values()].filter(({ self, appraised }) => self || appraised);
}

/** The lines with the unit's part replaced. */
export function withSelfLines(lines: readonly AssessmentLine[], written: readonly SelfLine[]): AssessmentLine[] {
  return replaceSide(lines, 'self', written, sideOf.self);
}

/** The lines with the appraiser's part replaced. */
export function withAppraisedLines(
  lines: readonly AssessmentLine[],
  written: readonly AppraisedLine[],
): AssessmentLine[] {
  return replaceSide(lines, 'appraised', written, sideOf.appraised);
}

/** What a unit sees until the appraisal is completed: its own part only. */
export function ownSideOf(lines: readonly AssessmentLine[]): AssessmentLine[] {
  return [...without(lines, 'appraised').values()].filter(({ self }) => self);
}

interface ChangedValue {
  before: LineValue | null;
  after: LineValue | null;
}

/** The values that one side changed, by criterion, before and after. */
export function changedValues(
  before: readonly AssessmentLine[],
  after: readonly AssessmentLine[],
  side: Side,
): Record<string, ChangedValue> {
  const old = new Map(before.map((line) => [line.criterionId, line[side] ?? null]));
  const now = new Map(after.map((line) => [line.criterionId, line[side] ?? null]));
  const changed: Record<string, ChangedValue> = {};
  for (const id of new Set([...old.keys(), ...now.keys()])) {
    const change = { before: old.get(id) ?? null, after: now.get(id) ?? null };
    if (!equal(change.before, change.after)) changed[id] = change;
  }
  return changed;
}

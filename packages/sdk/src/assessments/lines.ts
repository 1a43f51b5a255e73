import { equal } from '../rubrics/equal.ts';
import type { LineValue, AppraisedLine, AssessmentLine, SelfLine } from './schema.ts';

/** The two sides of a table: each writes its own part of a line and never the other's. */
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

/** Lines by criterion with one side taken out. */
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

/** The table with the unit's entries replaced; the appraiser's stay. */
export function withSelfLines(lines: readonly AssessmentLine[], written: readonly SelfLine[]): AssessmentLine[] {
  return replaceSide(lines, 'self', written, sideOf.self);
}

/** The table with the appraiser's entries replaced; the unit's stay. */
export function withAppraisedLines(
  lines: readonly AssessmentLine[],
  written: readonly AppraisedLine[],
): AssessmentLine[] {
  return replaceSide(lines, 'appraised', written, sideOf.appraised);
}

/** What a unit sees before the appraisal is handed on: its own side alone. */
export function ownSideOf(lines: readonly AssessmentLine[]): AssessmentLine[] {
  return [...without(lines, 'appraised').values()].filter(({ self }) => self);
}

interface ChangedValue {
  before: LineValue | null;
  after: LineValue | null;
}

/** Values that one side changed, by criterion, for the event: what the points were and became. */
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

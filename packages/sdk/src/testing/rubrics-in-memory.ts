import type { api } from '../api/index.ts';
import { isRefused } from '../lifecycle/outcome.ts';
import {
  applyPublication,
  applyRubricWithdrawal,
  checkRubric,
  classifyChange,
  criteriaOf,
  rubricInForce,
  rubricStateOn,
  type AssessmentToCheck,
  type Rubric,
  type RubricReading,
  type RubricSummary,
  type TouchedAssessment,
} from '../rubrics/index.ts';
import { dateInVietnam } from '../text/dates.ts';
import { problem } from './replies.ts';
import type { MockHandlers } from './to-msw.ts';

/** A version in memory. */
export interface RubricInMemory extends Pick<
  RubricSummary,
  'validFrom' | 'validTo' | 'addedAt' | 'withdrawnAt' | 'decision'
> {
  rubric: Rubric;
}

/** An assessment that a new version may touch. */
export interface AssessmentByRubric
  extends AssessmentToCheck, Pick<TouchedAssessment, 'subjectName' | 'unitName' | 'period' | 'rubricVersion'> {
  rubricId: string;
}

export interface RubricsInMemory {
  versions: RubricInMemory[];
  handlers: NonNullable<MockHandlers<typeof api>['rubrics']>;
}

/** A version that came with the installation. */
export const installedRubric = (rubric: Rubric, more: Partial<RubricInMemory> = {}): RubricInMemory => ({
  rubric,
  validFrom: null,
  validTo: null,
  addedAt: '2026-01-01T00:00:00Z',
  withdrawnAt: null,
  decision: null,
  ...more,
});

const standingOf = ({ rubric, ...standing }: RubricInMemory) => ({ ...standing, version: rubric.version });

/**
 * Rubrics in memory, published and withdrawn by the rules of the server, for stories and tests.
 *
 * @param versions - those that there are
 * @param reading - what comes of any file that is read
 * @param assessments - those not locked, which a new version may touch
 */
export function rubricsInMemory(
  versions: readonly RubricInMemory[],
  reading: RubricReading,
  assessments: readonly AssessmentByRubric[] = [],
): RubricsInMemory {
  const state: RubricsInMemory = { versions: [...versions], handlers: {} };
  const ofRubric = (id: string) => state.versions.filter(({ rubric }) => rubric.id === id);
  const find = ({ id, version }: { id: string; version: string }) =>
    ofRubric(id).find(({ rubric }) => rubric.version === version);
  const told = (of: RubricInMemory): RubricSummary => {
    const { id, version, title, subject, legalBasis, total } = of.rubric;
    const { rubric: _, ...standing } = of;
    const header = { id, version, title, subject, legalBasis, total, criteriaCount: criteriaOf(of.rubric).length };
    const place = rubricStateOn(standingOf(of), ofRubric(id).map(standingOf), dateInVietnam(Date.now()));
    return { ...header, state: place, ...standing };
  };
  const touched = (next: Rubric) => {
    const found = { nothing: 0, recompute: 0, byHand: 0, touched: [] as TouchedAssessment[] };
    for (const each of assessments.filter(({ rubricId }) => rubricId === next.id)) {
      const { subjectName, unitName, period, rubricVersion, ...assessment } = each;
      const before = find({ id: next.id, version: rubricVersion })!;
      const [{ action, lines, reasons } = { action: 'nothing' as const, lines: [], reasons: [] }] = classifyChange(
        before.rubric,
        next,
        [assessment],
      ).assessments;
      found[action === 'by-hand' ? 'byHand' : action]++;
      if (action === 'nothing') continue;
      found.touched.push({ id: each.id, subjectName, unitName, period, rubricVersion, action, lines, reasons });
    }
    found.touched.sort((one, other) => one.action.localeCompare(other.action));
    return found;
  };
  state.handlers = {
    list: ({ query }) => ({
      items: state.versions.map(told).filter(({ subject }) => !query.subject || subject === query.subject),
      nextCursor: null,
    }),
    get: ({ params }) => find(params)?.rubric ?? problem('not-found'),
    read: ({ query }) => ({
      ...reading,
      rubric: {
        ...reading.rubric,
        id: query.id ?? reading.rubric.id,
        version: query.version ?? reading.rubric.version,
      },
    }),
    check: ({ body: { rubric, validFrom } }) => {
      const findings = checkRubric(rubric);
      const all = ofRubric(rubric.id);
      const inForce = rubricInForce(all.map(standingOf), validFrom);
      const before = inForce && find({ id: rubric.id, version: inForce.version })!;
      const isSound = findings.every(({ severity }) => severity !== 'error');
      const change = before && isSound ? classifyChange(before.rubric, rubric) : null;
      return {
        findings,
        replaces: before ? told(before) : null,
        change: change && { kind: change.kind, name: change.name, effects: change.effects },
        assessments: isSound ? touched(rubric) : { nothing: 0, recompute: 0, byHand: 0, touched: [] },
      };
    },
    publish: ({ body }) => {
      const outcome = applyPublication(body, ofRubric(body.rubric.id).map(standingOf));
      if (isRefused(outcome)) return problem(outcome.refused, { errors: outcome.issues ?? [] });
      const { rubric, validFrom, validTo, reason } = outcome.changes;
      const decision = { reason, publishedBy: 'Nguyễn Văn A', withdrawReason: null, withdrawnBy: null };
      const addedAt = new Date().toISOString();
      const added = installedRubric(rubric, { validFrom, validTo, addedAt, decision });
      state.versions.push(added);
      return told(added);
    },
    withdraw: ({ params, body }) => {
      const found = find(params);
      if (!found) return problem('not-found');
      const named = { rubricId: params.id, rubricVersion: params.version };
      const outcome = applyRubricWithdrawal(found, { ...named, ...body, now: new Date().toISOString() });
      if (isRefused(outcome)) return problem(outcome.refused);
      const { withdrawnAt, withdrawReason } = outcome.changes;
      found.withdrawnAt = withdrawnAt;
      found.decision = {
        reason: null,
        publishedBy: null,
        ...found.decision,
        withdrawReason,
        withdrawnBy: 'Nguyễn Văn A',
      };
      return told(found);
    },
  };
  return state;
}

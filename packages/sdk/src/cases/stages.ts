import type { CaseStatus } from './lifecycle.ts';
import type { PublicCase, PublicCaseStep } from './schema.ts';

/** The stages in which a sender sees a case, in their order. */
export const caseStages = ['received', 'accepted', 'in-progress', 'answered', 'closed'] as const;
export type CaseStage = (typeof caseStages)[number];

/** One stage on the way of a case. */
export interface CaseStageView {
  stage: CaseStage | 'ineligible' | 'reopened';
  state: 'done' | 'now' | 'next';
  /** The step that led there; `null` for one to come, or where a case skipped it. */
  step: PublicCaseStep | null;
}

/** What follows a case that was refused, or is handled again. */
const ways: Partial<Record<CaseStatus, readonly CaseStageView['stage'][]>> = {
  ineligible: ['received', 'ineligible'],
  reopened: ['reopened', 'answered', 'closed'],
};

/**
 * The way of a case as its sender sees it: five stages; two for one that was refused; and after a reopening those that come
 * again. The earlier ones are then among `earlierTerms`.
 *
 * @example stagesOf(found).map(({ stage, state }) => `${caseStageNames[stage]}: ${state}`)
 */
export function stagesOf({ status, steps }: Pick<PublicCase, 'status' | 'steps'>): CaseStageView[] {
  const reopened = steps.findLastIndex(({ action }) => action === 'reopen');
  const term = reopened < 0 ? steps : steps.slice(reopened);
  const again = reopened >= 0 ? ways.reopened! : caseStages;
  const stages = ways[status] ?? again;
  // Handled again, whatever the step that leads to the next answer.
  const current = reopened >= 0 && (status === 'in-progress' || status === 'accepted') ? 'reopened' : status;
  const now = stages.indexOf(current as CaseStage);
  // With a closed case nothing is under way any more.
  const done = status === 'closed' ? now : now - 1;
  return stages.map((stage, index) => ({
    stage,
    state: index <= done ? 'done' : index === now ? 'now' : 'next',
    step: index > now ? null : (term.findLast((step) => step.status === stage && isArrival(step)) ?? null),
  }));
}

/** Extensions and ratings happen within a stage. */
const isArrival = ({ action }: PublicCaseStep) => action !== 'extend' && action !== 'rate';

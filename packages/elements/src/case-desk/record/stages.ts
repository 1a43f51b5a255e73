import type { Case, CaseStatus } from '@dvk/sdk/cases';
import type { StepperStep } from '../../parts/stepper.ts';

/** Index of the step that a case waits for; after the last one all are done. */
const waitingFor: Readonly<Record<Exclude<CaseStatus, 'ineligible' | 'reopened'>, number>> = {
  received: 1,
  accepted: 2,
  'in-progress': 3,
  answered: 5,
  closed: 5,
};

/** The way of a case through the offices; none for one that was refused. */
export function caseStages(
  { status, unitId }: Pick<Case, 'status' | 'unitId'>,
  names: readonly string[],
): StepperStep[] | undefined {
  if (status === 'ineligible') return undefined;
  const now = status === 'reopened' ? (unitId ? 3 : 2) : waitingFor[status];
  return names.map((name, at) => ({ name, state: at < now ? 'done' : at === now ? 'now' : 'next' }));
}

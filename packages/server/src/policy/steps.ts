import { HttpProblem, refuseFields } from '../problems/problem.ts';

interface Step {
  from: readonly string[];
  action: string;
  needsReason?: true;
}

/**
 * The one step of a lifecycle table that an action means here, if these actors may take it.
 *
 * @throws HttpProblem `transition-not-allowed` where the table has no such step, `forbidden` where it is others'
 * to take, `validation-failed` where its reason is missing
 */
export function chooseStep<S extends Step>(
  lifecycle: readonly S[],
  status: string,
  { action, reason }: { action: string; reason?: string | undefined },
  mayTake: (step: S) => boolean,
): S {
  const steps = lifecycle.filter((step) => step.action === action && step.from.includes(status));
  if (steps.length === 0) throw new HttpProblem('transition-not-allowed');
  const step = steps.find(mayTake);
  if (!step) throw new HttpProblem('forbidden');
  if (step.needsReason && !reason) refuseFields([{ pointer: '/reason', code: 'reason-required' }]);
  return step;
}

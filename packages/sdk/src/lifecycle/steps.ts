import type { FieldIssue } from '../contract/field-errors.ts';
import type { Refusal } from './outcome.ts';
import type { ActorOf, AnyTransition } from './transition.ts';

/** What a request for a step brings: the action, and fields that some steps need. */
export interface StepInput {
  action: string;
  reason?: string | undefined;
}

/** The steps that somebody can take from a state. */
export function stepsFor<Step extends AnyTransition>(
  lifecycle: readonly Step[],
  status: Step['from'][number],
  actors: readonly ActorOf<Step>[],
): Step[] {
  return lifecycle.filter(({ from, actors: allowed }) => from.includes(status) && meets(allowed, actors));
}

/** What is missing for a step, at the field to fill in. */
export function checkStep({ needs = [] }: AnyTransition, input: StepInput): FieldIssue[] {
  const given = input as unknown as Record<string, unknown>;
  return needs
    .filter((field) => isEmpty(given[field]))
    .map((field) => ({ pointer: `/${field}`, code: field === 'reason' ? 'reason-required' : 'required' }));
}

/**
 * The one step that a request means: `transition-not-allowed` where the lifecycle has none from this state, `forbidden`
 * where it is others' to take, `validation-failed` where a field it needs is missing.
 */
export function chooseStep<Step extends AnyTransition>(
  lifecycle: readonly Step[],
  status: Step['from'][number],
  input: StepInput,
  actors: readonly ActorOf<Step>[],
): { step: Step } | Refusal {
  const steps = lifecycle.filter(({ action, from }) => action === input.action && from.includes(status));
  if (steps.length === 0) return { refused: 'transition-not-allowed' };
  const step = steps.find((each) => meets(each.actors, actors));
  if (!step) return { refused: 'forbidden' };
  const issues = checkStep(step, input);
  return issues.length > 0 ? { refused: 'validation-failed', issues } : { step };
}

function meets(allowed: readonly string[], actors: readonly string[]): boolean {
  return allowed.some((actor) => actors.includes(actor));
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'string' ? value.trim() === '' : value === undefined || value === null;
}

import type { FieldIssue } from '../contract/field-errors.ts';
import { isRefused, type Outcome, type Refusal } from './outcome.ts';
import type { ActorOf, AnyTransition, Transition } from './transition.ts';

/** A request for a step: its action, and the fields that some steps need. */
export interface StepInput {
  action: string;
  reason?: string | undefined;
}

/** The steps that these actors can take from a state. */
export function stepsFor<Step extends AnyTransition>(
  lifecycle: readonly Step[],
  status: Step['from'][number],
  actors: readonly ActorOf<Step>[],
): Step[] {
  return lifecycle.filter(({ from, actors: allowed }) => from.includes(status) && meets(allowed, actors));
}

/** The fields that a step needs and the request does not have. */
export function checkStep({ needs = [] }: AnyTransition, input: StepInput): FieldIssue[] {
  const given = input as unknown as Record<string, unknown>;
  return needs
    .filter((field) => isEmpty(given[field]))
    .map((field) => ({ pointer: `/${field}`, code: field === 'reason' ? 'reason-required' : 'required' }));
}

/**
 * The step that a request asks for. Refused as `transition-not-allowed` where the lifecycle has none from this state, as
 * `forbidden` where only other actors may take it, and as `validation-failed` where a field it needs is missing.
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

/** What changes in a record with a step that gives it nothing but another state. */
export interface StepChanges<Status extends string> {
  status: Status;
  statusReason: string | null;
}

/**
 * Takes a step that gives the record nothing but another state and the reason for it.
 *
 * @param events the event that records each step; their data is that of `stepEvents`
 * @returns the changes and the event, or why it is refused
 */
export function takeStep<Status extends string, Action extends string, Actor extends string, Kind extends string>(
  lifecycle: readonly Transition<Status, Action, Actor>[],
  events: Readonly<Record<Action, Kind>>,
  { status: from }: { status: Status },
  input: { action: Action; reason?: string | undefined },
  actors: readonly Actor[],
): Outcome<StepChanges<Status>, { kind: Kind; data: { from: Status; to: Status; reason: string | null } }> {
  const chosen = chooseStep(lifecycle, from, input, actors);
  if (isRefused(chosen)) return chosen;
  const { action, to } = chosen.step;
  const reason = input.reason ?? null;
  return { changes: { status: to, statusReason: reason }, event: { kind: events[action], data: { from, to, reason } } };
}

/** The step that an event records, as one of the events of an area's steps; `undefined` for another event. */
export function actionOfEvent<Action extends string>(
  events: Readonly<Record<Action, string>>,
  kind: string,
): Action | undefined {
  return (Object.keys(events) as Action[]).find((action) => events[action] === kind);
}

function meets(allowed: readonly string[], actors: readonly string[]): boolean {
  return allowed.some((actor) => actors.includes(actor));
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'string' ? value.trim() === '' : value === undefined || value === null;
}

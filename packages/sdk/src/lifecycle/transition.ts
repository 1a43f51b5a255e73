import type { Role } from '../contract/roles.ts';

/**
 * One allowed step of a record. The lifecycle of an area is the table of all its steps; a record changes state in no other way.
 */
export interface Transition<
  Status extends string = string,
  Action extends string = string,
  Actor extends string = Role,
> {
  from: readonly Status[];
  action: Action;
  /** The state after it: one of `from` for a step that only adds something. */
  to: Status;
  /** Who may take it. */
  actors: readonly Actor[];
  /** Fields that the request must have. */
  needs?: readonly string[];
}

/** The parts of a {@link Transition} that the functions here look at. */
export type AnyTransition = Pick<Transition<string, string, string>, 'from' | 'action' | 'actors' | 'needs'>;

/** Who may take the steps of a lifecycle. */
export type ActorOf<Step extends AnyTransition> = Step['actors'][number];

import type { Role } from '../contract/roles.ts';

/**
 * One allowed step of a record. An area keeps all of its own in one table, its lifecycle; nothing else moves a record.
 */
export interface Transition<
  Status extends string = string,
  Action extends string = string,
  Actor extends string = Role,
> {
  from: readonly Status[];
  action: Action;
  /** The state after it; the same one for a step that only adds something. */
  to: Status;
  /** Who may take it. */
  actors: readonly Actor[];
  /** Fields of the request without which it cannot be taken. */
  needs?: readonly string[];
}

/** The parts of a {@link Transition} that the functions here look at. */
export type AnyTransition = Pick<Transition<string, string, string>, 'from' | 'action' | 'actors' | 'needs'>;

/** Who takes the steps of a lifecycle. */
export type ActorOf<Step extends AnyTransition> = Step['actors'][number];

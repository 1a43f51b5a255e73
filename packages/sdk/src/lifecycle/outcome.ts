import type { FieldIssue } from '../contract/field-errors.ts';
import type { ProblemCode } from '../contract/problems.ts';
import type { Bilingual } from '../errors/input-error.ts';

/** Why a request is refused. */
export interface Refusal {
  refused: ProblemCode;
  /** The fields to correct. */
  issues?: readonly FieldIssue[];
  /** One more sentence for the person who asked. */
  detail?: Bilingual;
}

/** The result of a request: what changes in the record and the event that records it, or why it is refused. */
export type Outcome<Changes, Event, More = unknown> = ({ changes: Changes; event: Event } & More) | Refusal;

/** True where the request is refused. */
export function isRefused(outcome: object): outcome is Refusal {
  return 'refused' in outcome;
}

/** A refusal for the fields named; `undefined` for none. */
export function refusalFor(issues: readonly FieldIssue[]): Refusal | undefined {
  return issues.length > 0 ? { refused: 'validation-failed', issues } : undefined;
}

import { dueDateFrom, type DeadlineRules } from '../cases/due-date.ts';
import type { Case } from '../cases/schema.ts';

/** An open case, and when the term that runs began. */
export interface RunningCase extends Pick<Case, 'id' | 'code' | 'kind' | 'dueAt'> {
  startedAt: string;
}

/** An open case that would be due on another day. */
export interface MovedDue extends Pick<Case, 'id' | 'code' | 'dueAt'> {
  /** When it would be due. */
  wouldBeDueAt: string;
}

/**
 * The open cases that would be due on another day under other rules. Nothing is moved: who changes the rules is told.
 * Cases whose term was extended to a day of its own are not asked about.
 */
export function movedDueDates(cases: readonly RunningCase[], rules: DeadlineRules): MovedDue[] {
  return cases.flatMap(({ id, code, kind, dueAt, startedAt }) => {
    const { dueAt: wouldBeDueAt } = dueDateFrom(rules, kind, startedAt);
    return Date.parse(wouldBeDueAt) === Date.parse(dueAt) ? [] : [{ id, code, dueAt, wouldBeDueAt }];
  });
}

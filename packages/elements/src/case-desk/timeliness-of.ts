import { timeliness, type Case, type Timeliness } from '@dvk/sdk/cases';

/** Whether a case is in time; `undefined` for one that was closed without an answer. */
export function timelinessOf({
  status,
  dueAt,
  answeredAt,
}: Pick<Case, 'status' | 'dueAt' | 'answeredAt'>): Timeliness | undefined {
  const ended = answeredAt === null && (status === 'ineligible' || status === 'closed');
  return ended ? undefined : timeliness(dueAt, answeredAt, new Date().toISOString());
}

import { inTimeFrom, type DueClass } from '@dvk/sdk/calendar';
import type { DeadlineRules } from '@dvk/sdk/cases';
import { or, sql, type Column, type SQL } from 'drizzle-orm';

/** Due dates of one of these classes, as ranges, for which there may be an index; `undefined` for all. */
export function dueIn(
  dueAt: Column,
  classes: readonly DueClass[] | undefined,
  { calendar, soonDays }: DeadlineRules,
  now: string,
): SQL | undefined {
  if (!classes) return undefined;
  const inTime = inTimeFrom(calendar, now, soonDays);
  const ranges: Record<DueClass, SQL> = {
    overdue: sql`${dueAt} < ${now}`,
    soon: sql`${dueAt} >= ${now} AND ${dueAt} < ${inTime}`,
    'in-time': sql`${dueAt} >= ${inTime}`,
  };
  return or(...classes.map((each) => ranges[each]));
}

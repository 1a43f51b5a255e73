import type { PlanTask } from '@dvk/sdk/plans';
import { jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { day, instant, keyColumns } from '../database/index.ts';

export const plans = pgTable(
  'plan',
  {
    ...keyColumns,
    title: text('title').notNull(),
    motto: text('motto'),
    directive: text('directive').notNull(),
    from: day('from_date').notNull(),
    to: day('to_date').notNull(),
    tasks: jsonb('tasks').$type<PlanTask[]>().notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenant, t.id] })],
);

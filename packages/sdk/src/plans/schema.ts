import * as z from 'zod/mini';
import { date, id, instant } from '../contract/shapes.ts';

/** One dated task of a plan. */
export const PlanTask = z.object({
  id,
  title: z.string(),
  /** Who answers for it, as the plan names them. */
  owner: z.string(),
  /** Last day, or `null` where the plan says "every year". */
  dueOn: z.nullable(date),
  /** The place in the plan, e.g. `III.2`. */
  section: z.string(),
});
export type PlanTask = z.infer<typeof PlanTask>;

/** A plan that carries out a directive. */
export const Plan = z.object({
  id,
  title: z.string(),
  motto: z.nullable(z.string()),
  directive: z.string(),
  from: date,
  to: date,
  tasks: z.array(PlanTask),
  updatedAt: instant,
});
export type Plan = z.infer<typeof Plan>;

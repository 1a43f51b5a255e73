import * as z from 'zod/mini';
import { LegalBasis } from '../law/index.ts';

const threshold = <Amount extends z.ZodMiniType>(amount: Amount) => z.object({ amount, basis: LegalBasis });
const days = (min: number, max: number) => z.int().check(z.gte(min), z.lte(max));

/** The limits that a province's own regulation decides, each with what it rests on; a sample says so in its basis. */
export const Thresholds = z.object({
  /** A case with so many working days left, or fewer, is due soon. */
  dueSoonDays: threshold(days(0, 30)),
  /** People are told of a task or a role so many days before its last. */
  remindDays: threshold(days(1, 60)),
  /** A role ends soon within so many days. */
  roleEndsSoonDays: threshold(days(1, 365)),
  /** Who has not signed in for so many days is named. */
  idleDays: threshold(days(7, 1000)),
  /** So many letters a day go to somebody one by one; the rest is gathered in the letter of the next day. */
  lettersADay: threshold(days(0, 100)),
  /**
   * An appraiser gives a reason where points differ from the unit's own by more than this, in hundredths of a point; where the
   * rubric asks for one earlier, the rubric holds. `null`: the rubric alone.
   */
  reasonAbove: threshold(z.nullable(z.int().check(z.gte(0), z.lte(10_000)))),
});
export type Thresholds = z.infer<typeof Thresholds>;
export type ThresholdName = keyof Thresholds;

/** The amounts of the limits, without what they rest on. */
export type ThresholdAmounts = { [Name in ThresholdName]: Thresholds[Name]['amount'] };

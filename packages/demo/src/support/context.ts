import type { DeadlineRules } from '@dvk/sdk/cases';
import { isRefused, type Refusal } from '@dvk/sdk/lifecycle';

/** What every generator of data knows. */
export interface DemoContext {
  /** Changes every random choice. */
  seed: number;
  /** The moment up to which things have happened, RFC 3339. */
  now: string;
  deadlines: DeadlineRules;
}

/**
 * What a rule of the SDK allows.
 *
 * @throws Error where it refuses: sample data that breaks a rule is a fault of its generator
 */
export function expectAllowed<Allowed extends object>(outcome: Allowed | Refusal): Allowed {
  if (isRefused(outcome)) throw new Error(`The sample data breaks a rule: ${JSON.stringify(outcome)}`);
  return outcome;
}

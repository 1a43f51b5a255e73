import type { Share } from './support/share.ts';
import { daysBefore } from '../support/time.ts';
import { demoPlan } from '../plans/plan.ts';

export const share: Share<'plans'> = ({ now }) => [{ ...demoPlan, updatedAt: daysBefore(now, 1) }];

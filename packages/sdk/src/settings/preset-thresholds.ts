import { usualSoonDays } from '../calendar/due-class.ts';
import { usualIdleDays, usualRoleEndsSoonDays } from '../people/standing.ts';
import type { ThresholdAmounts, ThresholdName, Thresholds } from './thresholds.ts';

/** The limits in the order in which they are read. */
export const thresholdNames = [
  'dueSoonDays',
  'remindDays',
  'reasonAbove',
  'lettersADay',
  'roleEndsSoonDays',
  'idleDays',
] as const satisfies readonly ThresholdName[];

/** What holds until a province decides: no issued text prescribes it. */
export function presetThresholds(): Thresholds {
  const sample = <Amount>(amount: Amount) => ({
    amount,
    basis: { title: 'Chưa có văn bản quy định', confidence: 'illustrative' as const },
  });
  return {
    dueSoonDays: sample(usualSoonDays),
    remindDays: sample(7),
    reasonAbove: sample(null),
    lettersADay: sample(10),
    roleEndsSoonDays: sample(usualRoleEndsSoonDays),
    idleDays: sample(usualIdleDays),
  };
}

/** The amounts alone. */
export function thresholdAmounts(thresholds: Thresholds): ThresholdAmounts {
  return Object.fromEntries(thresholdNames.map((name) => [name, thresholds[name].amount])) as ThresholdAmounts;
}

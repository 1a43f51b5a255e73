import type { WorkCalendar } from '../calendar/types.ts';
import { refusalFor, type Outcome } from '../lifecycle/outcome.ts';
import type { SettingEvent } from './events.ts';
import { checkSetting } from './values.ts';
import type { SettingChange, SettingVersion } from './versions.ts';

/** What a change of a setting writes. */
export type NewVersion = Omit<SettingVersion, 'id' | 'changedBy' | 'changedAt'>;

/**
 * A new version of a setting.
 *
 * @param latest - the number of its newest version; 0 where there is none
 */
export function applySetting(
  change: SettingChange,
  { latest, national }: { latest: number; national: WorkCalendar },
): Outcome<NewVersion, SettingEvent> {
  const { replaces, ...rest } = change;
  if (replaces !== latest) return { refused: 'precondition-failed' };
  const { name, value, validFrom, validTo, provisional } = rest;
  const issues = checkSetting(name, value, { national }).map((issue) => ({
    ...issue,
    pointer: `/value${issue.pointer}`,
  }));
  if (validTo !== null && validTo < validFrom) issues.push({ pointer: '/validTo', code: 'end-before-start' });
  const refusal = refusalFor(issues);
  if (refusal) return refusal;
  const version = latest + 1;
  return {
    changes: { ...rest, version } as NewVersion,
    event: { kind: 'setting.changed', data: { name, version, validFrom, validTo, provisional } },
  };
}

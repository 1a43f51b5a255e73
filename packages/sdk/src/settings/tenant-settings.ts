import type { TermRule } from '../calendar/term-rules.ts';
import type { WorkCalendar } from '../calendar/types.ts';
import type { DeadlineRules } from '../cases/due-date.ts';
import { presetNoticeRules } from '../notices/preset-rules.ts';
import { presetRegister } from '../personal-data/register.ts';
import { presetRetention } from '../personal-data/retention.ts';
import { calendarWith } from './calendar-rules.ts';
import { presetSettings } from './presets.ts';
import type { SettingValues } from './values.ts';
import type { SettingVersion } from './versions.ts';

/** What a system was started with; the settings of a tenant lie over it. */
export interface Presets {
  office: SettingValues['office'];
  calendar: WorkCalendar;
  terms: readonly TermRule[];
  /** Code of the one province served. */
  province?: string | undefined;
}

/** The settings of a tenant on one day. */
export interface TenantSettings {
  values: SettingValues;
  deadlines: DeadlineRules;
  /** The versions in force; a setting without one has its preset. */
  versions: ReadonlyMap<SettingVersion['name'], SettingVersion>;
}

/** The settings of a tenant: its versions in force over the presets. */
export function tenantSettings(inForce: readonly SettingVersion[], presets: Presets): TenantSettings {
  const versions = new Map(inForce.map((each) => [each.name, each]));
  const values: SettingValues = {
    ...presetSettings(presets.office),
    notices: presetNoticeRules(),
    retention: presetRetention(),
    'processing-register': presetRegister,
    ...Object.fromEntries(inForce.map(({ name, value }) => [name, value])),
  };
  const { calendar: national, terms, province } = presets;
  const own = versions.get('calendar');
  const calendar = own ? calendarWith(national, values.calendar, { version: own.version, code: province }) : national;
  const soonDays = values.thresholds.dueSoonDays.amount;
  const deadlines = { calendar, terms: [...terms, ...values.terms], soonDays };
  return { values, deadlines, versions };
}

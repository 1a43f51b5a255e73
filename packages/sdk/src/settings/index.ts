export { applySetting, type NewVersion } from './apply.ts';
export { CalendarChanges } from './calendar-changes.ts';
export {
  differingDays,
  kindOfDay,
  swapOf,
  withDays,
  type CalendarDayKind,
  type DayKind,
  type OwnDay,
} from './calendar-days.ts';
export { calendarWith, checkCalendarChanges, noCalendarChanges } from './calendar-rules.ts';
export { movedDueDates, type MovedDue, type RunningCase } from './due-effect.ts';
export type { HouseStyle } from './house-style.ts';
export { OwnTerm } from './own-terms.ts';
export { presetThresholds, thresholdAmounts, thresholdNames } from './preset-thresholds.ts';
export type { ThresholdAmounts, ThresholdName, Thresholds } from './thresholds.ts';
export { Settings } from './schema.ts';
export { presetSettings } from './presets.ts';
export { publicSettings } from './public-settings.ts';
export { tenantSettings, type Presets, type TenantSettings } from './tenant-settings.ts';
export {
  checkSetting,
  settingNames,
  settingShapes,
  type RoleSource,
  type SettingName,
  type SettingValues,
} from './values.ts';
export { versionInForce } from './version-in-force.ts';
export { Setting, SettingChange, SettingVersion } from './versions.ts';
export { settingNamesEn } from './names-en.ts';
export { settingNamesVi } from './names.ts';
export { endpoints as settings } from './contract.ts';

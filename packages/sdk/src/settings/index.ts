export { applySetting, type NewVersion } from './apply.ts';
export { CalendarChanges, calendarWith, checkCalendarChanges, noCalendarChanges } from './calendar-changes.ts';
export { movedDueDates, type MovedDue, type RunningCase } from './due-effect.ts';
export { OwnTerm } from './own-terms.ts';
export { Settings } from './schema.ts';
export { publicSettings } from './public-settings.ts';
export { tenantSettings, type Presets, type TenantSettings } from './tenant-settings.ts';
export {
  checkSetting,
  presetSettings,
  settingNames,
  settingShapes,
  type RoleSource,
  type SettingName,
  type SettingValues,
} from './values.ts';
export { Setting, SettingChange, SettingVersion, versionInForce } from './versions.ts';
export { settingNamesEn } from './names-en.ts';
export { settingNamesVi } from './names.ts';
export { endpoints as settings } from './contract.ts';

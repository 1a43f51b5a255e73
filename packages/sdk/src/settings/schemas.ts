export { CalendarChanges } from './calendar-changes.ts';
export { OwnTerm } from './own-terms.ts';
export { Settings } from './schema.ts';
export { Setting, SettingChange, SettingVersion } from './versions.ts';

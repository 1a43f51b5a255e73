export { Settings } from './schema.ts';
export { settingsOf } from './settings.ts';
export { endpoints as settings } from './contract.ts';

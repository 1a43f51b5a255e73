export { applyAccountEnd, applyCreation, applyKey, applyKeyEnd, keyHolds, latestExpiry } from './apply.ts';
export { scopeAreaNamesEn } from './names-en.ts';
export { scopeAreaNames } from './names.ts';
export {
  NewServiceAccount,
  scopeAreas,
  scopes,
  ServiceAccount,
  ServiceAccountWithKey,
  ServiceKey,
  type Scope,
} from './schema.ts';
export { endpoints as accounts } from './contract.ts';

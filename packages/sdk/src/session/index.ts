export {
  countsForAllUnits,
  grantsOfRoles,
  holdsTenantRole,
  ownedBy,
  rightsOf,
  seesAllUnits,
  sessionWith,
  unitsOf,
  type RowPolicy,
} from './rows.ts';
export { Session, SessionGrant } from './schema.ts';
export * from './names-en.ts';
export * from './names.ts';
export { endpoints as session } from './contract.ts';

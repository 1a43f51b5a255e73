export { holdsTenantRole, ownedBy, seesAllUnits, type RowPolicy } from './rows.ts';
export { Session } from './schema.ts';
export * from './names-en.ts';
export * from './names.ts';
export { endpoints as session } from './contract.ts';

export { Unit, unitKinds, type UnitKind } from './schema.ts';
export * from './names.ts';
export { units } from './contract.ts';

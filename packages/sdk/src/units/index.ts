export { Unit, unitKinds, type UnitKind } from './schema.ts';
export * from './names-en.ts';
export * from './names.ts';
export { endpoints as units } from './contract.ts';

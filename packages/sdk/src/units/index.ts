export { Unit, unitKinds, type UnitKind } from './schema.ts';
export { units } from './contract.ts';

export * as schemas from './schema.ts';
export {
  FormerState,
  ListedUnit,
  NewUnit,
  Unit,
  UnitChange,
  UnitClosing,
  unitKinds,
  UnitMerge,
  UnitRecord,
  UnitSplit,
  unitTrees,
  type IdentificationCode,
  type SuccessionEffect,
  type SuccessionResult,
  type Successor,
  type UnitKind,
  type UnitTree,
} from './schema.ts';
export { addUnit, changeUnit, closeUnit } from './apply.ts';
export { checkUnit } from './check.ts';
export type { UnitEvent } from './events.ts';
export { canonicalIdentificationCode, reversedIdentificationCode } from './identification-code.ts';
export { unitsAfter, type UnitPlan, type UnitWrite } from './plan.ts';
export { dayBefore, isAlive, parentField, periodsOf, unitOn, type StoredUnit, type UnitPeriod } from './stored-unit.ts';
export { mergeUnits, splitUnit, type SuccessionPlan } from './succession.ts';
export {
  coverage,
  heirOfCase,
  lineOf,
  rollup,
  successorsOf,
  type Coverage,
  type Followed,
  type UnitFigure,
} from './successors.ts';
export { indexUnits, type UnitIndex } from './unit-index.ts';
export * from './field-names-en.ts';
export * from './field-names.ts';
export * from './names-en.ts';
export * from './names.ts';
export { endpoints as units } from './contract.ts';

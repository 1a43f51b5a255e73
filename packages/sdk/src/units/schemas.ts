export {
  FormerState,
  IdentificationCode,
  NewUnit,
  SuccessionEffect,
  SuccessionResult,
  Successor,
  Unit,
  UnitChange,
  UnitClosing,
  UnitMerge,
  UnitRecord,
  UnitSplit,
} from './schema.ts';

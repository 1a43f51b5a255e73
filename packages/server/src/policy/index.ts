export { requireRole } from './roles.ts';
export { rolesTowards, seesAllUnits, visibleByUnit } from './rows.ts';
export { chooseStep } from './steps.ts';

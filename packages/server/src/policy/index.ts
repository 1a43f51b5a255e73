export { requireRole } from './roles.ts';
export { actingUnit, requireRoleTowards, rolesTowards, seesAllUnits, visibleByUnit } from './rows.ts';
export { chooseStep } from './steps.ts';

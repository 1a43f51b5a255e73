export { requireRole } from './roles.ts';
export { seesAllUnits, visibleByUnit } from './rows.ts';

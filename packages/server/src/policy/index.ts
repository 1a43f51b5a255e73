export { requireRole } from './roles.ts';
export { actingUnits, requireRoleTowards, visibleByUnit } from './rows.ts';

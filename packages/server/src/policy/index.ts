export { requireRole } from './roles.ts';
export { actingUnit, requireRoleTowards, visibleByUnit } from './rows.ts';

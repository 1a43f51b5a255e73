export { isStaff, namedSession } from './named.ts';
export { requireRole } from './roles.ts';
export { requireScope } from './scopes.ts';
export { actingUnits, requireRoleTowards, visibleByUnit } from './rows.ts';
export { requireRecentSignIn } from './recent.ts';

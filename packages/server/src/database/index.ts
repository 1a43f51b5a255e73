export { bytes, changeColumns, day, instant, keyColumns } from './columns.ts';
export { openDatabase, type Database, type DatabaseOptions, type Queries } from './database.ts';
export { brokenUnique, errorCode, isStorageFull, isUnavailable } from './errors.ts';
export { isId, newId } from './ids.ts';
export { insertAll } from './insert-all.ts';
export { migrate } from './migrate.ts';
export { matchesSearch } from './search.ts';
export { nextCode } from './serials.ts';
export type { TimeLimits } from './time-limits.ts';

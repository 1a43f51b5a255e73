export { bytes, changeColumns, day, instant, keyColumns } from './columns.ts';
export { openDatabase, type Database, type DatabaseOptions, type Queries } from './database.ts';
export { brokenUnique, errorCode, isUnavailable } from './errors.ts';
export { isId, newId } from './ids.ts';
export { insertAll } from './insert-all.ts';
export { migrate } from './migrate.ts';
export { matchesSearch } from './search.ts';
export { nextSerial } from './serials.ts';

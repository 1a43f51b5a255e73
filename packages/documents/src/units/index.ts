/** Units from and to the tables that offices keep, as files. */
export { mostBytes, readUnitFile } from './read-file.ts';
export { writeUnitFile, writeUnitResult } from './write-file.ts';

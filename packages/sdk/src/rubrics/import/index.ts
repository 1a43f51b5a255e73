export { importRubric, type ImportedRubric, type ImportOptions } from './import.ts';
export { type Doubt } from './doubt.ts';
export { MAX_FILE, MAX_UNFOLDED } from './limits.ts';
export { exportRubricDocx, exportRubricXlsx } from './write.ts';

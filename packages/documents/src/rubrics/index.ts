/**
 * Rubrics from and to the files officials have. The libraries that open and write those are heavy: each function loads what it
 * needs when it is called, so that pages which only score or check do not load them.
 */
export { importRubric, type ImportedRubric, type ImportOptions } from './import.ts';
export { type Doubt } from './doubt.ts';
export { MAX_FILE, MAX_UNFOLDED } from './limits.ts';
export { exportRubricDocx } from './write-docx.ts';
export { exportRubricXlsx } from './write-xlsx.ts';

/** What to look at in a paper before it is signed. */
export type { LintCode, LintFinding } from './finding.ts';
export { lintDocument, type LintOptions } from './lint-document.ts';

export * from './schema.ts';
export {
  appraisalStatuses,
  assessmentActions,
  assessmentLifecycle,
  assessmentStatuses,
  assessmentStepEvents,
  assessmentSteps,
  selfScoringStatuses,
  type AssessmentAction,
  type AssessmentGuard,
  type AssessmentStatus,
  type AssessmentTransition,
} from './lifecycle.ts';
export {
  checkAppraisalComplete,
  checkAppraisedLines,
  checkRecordedConditions,
  checkSelfComplete,
  checkSelfLines,
  checkTransition,
  linesNeedingReason,
  reasonLimit,
} from './rules.ts';
export {
  applyAppraisedLines,
  applyAssessmentStep,
  applyConditions,
  applyOpening,
  applySelfLines,
  type AssessedFields,
  type AssessmentRecord,
} from './apply.ts';
export { assessmentEvents, type AssessmentEvent } from './events.ts';
export { withAppraisedLines, withSelfLines } from './lines.ts';
export { assessmentPolicy, visibleAssessment, visibleSummary, hiddenEvents, underAppraisal } from './policy.ts';
export { fits } from '../rubrics/line-value.ts';
export { points, type FilledLine, type Points, type ScoreOptions } from './points.ts';
export { score, type Score } from './score.ts';
export { bandOf, bandsBestFirst, classify, classOf, type Classifiable } from './classify.ts';
export { allowedBy, rank, type Rankable, type Ranked, type Ranking } from './rank.ts';
export { assessmentProgress, progressOf, type Progress } from './progress.ts';
export { valuesOf, assessmentResults, rankable } from './results.ts';
export { scoreFormulas } from './formulas.ts';
export { type FormulaEngine, type LineScores } from './calculation.ts';
export * from './names-en.ts';
export * from './names.ts';
export { endpoints as assessments } from './contract.ts';
export * from './agreement/index.ts';

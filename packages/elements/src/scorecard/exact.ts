// A module of its own, reached only by dynamic import: formula lines and the sentences that explain a result come when
// somebody begins to score.
export { assessmentResults, scoreFormulas } from '@dvk/sdk/assessments';

// A module of its own, reached only by dynamic import: everything that counts a scorecard comes when somebody opens one they
// may fill in. Who only reads it sees what the server counted.
export {
  assessmentResults,
  checkAppraisalComplete,
  checkSelfComplete,
  fits,
  linesNeedingReason,
  reasonLimit,
  scoreFormulas,
} from '@dvk/sdk/assessments';

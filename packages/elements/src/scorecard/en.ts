import { assessmentStatusNamesEn } from '@dvk/sdk/assessments';
import type { scorecard as vi } from './vi.ts';

/** Texts of the list of scorecards. */
export const scorecard: typeof vi = {
  title: 'Scorecard',
  none: 'No scorecard yet.',
  signInFirst: 'Sign in with your unit’s account to score or to appraise.',
  notAllowed: 'This account may not score. This page is for units that score themselves and for appraisers.',
  rubric: 'Rubric',
  period: 'Year assessed',
  statuses: assessmentStatusNamesEn,
  selfTotal: 'Own score',
  outOf: (points, outOf) => `${points}/${outOf}`,
  noPoints: 'no points yet',
  restored: 'Unsaved changes from this machine are back.',
};

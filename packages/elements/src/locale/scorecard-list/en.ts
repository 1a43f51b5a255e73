import { assessmentStatusNamesEn, subjectKindNamesEn } from '@dvk/sdk/assessments';
import type { scorecardList as vi } from './vi.ts';

/** Texts of the list of scorecards, and of opening a new one. */
export const scorecardList: typeof vi = {
  list: 'List of scorecards',
  noun: 'scorecards',
  search: 'Find a model or unit',
  all: 'All',
  statuses: assessmentStatusNamesEn,
  name: 'Name · unit',
  kind: 'Kind',
  kinds: subjectKindNamesEn,
  unit: 'Unit',
  rubric: 'Rubric',
  illustrative: 'illustration',
  period: 'Year',
  progress: 'Progress',
  scored: (done, all) => `${done}/${all}`,
  selfPoints: 'Own score',
  appraisedPoints: 'Appraised',
  outOf: (points, outOf) => `${points}/${outOf}`,
  changed: 'Changed',
  status: 'State',
  open: 'Open a new scorecard',
  openingPeriod: 'Year assessed',
  start: 'Begin',
};

import type { ChangeKind } from './change.ts';
import type { ConditionEffect, Quota, Rounding, Rubric, RubricNode, Step } from './schema.ts';
import type { RubricState } from './standing.ts';

export { rubricPartNamesEn } from './part-names.ts';

/** The ways a line is scored, and the group, in English. */
export const criterionKindNamesEn: Readonly<Record<RubricNode['kind'], string>> = {
  group: 'Group of criteria',
  levels: 'By levels',
  range: 'Within a range',
  'yes-no': 'Yes or no',
  count: 'By count',
  ratio: 'By ratio',
  formula: 'By formula',
  gate: 'Required condition',
};

/** What a condition does to the class, in English. */
export const conditionEffectNamesEn: Readonly<Record<ConditionEffect['kind'], string>> = {
  ineligible: 'Not eligible for a band',
  'at-most': 'No better than a band',
  lower: 'Lowered by bands',
};

/** The steps of a total, in English. */
export const totalStepNamesEn: Readonly<Record<Step, string>> = {
  rescale: 'Rescale to full marks',
  bonus: 'Add the bonus',
  deduction: 'Subtract the deduction',
  clamp: 'Keep within the scale',
  round: 'Round',
};

/** The ways to round, in English. */
export const roundingModeNamesEn: Readonly<Record<Rounding['mode'], string>> = {
  'half-up': 'To the nearest, halves up',
  'half-even': 'To the nearest, halves to even',
  up: 'Up',
  down: 'Down',
};

/** What becomes of lines that do not apply, in English. */
export const notApplicableNamesEn: Readonly<Record<Rubric['notApplicable'], string>> = {
  rescale: 'The rest is rescaled to full marks',
  'full-marks': 'Counted in full',
};

/** What becomes of equal results at the ceiling of a quota, in English. */
export const tieNamesEn: Readonly<Record<Quota['ties'], string>> = {
  'all-in': 'All of them',
  'all-out': 'None of them',
  council: 'The council decides',
};

/** What the source of a rubric may not publish, in English. */
export const unpublishedPartNamesEn: Readonly<Record<NonNullable<Rubric['unpublished']>[number], string>> = {
  criteria: 'Criteria',
  'sub-criteria': 'Sub-criteria',
  bands: 'Bands',
  conditions: 'Conditions',
  rounding: 'Rounding',
};

/** What a new version asks of assessments made with the one before, in English. */
export const changeKindNamesEn: Readonly<Record<ChangeKind, string>> = {
  none: 'No change',
  texts: 'Texts only',
  'levels-added': 'Levels added',
  recompute: 'Points are worked out again',
  'some-by-hand': 'Some lines are scored again',
  'all-by-hand': 'All lines are scored again',
};

/** Where a version of a rubric stands, in English. */
export const rubricStateNamesEn: Readonly<Record<RubricState, string>> = {
  upcoming: 'Not yet in force',
  'in-force': 'In force',
  superseded: 'Superseded',
  ended: 'Ended',
  withdrawn: 'Withdrawn',
};

import {
  conditionEffectNamesEn,
  notApplicableNamesEn,
  roundingModeNamesEn,
  rubricPartNamesEn,
  totalStepNamesEn,
  unpublishedPartNamesEn,
} from '@dvk/sdk/rubrics';
import type { criteria as vi } from './vi.ts';

export const criteria: typeof vi = {
  number: 'No.',
  criterion: 'Criterion',
  max: 'Most',
  how: 'How it is scored',
  evidence: 'Evidence',
  total: 'Total',
  parts: rubricPartNamesEn,
  upTo: (points) => `at most ${points} points`,
  level: (name, points) => `${name}: ${points} points`,
  range: (min, max, step) => `From ${min} to ${max} points${step ? `, in steps of ${step}` : ''}`,
  allOrNothing: (points, isTaken) =>
    isTaken ? `Yes: minus ${points} points; no: nothing` : `Met: ${points} points; not met: 0 points`,
  each: (unit, points, isTaken) => `Each ${unit} ${isTaken ? 'takes off' : 'gives'} ${points} points`,
  time: 'time',
  atLeast: (percent, points) => `From ${percent}% up: ${points} points`,
  formula: (expression) => `Computed: ${expression}`,
  gate: 'A requirement, without points',
  capped: 'Together no more than the most of the group',
  mayNotApply: 'May be marked “not applicable”',
  superior: 'Scored by the superior level',
  evidenceOf: (count) => (count === 1 ? 'With evidence' : `At least ${count} files`),
  bands: 'Classes',
  noBands: 'There are no classes yet.',
  band: (from, below) =>
    below === undefined
      ? `from ${from} points up`
      : from === '0'
        ? `below ${below} points`
        : `from ${from} to below ${below} points`,
  conditions: 'Cases without a class or with a lower one',
  ineligible: conditionEffectNamesEn.ineligible,
  atMost: (band) => `No better than ${band}`,
  lower: (count) => `${count} ${count === 1 ? 'class' : 'classes'} lower`,
  when: (line, points) => `when “${line}” is below ${points} points`,
  computing: 'How the total is reached',
  order: 'Order of steps',
  steps: totalStepNamesEn,
  rounding: (unit, mode) => `Rounded to ${unit} points: ${mode.charAt(0).toLowerCase()}${mode.slice(1)}`,
  roundings: roundingModeNamesEn,
  notApplicable: 'Lines “not applicable”',
  notApplicables: notApplicableNamesEn,
  reasonAbove: (points) => `A reason is needed where the appraised points differ by more than ${points}`,
  unpublished: (parts) => `Not in the published source: ${parts}. It is left out and not guessed.`,
  unpublishedParts: unpublishedPartNamesEn,
};

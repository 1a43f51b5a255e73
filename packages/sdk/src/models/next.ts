import { usualSoonDays } from '../calendar/due-class.ts';
import { isWorkedIn, type WorkWeek } from '../calendar/is-worked.ts';
import type { Role } from '../contract/roles.ts';
import { modelSteps, type ModelAction, type ModelStatus } from './lifecycle.ts';
import { addDays } from '../text/add-days.ts';
import type { Model } from './schema.ts';

/** The stages of a model, in their order. The last two are recognitions and replications of their own. */
export const modelStages = [
  'register',
  'build',
  'self-assess',
  'appraise',
  'recognise',
  'exemplary',
  'replicate',
] as const;
export type ModelStage = (typeof modelStages)[number];

const stages: Readonly<Record<ModelStatus, ModelStage | null>> = {
  registered: 'register',
  returned: 'register',
  building: 'build',
  'self-assessing': 'self-assess',
  'awaiting-appraisal': 'appraise',
  appraised: 'recognise',
  'not-recognised': 'recognise',
  recognised: 'recognise',
  paused: 'build',
  withdrawn: null,
  revoked: null,
};

/** The stage a model is in; `null` once it was withdrawn or its recognition revoked. */
export function modelStageOf(status: ModelStatus): ModelStage | null {
  return stages[status];
}

/**
 * The one thing to do next. `correct`: correct the registration, then take the step `resubmit` · `score`: go on with the
 * assessment whose subject is the model, then take `submit-for-appraisal` · `wait-…`: it is somebody else's turn.
 */
export const modelNexts = [
  'correct',
  'start',
  'begin-self-assessment',
  'score',
  'resume',
  'wait-registration',
  'wait-resumption',
  'wait-appraisal',
  'wait-recognition',
  'nothing',
] as const;
export type ModelNextKind = (typeof modelNexts)[number];

/** What is due next for a model. */
export interface ModelNext {
  next: ModelNextKind;
  /** The last day for it, `YYYY-MM-DD`; `null` where there is none. */
  due: string | null;
  /** `soon`: few working days are left, two or fewer unless the province says otherwise. */
  urgency: 'overdue' | 'soon' | 'in-time' | null;
}

type DatedModel = Pick<Model, 'status' | 'startDate' | 'assessmentDate' | 'correctBy'>;

/** What each state asks for: the step that leads on, else what the unit waits for. */
const asked: Partial<Record<ModelStatus, { next: ModelNextKind; step: ModelAction; otherwise: ModelNextKind }>> = {
  registered: { next: 'start', step: 'start', otherwise: 'wait-registration' },
  returned: { next: 'correct', step: 'resubmit', otherwise: 'nothing' },
  building: { next: 'begin-self-assessment', step: 'begin-self-assessment', otherwise: 'nothing' },
  'self-assessing': { next: 'score', step: 'submit-for-appraisal', otherwise: 'nothing' },
  paused: { next: 'resume', step: 'resume', otherwise: 'wait-resumption' },
};
const waits: Partial<Record<ModelStatus, ModelNextKind>> = {
  'awaiting-appraisal': 'wait-appraisal',
  appraised: 'wait-recognition',
};

/** What a province says of days: see `Settings`. */
export interface DueRules {
  /** The working days around today; Monday to Friday without it. */
  workWeek?: WorkWeek;
  /** So many working days left, and fewer, are `soon`. */
  soonDays?: number;
}

/**
 * What is due next for a model, for somebody in these roles: one action, and its day. The words are `modelNextNames`.
 *
 * @param today - `YYYY-MM-DD`
 * @param roles - held towards the model; those of its unit's people by default
 * @param rules - the working days and the limit of the province
 * @example nextFor(model, '2026-12-01') // { next: 'correct', due: '2026-12-07', urgency: 'in-time' }
 */
export function nextFor(
  model: DatedModel,
  today: string,
  roles: readonly Role[] = ['unit-officer', 'unit-leader'],
  rules: DueRules = {},
): ModelNext {
  const { status } = model;
  const wanted = asked[status];
  const may = wanted && modelSteps(status, roles).some(({ action }) => action === wanted.step);
  const next = (may ? wanted.next : wanted?.otherwise) ?? waits[status] ?? 'nothing';
  const due = may ? dueOf(model) : null;
  return { next, due, urgency: due === null ? null : urgencyOf(due, today, rules) };
}

function dueOf({ status, startDate, assessmentDate, correctBy }: DatedModel): string | null {
  if (status === 'returned') return correctBy;
  if (status === 'registered') return startDate;
  return status === 'paused' ? null : assessmentDate;
}

const plainWeek: WorkWeek = { weekdays: [1, 2, 3, 4, 5], off: [], worked: [] };

function urgencyOf(
  due: string,
  today: string,
  { workWeek = plainWeek, soonDays = usualSoonDays }: DueRules,
): NonNullable<ModelNext['urgency']> {
  if (due < today) return 'overdue';
  let left = 0;
  for (let day = addDays(today, 1); day <= due && left <= soonDays; day = addDays(day, 1))
    if (isWorkedIn(workWeek, day)) left += 1;
  return left <= soonDays ? 'soon' : 'in-time';
}

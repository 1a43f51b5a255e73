import type { CaseStatus } from '@dvk/sdk/cases';
import { acceptedIcon } from '../icons/accepted.ts';
import { answeredIcon } from '../icons/answered.ts';
import { assignIcon } from '../icons/assign.ts';
import { closedIcon } from '../icons/closed.ts';
import { doneIcon } from '../icons/done.ts';
import { inboxIcon } from '../icons/inbox.ts';
import { refusedIcon } from '../icons/refused.ts';
import { reopenedIcon } from '../icons/reopened.ts';
import { runningIcon } from '../icons/running.ts';
import type { StatusLook } from '../parts/chip.ts';

const shared = {
  received: { icon: inboxIcon, tone: 'info' },
  ineligible: { icon: refusedIcon, tone: 'neutral' },
  accepted: { icon: acceptedIcon, tone: 'info' },
  answered: { icon: answeredIcon, tone: 'success' },
  reopened: { icon: reopenedIcon, tone: 'warning' },
} as const;

/** The states of a case as staff see them: what waits for a step of theirs is blue. */
export const caseStatusLooks: Readonly<Record<CaseStatus, StatusLook>> = {
  ...shared,
  accepted: { icon: assignIcon, tone: 'info' },
  'in-progress': { icon: runningIcon, tone: 'neutral' },
  closed: { icon: closedIcon, tone: 'neutral' },
};

/** The states of a case as its sender sees them: until the answer all of them wait for the authorities. */
export const publicCaseStatusLooks: Readonly<Record<CaseStatus, StatusLook>> = {
  ...shared,
  'in-progress': { icon: runningIcon, tone: 'info' },
  closed: { icon: doneIcon, tone: 'neutral' },
};

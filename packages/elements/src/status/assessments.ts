import type { AssessmentStatus } from '@dvk/sdk/assessments';
import { appraisedIcon } from '../icons/appraised.ts';
import { concludedIcon } from '../icons/concluded.ts';
import { editIcon } from '../icons/edit.ts';
import { explainingIcon } from '../icons/explaining.ts';
import { lockedIcon } from '../icons/locked.ts';
import { waitingIcon } from '../icons/waiting.ts';
import type { StatusLook } from '../parts/chip.ts';

/** The states of an assessment. */
export const assessmentStatusLooks: Readonly<Record<AssessmentStatus, StatusLook>> = {
  open: { icon: editIcon, tone: 'neutral' },
  submitted: { icon: waitingIcon, tone: 'info' },
  explaining: { icon: explainingIcon, tone: 'warning' },
  appraised: { icon: appraisedIcon, tone: 'info' },
  concluded: { icon: concludedIcon, tone: 'info' },
  locked: { icon: lockedIcon, tone: 'success' },
};

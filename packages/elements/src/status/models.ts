import type { ModelStatus } from '@dvk/sdk/models';
import { appraisedIcon } from '../icons/appraised.ts';
import { buildingIcon } from '../icons/building.ts';
import { notRecognisedIcon } from '../icons/not-recognised.ts';
import { pausedIcon } from '../icons/paused.ts';
import { recognisedIcon } from '../icons/recognised.ts';
import { registeredIcon } from '../icons/registered.ts';
import { returnedIcon } from '../icons/returned.ts';
import { revokedIcon } from '../icons/revoked.ts';
import { selfScoringIcon } from '../icons/self-scoring.ts';
import { waitingIcon } from '../icons/waiting.ts';
import { withdrawnIcon } from '../icons/withdrawn.ts';
import type { StatusLook } from '../parts/chip.ts';

/** The states of a model. */
export const modelStatusLooks: Readonly<Record<ModelStatus, StatusLook>> = {
  registered: { icon: registeredIcon, tone: 'info' },
  returned: { icon: returnedIcon, tone: 'warning' },
  building: { icon: buildingIcon, tone: 'neutral' },
  'self-assessing': { icon: selfScoringIcon, tone: 'info' },
  'awaiting-appraisal': { icon: waitingIcon, tone: 'info' },
  appraised: { icon: appraisedIcon, tone: 'info' },
  recognised: { icon: recognisedIcon, tone: 'success' },
  'not-recognised': { icon: notRecognisedIcon, tone: 'neutral' },
  paused: { icon: pausedIcon, tone: 'neutral' },
  withdrawn: { icon: withdrawnIcon, tone: 'neutral' },
  revoked: { icon: revokedIcon, tone: 'danger' },
};

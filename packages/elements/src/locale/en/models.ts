import type { models as vi } from '../vi/models.ts';

export const models: typeof vi = {
  registrantKinds: { collective: 'Collective', individual: 'Individual' },
  intakeKinds: { existing: 'Already running', new: 'New model' },
  fields: {
    economy: 'Economy',
    'culture-society': 'Culture and society',
    'defence-security': 'Defence and security',
    'political-system': 'Building the political system',
  },
  statuses: {
    registered: 'Registered',
    returned: 'Returned for correction',
    building: 'Being built',
    'self-assessing': 'Self-assessment under way',
    'awaiting-appraisal': 'Waiting for appraisal',
    appraised: 'Appraised',
    recognised: 'Recognised',
    'not-recognised': 'Not recognised',
    paused: 'Paused',
    withdrawn: 'Withdrawn',
    revoked: 'Recognition revoked',
  },
};

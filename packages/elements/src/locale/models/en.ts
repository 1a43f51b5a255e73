import type { models as vi } from './vi.ts';

export const models: typeof vi = {
  registrantKinds: { collective: 'Collective', individual: 'Individual' },
  intakeKinds: { existing: 'Already running', new: 'New model' },
  fields: {
    economy: 'Economy',
    'culture-society': 'Culture and society',
    'defence-security': 'Defence and security',
    'political-system': 'Building the political system',
  },
};

import type { BodiesOf } from '../contract/endpoint.ts';
import type { endpoints } from './contract.ts';
import type { NewServiceAccount, ServiceAccount } from './schema.ts';

const term = { expiresOn: '2027-06-30' };

const addition: NewServiceAccount = {
  name: 'Phần mềm điều hành (mẫu)',
  role: 'inspector',
  unitId: null,
  withSubtree: false,
  scopes: ['cases:read', 'models:read'],
  ...term,
};

const { expiresOn, ...account } = addition;

/** A program with one key. */
export const serviceAccount: ServiceAccount = {
  ...account,
  unitName: null,
  id: '01890000-0000-7000-8000-0000000000f5',
  keys: [
    {
      id: '01890000-0000-7000-8000-0000000000f6',
      expiresOn,
      createdAt: '2026-11-02T02:00:00Z',
      lastUsedAt: null,
      endedAt: null,
    },
  ],
  endedAt: null,
  createdAt: '2026-11-02T02:00:00Z',
};

/** A body of every operation that takes one. */
export const bodies: BodiesOf<typeof endpoints> = { create: addition, addKey: term };

export { accountsInMemory } from './sample-accounts.ts';

import type { Unit } from './schema.ts';

/** A unit of a made-up ward; its commune is a real code, so that its name can be looked up. */
export const unit: Unit = {
  id: '01890000-0000-7000-8000-000000000001',
  code: 'KDC1',
  name: 'Khu dân cư số 1',
  kind: 'residential-area',
  partyParentId: null,
  administrativeParentId: null,
  placeCode: '00004',
  topics: [],
  validFrom: '2025-07-01',
  validTo: null,
};
